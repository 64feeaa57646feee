package org.orderbench.replenish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.orderbench.catalog.Quantity;

/** How figures are written in explanations: short, plain, the same everywhere. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Words() {}

    static String amount(BigDecimal value) {
        BigDecimal rounded = value.setScale(value.abs().compareTo(BigDecimal.TEN) >= 0 ? 0 : 1, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** Exact: what is ordered or lies on the shelf is never rounded for show. */
    static String exact(Quantity quantity) {
        return quantity.toString();
    }

    static String amount(double value) {
        return amount(BigDecimal.valueOf(value));
    }

    static String price(BigDecimal value) {
        return value.setScale(Math.max(2, Math.min(4, value.stripTrailingZeros().scale())), RoundingMode.HALF_UP).toPlainString();
    }

    static String percent(double share) {
        return BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + " %";
    }

    static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    /** Without the year while it is this or the next few months. */
    static String day(LocalDate day, LocalDate today) {
        return day.isBefore(today.minusMonths(6)) || day.isAfter(today.plusMonths(9)) ? DAY_AND_YEAR.format(day) : DAY.format(day);
    }
}
