package org.orderbench;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderbench.cache.ConnectionStore;
import org.orderbench.desktop.common.Situation;
import org.orderbench.odoo.ConnectedSession;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooFailure;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.ServerInfo;
import org.orderbench.odoo.TransportChoice;
import org.orderbench.policy.BrakeState;

/** How things stood at the last attempt to reach the server. Safe for several threads. */
final class ServerContact {

    private static final String LOOKING = "Only looking: another Orderbench has this profile open. Close it and open this window again to work here.";

    /** @param failure why the server was not reached, or null; {@code problem} where it is no failure of the server's */
    private record Last(@Nullable ServerInfo server, String transport, @Nullable OdooFailure failure, @Nullable String problem, boolean signInAgain) {}

    private final Wiring wiring;
    private Last last = new Last(null, "", null, null, false);

    ServerContact(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Signs in, and notes whether that went well. */
    OdooSession signIn() throws OdooException {
        try {
            ConnectedSession session = wiring.signIn().open();
            reached(session);
            return session;
        } catch (OdooException e) {
            failed(e.failure());
            throw e;
        } catch (SignIn.NotConnectedException e) {
            note(null, String.valueOf(e.getMessage()), true);
            throw e;
        }
    }

    synchronized void reached(ConnectedSession session) {
        last = new Last(session.server(), words(session.transport()), null, null, false);
    }

    /** How calls travel, and why so. */
    static String words(TransportChoice transport) {
        return transport.kind().title() + " (" + transport.reason() + ")";
    }

    void failed(OdooFailure failure) {
        boolean signInAgain = failure instanceof OdooFailure.WrongSecret || failure instanceof OdooFailure.WrongDatabase;
        note(failure, null, signInAgain);
    }

    private synchronized void note(@Nullable OdooFailure failure, @Nullable String problem, boolean signInAgain) {
        last = new Last(last.server(), last.transport(), failure, problem, signInAgain);
    }

    private synchronized Last last() {
        return last;
    }

    /** Whether the server answers now, without signing in. Ends an outage that was noted; begins none. */
    boolean look() {
        ConnectionStore.@Nullable Connection held = wiring.connections().find().orElse(null);
        if (held == null) {
            return false;
        }
        try {
            wiring.connector().look(held.address());
            if (!last().signInAgain()) {
                note(null, null, false);
            }
            return true;
        } catch (OdooException e) {
            failed(e.failure());
            return false;
        }
    }

    /** @param words say what the server's failure means */
    Situation situation(Function<OdooFailure, String> words) {
        ConnectionStore.@Nullable Connection held = wiring.connections().find().orElse(null);
        if (held == null) {
            return Situation.NONE;
        }
        Last now = last();
        ServerInfo server = now.server() != null ? now.server() : new ServerInfo(held.address(), held.database(), held.serverVersion(), major(held.serverVersion()));
        String problem = wiring.isReading() ? LOOKING : now.failure() != null ? words.apply(now.failure()) : now.problem();
        return new Situation(
                server, held.login(), problem == null, problem, now.signInAgain(), wiring.syncedAt().orElse(null),
                wiring.proposals().plannedAt().orElse(null), brake(wiring.policy().brake()), now.transport(), wiring.isReading());
    }

    private static String brake(BrakeState state) {
        return state instanceof BrakeState.Released ? "" : state.describe();
    }

    static int major(String version) {
        String digits = version.replaceFirst("^\\D*(\\d{1,4}).*$", "$1");
        return digits.chars().allMatch(Character::isDigit) && !digits.isEmpty() ? Integer.parseInt(digits) : 0;
    }
}
