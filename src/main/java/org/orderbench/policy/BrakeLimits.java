package org.orderbench.policy;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What pulls the brake by itself.
 *
 * @param agreementBelow the lower bound of a slice's unedited share, for slices with authority
 * @param fewestDecisions the fewest latest decisions for that
 * @param trackingSignal either way
 * @param dayTimesUsual  the day's total against the median of the earlier days on which something was ordered
 * @param fewestDays     the fewest such days for that; before, the ceilings on the day alone hold
 * @param doubts         doubtful writes within {@code doubtWindow}
 * @param dataAge        age of the cache
 */
public record BrakeLimits(
        double agreementBelow, int fewestDecisions, double trackingSignal, BigDecimal dayTimesUsual, int fewestDays, int doubts, Duration doubtWindow, Duration dataAge) {

    public static BrakeLimits careful() {
        return new BrakeLimits(0.4, 8, 6, BigDecimal.valueOf(3), 8, 3, Duration.ofHours(24), Duration.ofHours(24));
    }
}
