package org.orderbench.writeback;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orderbench.writeback.PurchaseGateway.LineView;
import org.orderbench.writeback.PurchaseGateway.OrderView;

/** Compares what was decided with what an order in Odoo holds. Pure. */
final class Contents {

    private Contents() {}

    /** What of our own lines on it is no longer as it was sent, in sentences, whatever else is on it. */
    static List<String> edits(OutboxOrder order, OrderView view, List<LineView> lines, Freshness freshness) {
        Map<Integer, LineView> byId = new HashMap<>();
        lines.forEach(line -> byId.put(line.id(), line));
        List<String> differences = new ArrayList<>();
        for (OutboxLine line : order.going()) {
            LineView read = line.odooLineId() == null ? null : byId.get(line.odooLineId());
            if (read == null || read.orderId() != view.id()) {
                differences.add(line.intent().label() + " is no longer on it.");
            } else if (!fingerprint(order, read).equals(line.fingerprint())) {
                differences.add(line.intent().label() + " was edited in Odoo: " + read.quantity().toPlainString() + " instead of "
                        + line.intent().lineQuantity().toPlainString() + " " + line.intent().lineUnitName() + ".");
            } else if (priceDiffers(freshness, line.intent(), read)) {
                differences.add(line.intent().label() + " costs " + read.unitPrice().toPlainString() + " per " + line.intent().lineUnitName()
                        + " in Odoo; it was decided on " + line.intent().unitPrice().stripTrailingZeros().toPlainString() + " per "
                        + line.intent().unitName() + ".");
            }
        }
        return differences;
    }

    /** What keeps the order from being confirmed unseen, in sentences; empty when it is what was decided and nothing else. */
    static List<String> differences(OutboxOrder order, OrderView view, List<LineView> lines, Freshness freshness) {
        Map<Integer, LineView> byId = new HashMap<>();
        lines.forEach(line -> byId.put(line.id(), line));
        List<String> differences = edits(order, view, lines, freshness);
        List<Integer> others = new ArrayList<>(view.lineIds());
        order.going().forEach(line -> others.remove(line.odooLineId()));
        for (OutboxLine line : order.lines()) {
            LineView read = line.odooLineId() == null ? null : byId.get(line.odooLineId());
            if (line.apart() == OutboxState.ADOPTED && read != null && others.remove(line.odooLineId())) {
                differences.add(line.intent().label() + " holds " + read.quantity().toPlainString() + " instead of "
                        + line.intent().lineQuantity().toPlainString() + ", as another client wrote it.");
            }
        }
        if (!others.isEmpty()) {
            differences.add("It holds " + others.size() + (others.size() == 1 ? " line" : " lines") + " that Orderbench did not write.");
        }
        return differences;
    }

    static Fingerprint fingerprint(OutboxOrder order, LineView read) {
        return Fingerprint.of(
                order.vendorId(), order.companyId(), order.receiptTypeId(), order.currency(), read.productId(), read.quantity(), read.unitId());
    }

    /** Whether Odoo's price is beyond tolerance of the decided one, both per the product's own unit, or both per line unit where that is larger. */
    static boolean priceDiffers(Freshness freshness, LineIntent intent, LineView read) {
        BigDecimal factor = intent.lineUnitFactor();
        return factor.compareTo(BigDecimal.ONE) >= 0
                ? freshness.priceDiffers(intent.unitPrice().multiply(factor), read.unitPrice())
                : freshness.priceDiffers(intent.unitPrice(), read.unitPrice().divide(factor, MathContext.DECIMAL64));
    }

    /** Where an order stands none of whose lines go with it any more: what needs a person comes first. */
    static OutboxState apartTogether(OutboxOrder order) {
        for (OutboxState state : List.of(OutboxState.PARKED, OutboxState.CONFLICT, OutboxState.ADOPTED)) {
            if (order.lines().stream().anyMatch(line -> line.apart() == state)) {
                return state;
            }
        }
        return OutboxState.WITHDRAWN;
    }
}
