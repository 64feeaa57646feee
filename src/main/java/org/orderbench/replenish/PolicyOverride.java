package org.orderbench.replenish;

import java.math.BigDecimal;

/**
 * A setting that a buyer made for some SKUs. Where several speak of the same parameter, the nearest wins: SKU, then category, then vendor.
 *
 * @param scope what it is set for
 * @param key   the SKU as {@code company/warehouse/product}, the category's full name, or the vendor's id
 * @param label how the scope is called in explanations, such as {@code vendor Lights Ltd}
 */
public record PolicyOverride(Scope scope, String key, String label, PolicyParameter parameter, BigDecimal value) {

    /** From the nearest to the farthest. */
    public enum Scope {
        SKU,
        CATEGORY,
        VENDOR
    }
}
