package org.orderbench.odoo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private static final DateTimeFormatter ODOO = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** The first key to end within that time from now; empty where keys do not end (17) or are not shown. */
    public static Optional<KeyExpiry> within(Duration notice, OdooSession session, Capabilities capabilities, Clock clock) throws OdooException {
        Optional<String> field = capabilities.name(Field.KEY_EXPIRY);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        Object found;
        try {
            found = session.call("res.users.apikeys", "search_read", List.of(),
                    Map.of("domain", List.of(List.of("user_id", "=", session.uid()), List.of(field.get(), "!=", false)), "fields", List.of("name", field.get()), "order", field.get(), "limit", 1));
        } catch (OdooException e) {
            if (e.failure() instanceof OdooFailure.Forbidden) {
                return Optional.empty();
            }
            throw e;
        }
        return found instanceof List<?> rows && !rows.isEmpty() && rows.getFirst() instanceof Map<?, ?> row && row.get(field.get()) instanceof String ends
                ? parse(Words.plain(String.valueOf(row.get("name"))), ends).filter(key -> key.ends().isBefore(clock.instant().plus(notice)))
                : Optional.empty();
    }

    private static Optional<KeyExpiry> parse(String name, String ends) {
        try {
            return Optional.of(new KeyExpiry(name, LocalDateTime.parse(ends, ODOO).toInstant(ZoneOffset.UTC)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
