package org.orderbench.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the automatic trips look at.
 *
 * @param latest       each slice's agreement over its latest decisions
 * @param tracking     each slice's tracking signal; a slice that is absent has too little to tell
 * @param dayTotal     what was and would be ordered today, in the policy's currency; null if it cannot be valued
 * @param earlierDays  the totals of earlier days on which something was ordered
 * @param doubts       when writing was in doubt
 * @param dataFrom     when the cache was last read from Odoo in full; null if never
 */
public record BrakeFacts(
        Instant now,
        Map<String, Agreement> latest,
        Map<String, Double> tracking,
        @Nullable BigDecimal dayTotal,
        List<BigDecimal> earlierDays,
        List<Instant> doubts,
        @Nullable Instant dataFrom) {

    public BrakeFacts {
        latest = Map.copyOf(latest);
        tracking = Map.copyOf(tracking);
        earlierDays = List.copyOf(earlierDays);
        doubts = List.copyOf(doubts);
    }

    /** With more that would be ordered today; null for an amount that cannot be valued. */
    BrakeFacts plus(@Nullable BigDecimal more) {
        BigDecimal total = dayTotal == null || more == null ? null : dayTotal.add(more);
        return new BrakeFacts(now, latest, tracking, total, earlierDays, doubts, dataFrom);
    }
}
