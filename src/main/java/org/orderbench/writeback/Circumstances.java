package org.orderbench.writeback;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;

/**
 * The facts under a decision but for what is on order: what no key depends on, so that it may be some seconds old. Quantities and price are per the
 * product's own unit.
 *
 * @param unitPrice after discount, in the order's currency; null when the supplier price row is gone or no longer valid
 * @param minimum   the supplier's
 * @param available the product and the vendor are active and may be bought
 */
public record Circumstances(Quantity onHand, @Nullable BigDecimal unitPrice, Quantity minimum, boolean available) {}
