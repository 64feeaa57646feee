package org.orderbench.policy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What no policy on a computer goes beyond, as its administrators settled it. A null amount leaves that ceiling to the policy.
 *
 * @param highest   the highest level of any slice
 * @param line      the value of a line that is written unasked, in the policy's currency, as all of these
 * @param order     of an order
 * @param vendorDay of a vendor's day
 * @param skuDay    of a SKU's day
 * @param day       of a day
 */
public record PolicyBounds(
        AuthorityLevel highest,
        @Nullable BigDecimal line,
        @Nullable BigDecimal order,
        @Nullable BigDecimal vendorDay,
        @Nullable BigDecimal skuDay,
        @Nullable BigDecimal day) {

    /** Leaves every policy as it is. */
    public static final PolicyBounds NONE = new PolicyBounds(AuthorityLevel.AUTO_CONFIRM, null, null, null, null, null);

    /** The same version of the policy with what goes beyond the bounds cut down to them. */
    public Policy apply(Policy policy) {
        Limits l = policy.limits();
        Limits bounded = new Limits(
                l.currency(),
                cut(l.line(), line),
                cut(l.order(), order),
                cut(l.vendorDay(), vendorDay),
                cut(l.skuDay(), skuDay),
                cut(l.day(), day),
                l.budgets(),
                l.usualOrderTimes(),
                l.priceRisePercent(),
                l.confidenceFloor(),
                l.dataAge());
        return new Policy(
                policy.version(),
                policy.by(),
                policy.at(),
                policy.reason(),
                bounded,
                policy.slices().stream().map(slice -> slice.at(slice.level().lowerOf(highest))).toList(),
                policy.brakeLimits(),
                policy.earning());
    }

    private static Ceiling cut(Ceiling ceiling, @Nullable BigDecimal most) {
        return most == null || ceiling.value().compareTo(most) <= 0 ? ceiling : new Ceiling(most, ceiling.units(), ceiling.packs());
    }
}
