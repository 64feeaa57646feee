package org.orderbench.cache;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The one connection that a cache belongs to; never its secret. Safe for several threads. */
public final class ConnectionStore {

    private final Jdbi jdbi;

    public ConnectionStore(CacheDatabase database) {
        this.jdbi = database.jdbi();
    }

    /**
     * @param timeZone  the user's time zone in Odoo, an IANA name
     * @param transport the one transport that the user allows, or null to leave the choice to us
     */
    public record Connection(String address, String database, String login, String serverVersion, String timeZone, @Nullable String transport) {

        boolean isSameDatabaseAs(Connection other) {
            return address.equals(other.address) && database.equals(other.database);
        }
    }

    public Optional<Connection> find() {
        return jdbi.withHandle(h -> h.select("select address, database_name, login, server_version, time_zone, transport from connection")
                .map((row, ctx) -> new Connection(
                        row.getString("address"), row.getString("database_name"), row.getString("login"), row.getString("server_version"), row.getString("time_zone"),
                        row.getString("transport")))
                .findOne());
    }

    /** When the last sync that landed began; empty before the first. */
    public Optional<Instant> syncedAt() {
        return jdbi.withHandle(h -> h.select("select max(started_at) from sync_run where outcome = 'DONE'").mapTo(Instant.class).findOne());
    }

    /** The first company's currency, for sums over orders; empty before the first sync. */
    public Optional<String> companyCurrency() {
        return jdbi.withHandle(h -> h.select("select currency from company order by id limit 1").mapTo(String.class).findOne());
    }

    /**
     * Keeps the connection.
     *
     * @throws OtherDatabaseException if the cache belongs to another Odoo database: two companies' figures must never mix
     */
    public void save(Connection connection) {
        jdbi.useTransaction(h -> {
            find().ifPresent(held -> {
                if (!held.isSameDatabaseAs(connection)) {
                    throw new OtherDatabaseException("This profile holds the data of " + held.database + " at " + held.address
                            + ". Connect to another Odoo under a profile of its own: --profile NAME.");
                }
            });
            h.execute("delete from connection");
            h.execute(
                    "insert into connection (address, database_name, login, server_version, time_zone, transport) values (?, ?, ?, ?, ?, ?)",
                    connection.address, connection.database, connection.login, connection.serverVersion, connection.timeZone, connection.transport);
        });
    }

    /** The cache belongs to another Odoo database; the message says what to do. */
    public static final class OtherDatabaseException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        OtherDatabaseException(String message) {
            super(message);
        }
    }

    /** From now on the transport is ours to choose again. */
    public void forgetTransport() {
        jdbi.useHandle(h -> h.execute("update connection set transport = null"));
    }
}
