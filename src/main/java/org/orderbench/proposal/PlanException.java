package org.orderbench.proposal;

import org.orderbench.catalog.Sku;

/**
 * A SKU that the plan leaves out, or something about it that a person should look at. Countable, never silent.
 *
 * @param reason a stable short name, such as {@code no-supplier-price}
 * @param detail a sentence for the buyer, with the next step
 */
public record PlanException(Sku sku, String code, String name, String reason, String detail) {}
