package org.orderbench.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One round of planning. Ids of proposals and lines are 0 until the plan is saved.
 *
 * @param skus     how many SKUs were looked at
 * @param statuses each of them, whether something is to be ordered or not
 */
public record Plan(
        Instant plannedAt, LocalDate today, int skus, List<Proposal> proposals, List<PlanException> exceptions, List<SkuStatus> statuses) {


    /** One of which only orders and exceptions count. */
    public Plan(Instant plannedAt, LocalDate today, int skus, List<Proposal> proposals, List<PlanException> exceptions) {
        this(plannedAt, today, skus, proposals, exceptions, List.of());
    }

    public Plan {
        proposals = List.copyOf(proposals);
        exceptions = List.copyOf(exceptions);
        statuses = List.copyOf(statuses);
    }
}
