package org.orderbench.writeback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.orderbench.writeback.PurchaseGateway.LineView;
import org.orderbench.writeback.PurchaseGateway.OrderView;

/**
 * Looks after what was written: lines that were edited, moved, merged or deleted in Odoo since, orders that were confirmed, approved, cancelled or
 * deleted there. Reads only; nothing in Odoo is ever set back. Run after each sync.
 */
public final class Watcher {

    private final PurchaseGateway gateway;
    private final OutboxStore store;

    public Watcher(PurchaseGateway gateway, OutboxStore store) {
        this.gateway = gateway;
        this.store = store;
    }

    /** @return what was noticed, one sentence each; empty too when Odoo cannot be read now */
    public List<String> watch() {
        List<String> noticed = new ArrayList<>();
        List<OutboxOrder> orders = store.watched().stream().map(store::order).toList();
        if (orders.isEmpty()) {
            return noticed;
        }
        try {
            List<Integer> ids = orders.stream().flatMap(order -> order.going().stream()).map(OutboxLine::odooLineId).filter(Objects::nonNull).toList();
            Map<Integer, LineView> lines = new HashMap<>();
            gateway.readLines(ids).forEach(line -> lines.put(line.id(), line));
            List<Integer> orderIds = new ArrayList<>(orders.stream().map(OutboxOrder::odooOrderId).filter(Objects::nonNull).toList());
            lines.values().forEach(line -> orderIds.add(line.orderId()));
            Map<Integer, OrderView> views = new HashMap<>();
            gateway.readOrders(orderIds.stream().distinct().toList()).forEach(view -> views.put(view.id(), view));
            orders.forEach(order -> compare(order, lines, views, noticed));
        } catch (GatewayException e) {
            noticed.add(e.words());
        }
        return noticed;
    }

    private void compare(OutboxOrder order, Map<Integer, LineView> lines, Map<Integer, OrderView> views, List<String> noticed) {
        OrderView view = order.odooOrderId() == null ? null : views.get(order.odooOrderId());
        if (view != null && !view.state().equals(order.odooState())) {
            store.keep(order.id(), view);
            noticed.add(order.label() + " is " + words(view.state()) + " in Odoo now.");
        }
        for (OutboxLine line : order.going()) {
            LineView read = line.odooLineId() == null ? null : lines.get(line.odooLineId());
            OrderView where = read == null ? null : views.get(read.orderId());
            String what = line.intent().label();
            if (read == null) {
                leave(line, OutboxState.WITHDRAWN, "Deleted in Odoo.", what, noticed);
            } else if (where != null && where.isCancelled()) {
                leave(line, OutboxState.WITHDRAWN, where.name() + " was cancelled in Odoo.", what, noticed);
            } else if (!Objects.equals(read.orderId(), order.odooOrderId())) {
                leave(line, OutboxState.ADOPTED, "Moved to " + (where == null ? "another order" : where.name()) + " in Odoo.", what, noticed);
            } else if (!Contents.fingerprint(order, read).equals(line.fingerprint())) {
                String reason = "Edited in Odoo: " + read.quantity().toPlainString() + " instead of " + line.intent().lineQuantity().toPlainString() + ".";
                if (!reason.equals(line.reason())) {
                    store.seen(line.id(), read.id(), read.orderId(), reason);
                    noticed.add(what + ": " + reason);
                }
            }
        }
        OutboxOrder after = store.order(order.id());
        if (after.going().isEmpty() && after.state() != OutboxState.WITHDRAWN) {
            store.move(after.id(), after.state(), OutboxState.WITHDRAWN, "None of its lines is left on it in Odoo.");
        }
    }

    private void leave(OutboxLine line, OutboxState apart, String reason, String what, List<String> noticed) {
        store.leave(line.id(), apart, reason, null);
        noticed.add(what + ": " + reason);
    }

    private static String words(String state) {
        return switch (state) {
            case "draft", "sent" -> "a draft";
            case "to approve" -> "waiting for approval";
            case "purchase", "done" -> "confirmed";
            case "cancel" -> "cancelled";
            default -> state;
        };
    }
}
