package org.orderbench.desktop.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.LineBasis;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.replenish.Explanation;

/** Proposal lines for tests, of which only what matters is said. */
final class Lines {

    private Lines() {}

    static ProposalLine line(long id, String name, int quantity, int step) {
        return line(id, name, quantity, step, LineState.OPEN, false);
    }

    static ProposalLine line(long id, String name, int quantity, int step, LineState state, boolean urgent) {
        Quantity amount = Quantity.of(quantity);
        return new ProposalLine(id, new LineBasis(new Sku(1, 1, (int) id), null, null, 0), "C" + id, name, "590000" + id, "Gifts", "Units", Quantity.of(5),
                Quantity.ZERO, Quantity.ZERO, 4.0, 10.0, amount, amount, amount, Quantity.of(step), "Dozen", Quantity.of(step), new BigDecimal("2.50"),
                new Money(new BigDecimal("2.50").multiply(amount.value()), "GBP"), 14, LocalDate.of(2026, 12, 7), null, urgent, 0.8, 1,
                new Explanation(List.of()), state, null);
    }

    static Proposal proposal(long id, String vendor, ProposalLine... lines) {
        return new Proposal(id, 1, 1, "Bristol", (int) id, vendor, "GBP", Instant.EPOCH, List.of(lines));
    }
}
