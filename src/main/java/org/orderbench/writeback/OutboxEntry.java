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
        List<Line> lines) {

    public OutboxEntry {
        lines = List.copyOf(lines);
    }

    public record Line(long proposalLineId, String code, String name, Quantity quantity, BigDecimal unitPrice, OutboxState state, @Nullable String reason) {}
}
