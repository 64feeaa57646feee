package org.orderbench.desktop.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.policy.Limits;
import org.orderbench.proposal.LineBasis;
import org.orderbench.proposal.LineNews;
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

    static ProposalLine line(long id, String name, int quantity, int step, int minimum) {
        return line(id, name, quantity, step, minimum, LineState.OPEN, false);
    }

    static ProposalLine line(long id, String name, int quantity, int step, LineState state, boolean urgent) {
        return line(id, name, quantity, step, step, state, urgent);
    }

    static ProposalLine line(long id, String name, int quantity, int step, int minimum, LineState state, boolean urgent) {
        Quantity amount = Quantity.of(quantity);
        return new ProposalLine(id, new LineBasis(new Sku(1, 1, (int) id), null, null, 0), "C" + id, name, "590000" + id, "Gifts", "Units", Quantity.of(5),
                Quantity.ZERO, Quantity.ZERO, 4.0, 10.0, amount, amount, amount, Quantity.of(step), "Dozen", Quantity.of(minimum), new BigDecimal("2.50"),
                new Money(new BigDecimal("2.50").multiply(amount.value()), "GBP"), 14, LocalDate.of(2026, 12, 7), null, urgent, 0.8, 1,
                new Explanation(List.of()), state, null);
    }

    /** As a buyer's edit leaves it: the value stays that of what was proposed. */
    static ProposalLine edited(ProposalLine l, int quantity) {
        return new ProposalLine(l.id(), l.basis(), l.code(), l.name(), l.barcode(), l.category(), l.unitName(), l.onHand(), l.incoming(), l.drafts(),
                l.daysOfCover(), l.weekly(), l.pureNeed(), l.proposed(), Quantity.of(quantity), l.orderStep(), l.orderStepName(), l.minimum(), l.unitPrice(),
                l.companyValue(), l.leadTimeDays(), l.arrival(), l.shortageOn(), l.urgent(), l.confidence(), l.priceId(), l.explanation(), l.state(), l.decision());
    }

    /** A line in the grid, without news and under a ceiling of 250. */
    static Row.Line row(ProposalLine line) {
        return new Row.Line(proposal(1, "Albion", line), line, LineNews.NONE, CEILINGS);
    }

    static final CeilingCheck CEILINGS = new CeilingCheck(Limits.careful("GBP"), "GBP");

    static Proposal proposal(long id, String vendor, ProposalLine... lines) {
        return new Proposal(id, 1, 1, "Bristol", (int) id, vendor, "GBP", Instant.EPOCH, List.of(lines));
    }
}
