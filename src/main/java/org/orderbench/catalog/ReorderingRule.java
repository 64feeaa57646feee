package org.orderbench.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reordering rule of Odoo ({@code stock.warehouse.orderpoint}), in the product's own unit.
 *
 * @param multiple     order in multiples of this (0 for none)
 * @param automatic    {@code trigger = 'auto'}: Odoo's scheduler orders by itself, and two engines on one SKU fight
 * @param snoozedUntil {@code snoozed_until}
 */
public record ReorderingRule(
        int id, Sku sku, Quantity minimum, Quantity maximum, Quantity multiple, boolean automatic, @Nullable LocalDate snoozedUntil) {}
