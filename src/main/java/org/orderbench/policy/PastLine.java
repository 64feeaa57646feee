package org.orderbench.policy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;

/**
 * A line that was decided in the past, as it stood before anybody decided it.
 *
 * @param order   its proposal, without lines
 * @param line    open, at the quantity that the agent proposed
 * @param day     on which it was decided
 * @param outcome what came of it
 * @param decided the quantity that was approved; zero for what was not
 * @param profile what was known of the SKU when it was judged; null if it was not judged then
 */
public record PastLine(
        Proposal order, ProposalLine line, LocalDate day, Instant at, Ruling.Outcome outcome, Quantity decided, @Nullable SkuProfile profile) {

    public boolean unedited() {
        return outcome == Ruling.Outcome.APPROVED && decided.equals(line.proposed());
    }
}
