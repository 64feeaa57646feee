package org.orderbench.desktop.review;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Money;
import org.orderbench.proposal.LineNews;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;

/** One row of the grid: the head of a vendor's order, or a line of it. */
public sealed interface Row {

    long proposalId();

    /**
     * An order's head with the sums of the lines that are shown under it.
     *
     * @param lines     how many lines are shown, or would be if it were not folded
     * @param open      how many of them wait for a decision
     * @param urgent    how many of those are urgent
     * @param total     their value in the order's currency
     * @param arrival   when the last of them would arrive
     * @param belowMinimum how many of them order less than the supplier's minimum
     * @param overCeiling whether the lines that wait come to more than one order may unasked
     * @param whole     false while lines are still being read: then no sum is known
     */
    record Group(
            long proposalId,
            String vendorName,
            String warehouseName,
            String currency,
            boolean folded,
            int lines,
            int open,
            int urgent,
            BigDecimal total,
            @Nullable LocalDate arrival,
            int belowMinimum,
            boolean overCeiling,
            boolean whole) implements Row {}

    /** A line. Equal to itself alone, so that a grid of many thousands is compared fast. */
    final class Line implements Row {

        private final Proposal proposal;
        private final ProposalLine line;
        private final LineNews news;
        private final boolean overCeiling;
        private final BigDecimal value;
        private final @Nullable BigDecimal companyValue;
        private final boolean belowMinimum;

        Line(Proposal proposal, ProposalLine line, LineNews news, CeilingCheck ceilings) {
            this.proposal = proposal;
            this.line = line;
            this.news = news;
            // Worked out once: sorting by value asks for it a million times.
            value = line.unitPrice().multiply(line.quantity().value());
            companyValue = companyValue(line);
            belowMinimum = line.quantity().compareTo(line.minimum()) < 0;
            overCeiling = ceilings.over(line, companyValue);
        }

        @Override
        public long proposalId() {
            return proposal.id();
        }

        public Proposal proposal() {
            return proposal;
        }

        public ProposalLine line() {
            return line;
        }

        public long id() {
            return line.id();
        }

        boolean open() {
            return line.state() == LineState.OPEN;
        }

        public BigDecimal value() {
            return value;
        }

        /** Orders less than the supplier's minimum. */
        boolean belowMinimum() {
            return belowMinimum;
        }

        public boolean edited() {
            return !line.quantity().equals(line.proposed());
        }

        /** What is new since yesterday. */
        public LineNews news() {
            return news;
        }

        /** Worth or amounts to more than a line may without a person being asked. */
        public boolean overCeiling() {
            return overCeiling;
        }

        /** A typed quantity that no longer stands, or an approval that was taken back, because the facts changed. */
        public boolean factsChanged() {
            return open() && (news.putBack() || (news.lapsed() != null && !edited()));
        }

        /** The line's value in the company's currency at its present quantity; null without a rate. */
        public @Nullable BigDecimal companyValue() {
            return companyValue;
        }

        /** A line carries the value of what was proposed, whatever a buyer typed since. */
        static @Nullable BigDecimal companyValue(ProposalLine line) {
            Money proposed = line.companyValue();
            if (proposed == null || line.quantity().equals(line.proposed())) {
                return proposed == null ? null : proposed.amount();
            }
            return line.proposed().isZero() ? null
                    : proposed.amount().multiply(line.quantity().value()).divide(line.proposed().value(), MathContext.DECIMAL64);
        }
    }
}
