package org.orderbench.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in a currency. Equality is by value. Immutable.
 *
 * @param amount   exact; rounding to the currency's decimals is left to whoever shows it
 * @param currency the ISO 4217 code as Odoo names it, such as {@code EUR}
 */
public record Money(BigDecimal amount, String currency) {

    public Money {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        if (amount.scale() < 0) {
            amount = amount.setScale(0);
        }
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    /** @throws IllegalArgumentException if the currencies differ: a sum over currencies needs a rate, and says so */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot add " + other.currency + " to " + currency + " without a rate");
        }
        return new Money(amount.add(other.amount), currency);
    }

    public Money times(Quantity quantity) {
        return new Money(amount.multiply(quantity.value()), currency);
    }

    public Money rounded(int decimals) {
        return new Money(amount.setScale(decimals, RoundingMode.HALF_UP), currency);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
