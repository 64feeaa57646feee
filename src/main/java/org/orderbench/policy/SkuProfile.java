package org.orderbench.policy;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;

/**
 * What policy has to know of one SKU beyond the proposed line. What is null is not known, and a check that needs it cannot be evaluated.
 *
 * @param demandClass   its class by value and steadiness
 * @param usualOrder    the median of its latest orders, in the product's own unit
 * @param lastPrice     the price of its latest order, per the product's own unit
 * @param lastCurrency  the currency of {@code lastPrice}
 * @param odooOrders    Odoo's own scheduler orders it as well ({@code trigger = 'auto'})
 * @param tags          names of its product tags in Odoo; null if they were not read
 */
public record SkuProfile(
        @Nullable DemandClass demandClass,
        @Nullable Quantity usualOrder,
        @Nullable BigDecimal lastPrice,
        @Nullable String lastCurrency,
        boolean odooOrders,
        @Nullable Set<String> tags) {

    public SkuProfile {
        tags = tags == null ? null : Set.copyOf(tags);
    }

    /** Without tags. */
    public SkuProfile(
            @Nullable DemandClass demandClass, @Nullable Quantity usualOrder, @Nullable BigDecimal lastPrice, @Nullable String lastCurrency, boolean odooOrders) {
        this(demandClass, usualOrder, lastPrice, lastCurrency, odooOrders, null);
    }
}
