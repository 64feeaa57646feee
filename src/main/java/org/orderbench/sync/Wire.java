package org.orderbench.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Odoo's text forms of time: UTC without a zone. Years outside 1970 to 2199 are slips of the keyboard, and count as none. */
final class Wire {

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private Wire() {}

    static Optional<Instant> instant(String text) {
        try {
            LocalDateTime time = LocalDateTime.parse(text.length() > 19 ? text.substring(0, 19) : text, DATE_TIME);
            return sane(time.toLocalDate()) ? Optional.of(time.toInstant(ZoneOffset.UTC)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> day(String text) {
        try {
            LocalDate day = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
            return sane(day) ? Optional.of(day) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String text(Instant time) {
        return DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    private static boolean sane(LocalDate day) {
        return day.getYear() >= 1970 && day.getYear() < 2200;
    }
}
