package org.orderbench.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One round of planning. Ids of proposals and lines are 0 until the plan is saved.
 *
 * @param skus how many SKUs were looked at
 */
public record Plan(Instant plannedAt, LocalDate today, int skus, List<Proposal> proposals, List<PlanException> exceptions) {

    public Plan {
        proposals = List.copyOf(proposals);
        exceptions = List.copyOf(exceptions);
    }
}
