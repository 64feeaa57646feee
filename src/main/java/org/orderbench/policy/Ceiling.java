package org.orderbench.policy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;

/**
 * The most that may be written unasked of something: a line, an order, a vendor's day. Exactly at the ceiling passes; above it does not.
 *
 * @param value in the policy's currency; never absent, because authority without a limit in money is not given
 * @param units in the products' own units, summed as they are; null for no limit
 * @param packs in packs as the lines are ordered; null for no limit
 */
public record Ceiling(BigDecimal value, @Nullable Quantity units, @Nullable BigDecimal packs) {

    /** Lets nothing through that is worth anything. */
    public static final Ceiling NOTHING = new Ceiling(BigDecimal.ZERO, null, null);

    public Ceiling {
        if (value.signum() < 0 || (units != null && units.value().signum() < 0) || (packs != null && packs.signum() < 0)) {
            throw new IllegalArgumentException("A ceiling is not negative. Enter 0 to let nothing through.");
        }
    }

    /** A ceiling on value alone. */
    public static Ceiling of(long value) {
        return new Ceiling(BigDecimal.valueOf(value), null, null);
    }
}
