package org.orderbench;

import java.net.URI;
import java.util.List;
import org.orderbench.desktop.common.Connector;
import org.orderbench.odoo.ConnectedSession;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooFailure;
import org.orderbench.odoo.Secret;
import org.orderbench.odoo.SecretKeeper;
import org.orderbench.odoo.ServerAddress;
import org.orderbench.odoo.ServerInfo;

/** Signs in from the connect screen. */
final class WindowConnector implements Connector {

    private final Wiring wiring;
    private final ServerContact contact;
    private final FailureWords words;

    WindowConnector(Wiring wiring, ServerContact contact, FailureWords words) {
        this.wiring = wiring;
        this.contact = contact;
        this.words = words;
    }

    @Override
    public Probe probe(String address) {
        try {
            ServerInfo server = wiring.connector().look(address);
            return new Found(server, databases(address), ServerAddress.isReadableByOthers(URI.create(server.address())));
        } catch (OdooException e) {
            return new Unusable(words.of(e.failure()));
        }
    }

    private List<String> databases(String address) {
        try {
            return wiring.connector().listDatabases(address);
        } catch (OdooException e) {
            return List.of(); // it keeps them to itself: the name is typed
        }
    }

    @Override
    public Result connect(String address, String database, String login, char[] typed) {
        if (wiring.isReading()) {
            return new Failed("Only looking: another Orderbench has this profile open. Close it and open this window again to connect.", Cause.OTHER);
        }
        Secret secret = new Secret(typed);
        try (ConnectedSession session = wiring.signIn().connect(new ConnectionSettings(address, database, login), secret)) {
            ServerInfo server = session.server();
            // Under the address that is kept, not the one that was typed: else it would not be found again.
            Kept kept = wiring.signIn().remember(new ConnectionSettings(server.address(), server.database(), login), secret)
                    .map(place -> place == SecretKeeper.Place.KEYCHAIN ? Kept.KEYCHAIN : Kept.FILE).orElse(Kept.MEMORY);
            wiring.rememberRights(session);
            contact.reached(session);
            return new Connected(server, kept, ServerContact.words(session.transport()));
        } catch (OdooException e) {
            return new Failed(words.of(e.failure()), cause(e.failure()));
        } catch (SignIn.NotConnectedException | IllegalStateException e) {
            return new Failed(String.valueOf(e.getMessage()), Cause.OTHER);
        } finally {
            secret.clear();
        }
    }

    private static Cause cause(OdooFailure failure) {
        return switch (failure) {
            case OdooFailure.BadAddress f -> Cause.ADDRESS;
            case OdooFailure.UnsupportedVersion f -> Cause.ADDRESS;
            case OdooFailure.Unreachable f -> Cause.ADDRESS;
            case OdooFailure.Untrusted f -> Cause.ADDRESS;
            case OdooFailure.NotOdoo f -> Cause.ADDRESS;
            case OdooFailure.WrongDatabase f -> Cause.DATABASE;
            case OdooFailure.WrongSecret f -> Cause.SECRET;
            case OdooFailure.NoAnswer f -> Cause.OTHER;
            case OdooFailure.Unavailable f -> Cause.OTHER;
            case OdooFailure.Forbidden f -> Cause.OTHER;
            case OdooFailure.MissingModel f -> Cause.OTHER;
            case OdooFailure.Refused f -> Cause.OTHER;
            case OdooFailure.ServerFault f -> Cause.OTHER;
            case OdooFailure.Malformed f -> Cause.OTHER;
            case OdooFailure.NoSuchTransport f -> Cause.OTHER;
        };
    }
}
