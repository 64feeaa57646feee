package org.orderbench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.CacheJournal;
import org.orderbench.cache.ConnectionStore;
import org.orderbench.cache.MirrorJdbcStore;
import org.orderbench.journal.Journal;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.Keychain;
import org.orderbench.odoo.OdooConnector;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.Secret;
import org.orderbench.odoo.WireLimits;
import org.orderbench.sync.Synchronizer;

/**
 * The one composition root: every part of one profile, put together with plain {@code new}, top to bottom. Whoever opens it closes it.
 */
public final class Wiring implements AutoCloseable {

    private final CacheDatabase database;
    private final Clock clock;
    private final ConnectionStore connections;
    private final SignIn signIn;
    private final Journal journal;

    private Wiring(CacheDatabase database, Clock clock, @Nullable Secret secret) {
        this.database = database;
        this.clock = clock;
        this.connections = new ConnectionStore(database);
        this.signIn = new SignIn(connections, new OdooConnector(WireLimits.USUAL, clock), new Keychain(), secret);
        this.journal = new CacheJournal(database, clock);
    }

    /** @param cache the folder that the profile's cache lies in */
    public static Wiring open(Path cache) {
        return open(cache, Clock.systemUTC(), null);
    }

    /** @param secret what to sign in with, for the demo; null to take the environment's or the keychain's */
    public static Wiring open(Path cache, Clock clock, @Nullable Secret secret) {
        return new Wiring(CacheDatabase.open(cache), clock, secret);
    }

    public SignIn signIn() {
        return signIn;
    }

    public ConnectionStore connections() {
        return connections;
    }

    public Journal journal() {
        return journal;
    }

    public Synchronizer synchronizer(OdooSession session) throws OdooException {
        return new Synchronizer(session, Capabilities.ask(session), new MirrorJdbcStore(database), clock);
    }

    /** Today in the zone that the buyer works in. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    public ZoneId zone() {
        return connections.find().map(c -> ZoneId.of(c.timeZone())).orElse(ZoneId.of("UTC"));
    }

    /** Who decides here: the login of the connection. */
    public String buyer() {
        return connections.find().map(ConnectionStore.Connection::login).orElse("buyer");
    }

    @Override
    public void close() {
        database.close();
    }
}
