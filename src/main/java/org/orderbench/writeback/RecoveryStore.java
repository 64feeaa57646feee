package org.orderbench.writeback;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.proposal.LineBasis;
import org.orderbench.writeback.PurchaseGateway.LineView;
import org.orderbench.writeback.PurchaseGateway.OrderView;

/** What {@link Recovery} needs of the cache. Safe for several threads. */
public interface RecoveryStore {

    /** Orders of the last months in the mirror whose origin is Orderbench's, and which neither the outbox knows nor {@link #notOurs} has named. */
    List<Trace> unknown();

    /** Somebody else made it: it is not asked about again. */
    void notOurs(int odooOrderId);

    /**
     * Puts the order into the outbox, where it stands in Odoo, in one transaction with its journal entry.
     *
     * @param key null where it could not be made anew
     * @return false when the outbox knows it by now
     */
    boolean keep(Trace trace, OrderView order, List<Known> lines, @Nullable OrderKey key);

    /**
     * An order of Orderbench's in the mirror.
     *
     * @param bases of each line ({@code purchase.order.line} id), what it may have been decided on: the purchase lines of its SKU before it, newest first
     */
    record Trace(int odooOrderId, int vendorId, int companyId, int warehouseId, String currency, String origin, Map<Integer, List<LineBasis>> bases) {
        public Trace {
            bases = Map.copyOf(bases);
        }
    }

    /** @param basis the one whose key leads to the line in Odoo; null when none does */
    record Known(LineView line, @Nullable LineBasis basis) {}
}
