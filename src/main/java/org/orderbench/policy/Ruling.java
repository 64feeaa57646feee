package org.orderbench.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;

/**
 * What a person made of one proposed line: evidence for or against the agent.
 *
 * @param slice     the slice that the line belonged to
 * @param outcome   what came of it
 * @param proposed  the agent's quantity
 * @param decided   the person's; zero for what was rejected
 * @param unitValue company value of one unit of the product; null without a rate
 * @param reason    of a rejection; empty otherwise
 * @param by        who
 * @param batch     how many lines were decided in the same stroke, this one included
 * @param dwell     how long the person had for this line: since the stroke before, divided by the batch; null if not known
 */
public record Ruling(
        long lineId,
        String slice,
        Outcome outcome,
        Quantity proposed,
        Quantity decided,
        @Nullable BigDecimal unitValue,
        String reason,
        String by,
        Instant at,
        int batch,
        @Nullable Duration dwell) {

    public enum Outcome {
        /** Approved, whether as proposed or edited. */
        APPROVED,
        REJECTED,
        /** Written, and then cancelled or deleted by somebody in Odoo. */
        WITHDRAWN
    }

    public boolean unedited() {
        return outcome == Outcome.APPROVED && proposed.equals(decided);
    }

    /** How far the decided quantity is from the proposed one, as a share of the proposed: 0.1 for 10 to 11, 1 for a rejection. */
    public double edit() {
        if (outcome != Outcome.APPROVED) {
            return 1;
        }
        return proposed.isZero() ? (decided.isZero() ? 0 : 1) : Math.abs(decided.minus(proposed).toDouble()) / proposed.toDouble();
    }
}
