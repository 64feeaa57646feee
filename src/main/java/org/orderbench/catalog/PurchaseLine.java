package org.orderbench.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a purchase order as Odoo holds it ({@code purchase.order.line} with its order).
 *
 * @param id          the line's id; newer lines have greater ids
 * @param state       {@code draft}, {@code sent}, {@code to approve}, {@code purchase}, {@code done} or {@code cancel}
 * @param ordered     in the product's own unit ({@code product_qty} converted)
 * @param received    in the product's own unit
 * @param price       per the line's unit, in {@code currency}
 * @param unitPrice   the same per the product's own unit; null where the units do not convert
 * @param createdAt   when the line was created in Odoo ({@code create_date})
 * @param plannedDate {@code date_planned}: when it is expected
 * @param approvedAt  when the order was confirmed ({@code date_approve}), if it was
 */
public record PurchaseLine(
        int id,
        int orderId,
        String orderName,
        String state,
        int vendorId,
        Sku sku,
        Quantity ordered,
        Quantity received,
        BigDecimal price,
        @Nullable BigDecimal unitPrice,
        String currency,
        Instant createdAt,
        @Nullable LocalDate plannedDate,
        @Nullable Instant approvedAt) {

    /** A quotation: nobody has committed to it yet. */
    public boolean isDraft() {
        return state.equals("draft") || state.equals("sent");
    }

    /** Asked to be confirmed and waiting for a person. */
    public boolean waitsForApproval() {
        return state.equals("to approve");
    }

    /** Committed to the vendor. */
    public boolean isConfirmed() {
        return state.equals("purchase") || state.equals("done");
    }

    /** What is still to come; never negative. Nothing of a cancelled line. */
    public Quantity outstanding() {
        return state.equals("cancel") ? Quantity.ZERO : ordered.minus(received).max(Quantity.ZERO);
    }
}
