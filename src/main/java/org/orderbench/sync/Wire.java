package org.orderbench.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Odoo's text forms of time: UTC without a zone. Years outside 1970 to 2199 are slips of the keyboard, and count as none. */
final class Wire {

    private static final long SECONDS_A_DAY = 86_400;
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private Wire() {}

    /** Taken apart by hand: a sync reads millions of these, and a formatter takes ten times as long. */
    static Optional<Instant> instant(String text) {
        if (text.length() < 19 || text.charAt(10) != ' ' || text.charAt(13) != ':' || text.charAt(16) != ':') {
            return Optional.empty();
        }
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        long day = epochDay(text);
        if (day < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(day * SECONDS_A_DAY + hour * 3600L + minute * 60L + second));
    }

    static Optional<LocalDate> day(String text) {
        long day = epochDay(text);
        return day < 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    /** -1 where it is none. */
    private static long epochDay(String text) {
        if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return -1;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        boolean sane = year >= 1970 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
        return sane ? LocalDate.of(year, month, day).toEpochDay() : -1;
    }

    /** -1 where there is anything but digits. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    static String text(Instant time) {
        return DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
