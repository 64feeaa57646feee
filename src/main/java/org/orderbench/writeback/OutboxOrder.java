package org.orderbench.writeback;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lines bound into one intended order; its key never changes again.
 *
 * @param odooState the order's state when last read
 * @param anyway    a person saw that Odoo's prices differ from what was decided, and wants it confirmed all the same
 * @param attempts  tries since it last moved forward
 * @param joins     a colleague's draft ({@code purchase.order} id) that the lines are to be added to; null for a draft of our own
 * @param recovered found again in Odoo after the cache it was written from was lost: whether it was touched since cannot be told
 */
public record OutboxOrder(
        long id,
        OrderKey key,
        int companyId,
        int warehouseId,
        int receiptTypeId,
        int vendorId,
        String vendorName,
        String currency,
        boolean confirm,
        OutboxState state,
        @Nullable String reason,
        @Nullable Integer odooOrderId,
        @Nullable String odooOrderName,
        @Nullable String odooState,
        boolean anyway,
        int attempts,
        @Nullable Integer joins,
        boolean recovered,
        List<OutboxLine> lines) {

    public OutboxOrder {
        lines = List.copyOf(lines);
    }

    /** The lines that still go with the order. */
    public List<OutboxLine> going() {
        return lines.stream().filter(OutboxLine::goesWithOrder).toList();
    }

    /** The ids in Odoo of its lines that were read back there, whosever they turned out to be. */
    public List<Integer> odooLineIds() {
        return lines.stream().map(OutboxLine::odooLineId).filter(Objects::nonNull).toList();
    }

    /** Whether a draft of it is confirmed from here: a colleague's draft that it joins never is. */
    public boolean isToBeConfirmed() {
        return confirm && joins == null;
    }

    /** Whether a line of it is there that nobody asked for. */
    public boolean unasked() {
        return lines.stream().anyMatch(line -> line.intent().unasked());
    }

    /** How a person calls it. */
    public String label() {
        return odooOrderName == null ? "the order for " + vendorName : odooOrderName + " (" + vendorName + ")";
    }
}
