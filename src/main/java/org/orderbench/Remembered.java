package org.orderbench;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Preferences;
import org.orderbench.desktop.common.Situation;
import org.orderbench.odoo.ServerInfo;

/**
 * What a window must know at once and the cache says only when it is open: the window is made from what was so the last time, and made anew in the rare case
 * that it no longer is. Nothing is decided by it.
 *
 * @param zone      the zone that the buyer works in
 * @param buyer     the login of the connection
 * @param currency  the company's currency, ISO 4217
 * @param situation server, login, and when was read and planned last
 */
record Remembered(ZoneId zone, String buyer, String currency, Situation situation) {

    private static final String KEY = "window.opened";
    private static final String BETWEEN = "\t";
    private static final int PARTS = 8;

    /** What the last window left; empty before the first, and for a profile that was never connected and read. */
    static Optional<Remembered> of(Preferences preferences) {
        return preferences.get(KEY).flatMap(Remembered::read);
    }

    private static Optional<Remembered> read(String text) {
        List<String> parts = List.of(text.split(BETWEEN, -1));
        if (parts.size() != PARTS) {
            return Optional.empty();
        }
        try {
            String version = parts.get(2);
            ServerInfo server = new ServerInfo(parts.get(0), parts.get(1), version, ServerContact.major(version));
            String planned = parts.get(5);
            Situation situation = new Situation(
                    server, parts.get(3), true, null, false, Instant.parse(parts.get(4)), planned.isEmpty() ? null : Instant.parse(planned), "");
            return Optional.of(new Remembered(ZoneId.of(parts.get(6)), parts.get(3), parts.get(7), situation));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }

    /** Kept for the next window; forgotten where there is nothing to open on. */
    void keep(Preferences preferences) {
        ServerInfo server = situation.server();
        Instant synced = situation.syncedAt();
        preferences.put(KEY, server == null || synced == null ? null : String.join(BETWEEN,
                server.address(), server.database(), server.version(), buyer, text(synced), text(situation.plannedAt()), zone.getId(), currency));
    }

    private static String text(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }

    /** Whether a window that was made of this one need not be made anew, now that the other is so. */
    boolean holds(Remembered now) {
        return zone.equals(now.zone) && buyer.equals(now.buyer) && currency.equals(now.currency)
                && now.situation.server() != null && now.situation.syncedAt() != null;
    }
}
