package org.orderbench.desktop.review;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.policy.Ceiling;
import org.orderbench.policy.Limits;
import org.orderbench.proposal.ProposalLine;

/**
 * Whether lines come to more than the policy lets through unasked. People may approve beyond; they should know. What cannot be valued counts as over.
 *
 * @param currency the company's, in which lines are valued
 */
record CeilingCheck(Limits limits, String currency) {

    /** @param value in the company's currency at the present quantity; null if it cannot be valued */
    boolean over(ProposalLine line, @Nullable BigDecimal value) {
        Quantity pack = line.orderStep();
        BigDecimal packs = pack.isPositive() ? line.quantity().value().divide(pack.value(), MathContext.DECIMAL64) : line.quantity().value();
        return over(limits.line(), value, line.quantity(), packs);
    }

    /** @param value of all lines of one order; null if one of them cannot be valued */
    boolean over(@Nullable BigDecimal value) {
        return value == null || !limits.currency().equals(currency) || value.compareTo(limits.order().value()) > 0;
    }

    private boolean over(Ceiling ceiling, @Nullable BigDecimal value, Quantity units, BigDecimal packs) {
        return value == null
                || !limits.currency().equals(currency)
                || value.compareTo(ceiling.value()) > 0
                || (ceiling.units() != null && units.compareTo(ceiling.units()) > 0)
                || (ceiling.packs() != null && packs.compareTo(ceiling.packs()) > 0);
    }
}
