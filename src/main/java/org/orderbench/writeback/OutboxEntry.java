package org.orderbench.writeback;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;

/**
 * One intended order in the outbox, as screens and the command line show it.
 *
 * @param id         0 while its lines are queued and not yet bound into an order
 * @param reason     why it is where it is, for a person; null where the state says it all
 * @param orderId    {@code purchase.order} id once it is known
 * @param orderState Odoo's own state when last read
 * @param joins      name of the colleague's draft that the lines are, or were, added to; null for a draft of our own
 * @param beside     while nothing is sent: colleagues' drafts that they could be added to instead, as of the last sync
 */
public record OutboxEntry(
        long id,
        String vendorName,
        String warehouseName,
        String currency,
        boolean confirm,
        OutboxState state,
        @Nullable String reason,
        @Nullable Integer orderId,
        @Nullable String orderName,
        @Nullable String orderState,
        Instant movedAt,
        @Nullable String joins,
        List<Draft> beside,
        List<Line> lines) {

    public OutboxEntry {
        lines = List.copyOf(lines);
        beside = List.copyOf(beside);
    }

    /** A colleague's draft of the same vendor, company, warehouse and currency. */
    public record Draft(int orderId, String name, int lines, BigDecimal total) {}

    public record Line(long proposalLineId, String code, String name, Quantity quantity, BigDecimal unitPrice, OutboxState state, @Nullable String reason) {}
}
