package org.orderbench.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of goods in the product's own unit of measure, unless a name says otherwise. Exact decimals: a quantity that Odoo rounds to
 * 0.01 is never 0.30000000000000004 here. Equality is by value (2.0 equals 2). Immutable.
 *
 * @param value the amount; may be negative (stock can be, and returns are)
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {

    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    public Quantity {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
    }

    public static Quantity of(long units) {
        return new Quantity(BigDecimal.valueOf(units));
    }

    /** Rounded to six decimals, which is finer than any unit's rounding in Odoo. */
    public static Quantity of(double units) {
        return new Quantity(BigDecimal.valueOf(units).setScale(6, RoundingMode.HALF_EVEN));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(other.value));
    }

    public Quantity times(BigDecimal factor) {
        return new Quantity(value.multiply(factor));
    }

    public Quantity max(Quantity other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The smallest multiple of {@code step} that is not below this amount; this amount itself when {@code step} is not positive. */
    public Quantity upTo(Quantity step) {
        if (step.value.signum() <= 0) {
            return this;
        }
        return new Quantity(value.divide(step.value, 0, RoundingMode.CEILING).multiply(step.value));
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    public double toDouble() {
        return value.doubleValue();
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    /** Plain digits without an exponent, for keys and logs; windows format by locale. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
