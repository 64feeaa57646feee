package org.orderbench.replenish;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How figures are written in explanations: short, plain, the same everywhere. */
final class Words {

    private Words() {}

    static String amount(BigDecimal value) {
        BigDecimal rounded = value.setScale(value.abs().compareTo(BigDecimal.TEN) >= 0 ? 0 : 1, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    static String amount(double value) {
        return amount(BigDecimal.valueOf(value));
    }

    static String percent(double share) {
        return BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + " %";
    }

    static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
