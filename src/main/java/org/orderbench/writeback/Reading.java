package org.orderbench.writeback;

import java.util.Collection;
import java.util.List;
import org.orderbench.writeback.PurchaseGateway.LineView;
import org.orderbench.writeback.PurchaseGateway.OrderView;

/** An order and lines of it as they were read a moment ago, with nothing written to Odoo since. */
record Reading(OrderView order, List<LineView> lines) {

    Reading {
        lines = List.copyOf(lines);
    }

    /** The order alone. */
    Reading(OrderView order) {
        this(order, List.of());
    }

    boolean holds(Collection<Integer> lineIds) {
        return lines.stream().map(LineView::id).toList().containsAll(lineIds);
    }
}
