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
 * @param dayAtLeast     what a day may come to in the policy's currency without being unusual, however little the earlier days came to: a small
 *                       shop's days are lumpy, and one ordinary order is ten usual days
 * @param fewestDays     the fewest such days for that; before, the ceilings on the day alone hold
 * @param doubts         doubtful writes within {@code doubtWindow}
 * @param dataAge        age of the cache
 */
public record BrakeLimits(
        double agreementBelow, int fewestDecisions, double trackingSignal, BigDecimal dayTimesUsual, BigDecimal dayAtLeast, int fewestDays, int doubts, Duration doubtWindow, Duration dataAge) {

    private static final BigDecimal FLOOR = BigDecimal.valueOf(1_000);

    public BrakeLimits {
        if (dayAtLeast.signum() < 0) {
            throw new IllegalArgumentException("What a day may come to without being unusual is not negative. Enter 0 to go by the earlier days alone.");
        }
    }

    public static BrakeLimits careful() {
        return new BrakeLimits(0.4, 8, 6, BigDecimal.valueOf(3), FLOOR, 8, 3, Duration.ofHours(24), Duration.ofHours(24));
    }
}
