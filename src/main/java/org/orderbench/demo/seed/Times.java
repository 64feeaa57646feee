package org.orderbench.demo.seed;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days as epoch milliseconds. */
final class Times {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private Times() {}

    static long start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** Some time in a day's working hours; the same {@code salt} gives the same time. */
    static long during(LocalDate day, int salt) {
        return start(day) + 9 * HOUR + Math.floorMod(salt * 7919, 8 * 60) * MINUTE;
    }
}
