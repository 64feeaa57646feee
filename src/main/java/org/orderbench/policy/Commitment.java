package org.orderbench.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;

/**
 * A line that was approved in Orderbench and so counts against what may still be written.
 *
 * @param slice   the slice that it was judged in; null if a person ordered it
 * @param day     on which it was approved
 * @param value   in the company's currency at that day's rate; null without one
 * @param packs   in packs as it was ordered
 * @param unasked nobody asked for it: the agent approved it
 */
public record Commitment(
        Sku sku, int vendorId, String category, @Nullable String slice, LocalDate day, @Nullable Money value, Quantity units, BigDecimal packs, boolean unasked) {}
