package org.orderbench.demand;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.orderbench.catalog.Quantity;

/** Numbers as figures of an explanation. */
final class Figures {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Figures() {}

    /** Plain digits, whole from ten on, else one decimal. */
    static String plain(double value) {
        return Quantity.of(value >= 10 ? Math.round(value) : Math.round(value * 10) / 10.0).toString();
    }

    /** Such as 4 Sep 2025. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
