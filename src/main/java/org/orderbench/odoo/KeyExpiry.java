package org.orderbench.odoo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An API key of the user that ends soon, or has ended. Odoo does not say which key a session uses, so all of the user's keys count.
 *
 * @param name as the user called it in Odoo
 */
public record KeyExpiry(String name, Instant ends) {

    private static final int OLDEST_WITH_END = 18;
    private static final String FIELD = "expiration_date";
    private static final DateTimeFormatter ODOO = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** The first key to end within that time from now; empty where keys do not end (17) or are not shown. */
    public static Optional<KeyExpiry> within(Duration notice, OdooSession session, Clock clock) throws OdooException {
        if (session.server().major() < OLDEST_WITH_END) {
            return Optional.empty();
        }
        Object found;
        try {
            found = session.call("res.users.apikeys", "search_read", List.of(),
                    Map.of("domain", List.of(List.of("user_id", "=", session.uid()), List.of(FIELD, "!=", false)), "fields", List.of("name", FIELD), "order", FIELD, "limit", 1));
        } catch (OdooException e) {
            return switch (e.failure()) {
                case OdooFailure.Forbidden hidden -> Optional.empty();
                case OdooFailure.MissingModel absent -> Optional.empty();
                case OdooFailure.ServerFault withoutTheField -> Optional.empty();
                default -> throw e;
            };
        }
        return found instanceof List<?> rows && !rows.isEmpty() && rows.getFirst() instanceof Map<?, ?> row && row.get(FIELD) instanceof String ends
                ? parse(Words.plain(String.valueOf(row.get("name"))), ends).filter(key -> key.ends().isBefore(clock.instant().plus(notice)))
                : Optional.empty();
    }

    /** When it ends and what to do, in the user's words. */
    public String words(Instant now) {
        long days = Duration.between(now, ends).toDays();
        String when = ends.isBefore(now) ? "has ended" : days == 0 ? "ends within a day" : days == 1 ? "ends tomorrow" : "ends in " + days + " days";
        return "Your API key \"" + name + "\" " + when + " (" + LocalDate.ofInstant(ends, ZoneOffset.UTC) + "). If it is the one that Orderbench uses, make a new one in Odoo (your name, Preferences, "
                + "Account Security, New API Key) and connect again with it.";
    }

    private static Optional<KeyExpiry> parse(String name, String ends) {
        try {
            return Optional.of(new KeyExpiry(name, LocalDateTime.parse(ends, ODOO).toInstant(ZoneOffset.UTC)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
