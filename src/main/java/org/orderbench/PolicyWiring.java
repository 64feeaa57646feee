package org.orderbench;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderbench.cache.RightsStore;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooRights;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.TeamChannel;
import org.orderbench.policy.BrakeException;
import org.orderbench.policy.BrakeState;
import org.orderbench.policy.OdooSide;
import org.orderbench.policy.SharedBrake;
import org.orderbench.policy.UserRights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs in to Odoo for what only it can tell of rights and of the shared brake, a session for each question. Safe for several threads. */
final class PolicyWiring implements OdooSide {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyWiring.class);

    private final SignIn signIn;
    private final Supplier<String> buyer;
    private final RightsStore rights;
    /** Null until it was read for the first time. */
    private volatile @Nullable BrakeState read;

    /** @param buyer the login of the connection */
    PolicyWiring(SignIn signIn, Supplier<String> buyer, RightsStore rights) {
        this.signIn = signIn;
        this.buyer = buyer;
        this.rights = rights;
    }

    @Override
    public @Nullable UserRights rights() {
        try (OdooSession session = signIn.open()) {
            UserRights found = OdooRights.read(session);
            rights.keep(buyer.get(), found);
            return found;
        } catch (OdooException | SignIn.NotConnectedException e) {
            LOG.info("The rights of the Odoo user could not be read: {}", e.getMessage());
            return null;
        }
    }

    @Override
    public @Nullable UserRights rememberedRights() {
        return rights.find(buyer.get());
    }

    @Override
    public BrakeState rememberedBrake() {
        BrakeState last = read;
        return last == null ? sharedBrake().read() : last;
    }

    @Override
    public SharedBrake sharedBrake() {
        return new SharedBrake() {
            @Override
            public BrakeState read() {
                BrakeState now = ask();
                read = now;
                return now;
            }

            @Override
            public void pull(BrakeState.Braked why) throws BrakeException {
                write(channel -> channel.pull(why));
            }

            @Override
            public void release(String by, Instant at) throws BrakeException {
                write(channel -> channel.release(by, at));
            }
        };
    }

    private BrakeState ask() {
        try (OdooSession session = signIn.open()) {
            return new TeamChannel(session).read();
        } catch (OdooException e) {
            return new BrakeState.Unreadable("The team's channel in Odoo could not be read. " + e.failure().message());
        } catch (SignIn.NotConnectedException e) {
            return new BrakeState.Unreadable("Orderbench is not connected to Odoo, so the brake of all clients cannot be read. " + e.getMessage());
        }
    }

    private interface Change {
        void on(TeamChannel channel) throws BrakeException;
    }

    private void write(Change change) throws BrakeException {
        try (OdooSession session = signIn.open()) {
            change.on(new TeamChannel(session));
        } catch (OdooException e) {
            throw new BrakeException(e.failure().message(), e);
        } catch (SignIn.NotConnectedException e) {
            throw new BrakeException(String.valueOf(e.getMessage()), e);
        }
    }
}
