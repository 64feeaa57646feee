package org.orderbench.writeback;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.orderbench.writeback.PurchaseGateway.LineView;
import org.orderbench.writeback.PurchaseGateway.OrderView;

/**
 * Takes back a draft that Orderbench made and nobody has touched since: cancelled and deleted in Odoo, rejected here. Of a colleague's draft that lines were
 * added to, only those lines are deleted.
 */
public final class Withdrawal {

    private final PurchaseGateway gateway;
    private final OutboxStore store;
    private final Freshness freshness;

    public Withdrawal(PurchaseGateway gateway, OutboxStore store, Tolerances tolerances) {
        this.gateway = gateway;
        this.store = store;
        this.freshness = new Freshness(tolerances);
    }

    /**
     * Repeating it after a failure does what is left to do.
     *
     * @param id of the outbox order
     * @return empty when it is done, else why not and what to do
     */
    public Optional<String> withdraw(long id, String by) {
        OutboxOrder order = store.order(id);
        boolean written = order.state() == OutboxState.NOTED || order.state() == OutboxState.PARKED;
        Integer odooOrder = order.odooOrderId();
        if (!written || odooOrder == null) {
            return Optional.of("Only an order that is written can be withdrawn; this one is " + order.state() + ".");
        }
        if (order.recovered()) {
            return Optional.of(order.label() + " was found again in Odoo after a cache was lost, so nobody knows whether it was touched since. Cancel it in Odoo.");
        }
        try {
            Optional<OrderView> view = gateway.readOrder(odooOrder);
            if (view.isPresent()) {
                Optional<String> touched = touched(order, view.get());
                if (touched.isPresent()) {
                    return touched;
                }
                if (order.joins() != null) {
                    gateway.deleteLines(order.going().stream().map(OutboxLine::odooLineId).filter(Objects::nonNull).toList());
                    store.withdraw(id, order.state(), "Taken off " + view.get().name() + " again by " + by + ".", by);
                    return Optional.empty();
                }
                if (!view.get().isCancelled()) {
                    gateway.cancel(odooOrder);
                }
                gateway.delete(odooOrder);
            }
            store.withdraw(id, order.state(), "Withdrawn by " + by + ".", by);
            return Optional.empty();
        } catch (GatewayException e) {
            return Optional.of(e.words() + " Try again: what is done already is not done twice.");
        }
    }

    private Optional<String> touched(OutboxOrder order, OrderView view) throws GatewayException {
        if (!view.isDraft() && !view.isCancelled()) {
            return Optional.of(view.name() + " is no longer a draft. Cancel it in Odoo, and tell the vendor.");
        }
        List<LineView> lines = gateway.readLines(order.odooLineIds());
        List<String> differences = order.joins() == null ? Contents.differences(order, view, lines, freshness) : Contents.edits(order, view, lines, freshness);
        return differences.isEmpty() ? Optional.empty() : Optional.of(view.name() + " was touched since. " + String.join(" ", differences) + (order.joins() == null ? " Cancel it in Odoo." : " Take the lines off it in Odoo."));
    }
}
