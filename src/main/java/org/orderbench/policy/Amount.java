package org.orderbench.policy;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.ProposalLine;

/**
 * What some lines come to. Immutable.
 *
 * @param value in the policy's currency; null if one of the lines has no price or no rate, for a sum with an unknown part is unknown
 * @param units in the products' own units, summed as they are
 * @param packs in packs as they are ordered; a line without a pack counts its units
 */
record Amount(@Nullable BigDecimal value, Quantity units, BigDecimal packs) {

    static final Amount NONE = new Amount(BigDecimal.ZERO, Quantity.ZERO, BigDecimal.ZERO);

    static Amount of(ProposalLine line, String currency) {
        return new Amount(value(line, currency), line.quantity(), packs(line.quantity(), line.orderStep()));
    }

    /** The line's value is that of the proposed quantity; where a buyer typed more, it counts as more. */
    private static @Nullable BigDecimal value(ProposalLine line, String currency) {
        BigDecimal proposed = line.unitPrice().signum() > 0 ? valueIn(currency, line.companyValue()) : null;
        if (proposed == null || line.quantity().compareTo(line.proposed()) <= 0) {
            return proposed;
        }
        return line.proposed().isPositive()
                ? proposed.multiply(line.quantity().value()).divide(line.proposed().value(), MathContext.DECIMAL64)
                : null;
    }

    static Amount of(Commitment commitment, String currency) {
        return new Amount(valueIn(currency, commitment.value()), commitment.units(), commitment.packs());
    }

    static BigDecimal packs(Quantity quantity, Quantity pack) {
        return pack.isPositive() ? quantity.value().divide(pack.value(), MathContext.DECIMAL64) : quantity.value();
    }

    private static @Nullable BigDecimal valueIn(String currency, @Nullable Money money) {
        return money == null || money.amount().signum() < 0 || !money.currency().equals(currency) ? null : money.amount();
    }

    Amount plus(Amount other) {
        BigDecimal sum = value == null || other.value == null ? null : value.add(other.value);
        return new Amount(sum, units.plus(other.units), packs.add(other.packs));
    }
}
