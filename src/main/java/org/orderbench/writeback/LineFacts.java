package org.orderbench.writeback;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;

/**
 * What a line's quantity was decided on, at one moment; three of these side by side are a conflict. Quantities and price are per the product's
 * own unit.
 *
 * @param incoming          outstanding on confirmed orders
 * @param drafts            outstanding on quotations and on orders that wait for approval
 * @param unitPrice         after discount, in the order's currency; null when the supplier price row is gone or no longer valid
 * @param minimum           the supplier's
 * @param newestLineId      the newest purchase line of the product for this warehouse; null if it was never ordered
 * @param newestLineCreated when Odoo created that line
 * @param available         the product and the vendor are active and may be bought
 */
public record LineFacts(
        Quantity onHand,
        Quantity incoming,
        Quantity drafts,
        @Nullable BigDecimal unitPrice,
        Quantity minimum,
        @Nullable Integer newestLineId,
        @Nullable Instant newestLineCreated,
        boolean available) {

    public Quantity supply() {
        return onHand.plus(incoming).plus(drafts);
    }
}
