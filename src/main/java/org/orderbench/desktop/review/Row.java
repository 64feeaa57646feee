package org.orderbench.desktop.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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
            int belowMinimum) implements Row {}

    /** A line. Equal to itself alone, so that a grid of many thousands is compared fast. */
    final class Line implements Row {

        private final Proposal proposal;
        private final ProposalLine line;

        Line(Proposal proposal, ProposalLine line) {
            this.proposal = proposal;
            this.line = line;
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

        public BigDecimal value() {
            return line.unitPrice().multiply(line.quantity().value());
        }

        public boolean edited() {
            return !line.quantity().equals(line.proposed());
        }
    }
}
