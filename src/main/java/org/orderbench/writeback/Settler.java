package org.orderbench.writeback;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.writeback.PurchaseGateway.Found;
import org.orderbench.writeback.PurchaseGateway.LineView;
import org.orderbench.writeback.PurchaseGateway.OrderView;

/**
 * One pass over an order that is not known to be a draft yet: look its keys up, write what is missing create-once, read back whose each line
 * is. It may be run again after any failure or crash, at any point: it starts by looking, and what it writes is written once by Odoo itself.
 */
final class Settler {

    private final PurchaseGateway gateway;
    private final OutboxStore store;
    private final Freshness freshness;
    private final FactsAhead ahead;
    private final Shield shield;
    private final Clock clock;

    Settler(PurchaseGateway gateway, OutboxStore store, Freshness freshness, FactsAhead ahead, Shield shield, Clock clock) {
        this.gateway = gateway;
        this.store = store;
        this.freshness = freshness;
        this.ahead = ahead;
        this.shield = shield;
        this.clock = clock;
    }

    /** @return the order and its lines as they were read last, when it is known to be there; null when it came to nothing */
    @Nullable Reading settle(OutboxOrder order) throws GatewayException {
        Map<OutboxLine, Integer> present = new LinkedHashMap<>();
        List<OutboxLine> missing = look(order, present);
        missing = stillRight(missing, present);
        // of an order that is only queued not a byte was sent: what is there already is somebody else's, also under the very same order key
        Set<Long> foreign = order.state() == OutboxState.QUEUED ? ids(present.keySet()) : Set.of();
        if (!missing.isEmpty()) {
            if (order.state() != OutboxState.SENDING) {
                store.move(order.id(), order.state(), OutboxState.SENDING, null);
            }
            write(joining(order), missing, present);
        }
        List<LineView> lines = place(store.order(order.id()), present, foreign, ids(missing));
        OrderView view = finish(store.order(order.id()));
        return view == null ? null : new Reading(view, lines);
    }

    private static Set<Long> ids(Collection<OutboxLine> lines) {
        return lines.stream().map(OutboxLine::id).collect(Collectors.toSet());
    }

    /** Sorts the lines by what Odoo knows of their keys; those that were there once and are gone leave the order. */
    private List<OutboxLine> look(OutboxOrder order, Map<OutboxLine, Integer> present) throws GatewayException {
        List<OutboxLine> going = order.going();
        Map<LineKey, Found> found = gateway.findLines(going.stream().map(OutboxLine::key).toList());
        List<OutboxLine> missing = new ArrayList<>();
        List<OutboxLine> deletedByOthers = new ArrayList<>();
        for (OutboxLine line : going) {
            Found where = found.get(line.key());
            if (where instanceof Found.Present(int id)) {
                present.put(line, id);
            } else if (line.seen()) {
                store.leave(line.id(), OutboxState.WITHDRAWN, "Deleted in Odoo.", null);
            } else if (where instanceof Found.Gone && !line.intent().anyway() && !store.withdrawnBefore(line.key())) {
                deletedByOthers.add(line);
            } else if (line.key().equals(line.intent().key()) && line.fingerprint().equals(line.intent().fingerprint())) {
                missing.add(line);
            } else {
                store.leave(line.id(), OutboxState.PARKED, "What is to be sent is not what was fixed under its key. Please report this defect.", null);
            }
        }
        conflict(deletedByOthers, "This shortage had been ordered, and the line was deleted in Odoo. Send it anyway, or drop it.");
        return missing;
    }

    /**
     * Reads the facts under the lines again; those that no longer hold leave the order as conflicts. Where the change is that another client has
     * written this very key since we looked, the line is present after all.
     */
    private List<OutboxLine> stillRight(List<OutboxLine> missing, Map<OutboxLine, Integer> present) throws GatewayException {
        if (missing.isEmpty()) {
            return missing;
        }
        Map<Sku, LineFacts> facts = ahead.read(intents(missing));
        if (missing.stream().anyMatch(line -> !holds(line, facts.get(line.intent().basis().sku())))) {
            // some of it may have been read a moment ago, while goods came in: only what is read as a whole can be held against a decision
            facts.putAll(gateway.facts(intents(missing)));
        }
        List<OutboxLine> right = new ArrayList<>();
        Map<OutboxLine, String> changed = new LinkedHashMap<>();
        for (OutboxLine line : missing) {
            LineFacts now = facts.get(line.intent().basis().sku());
            if (now == null) {
                store.leave(line.id(), OutboxState.PARKED, "Its product can no longer be read in Odoo. Check it there, then retry.", null);
            } else if (holds(line, now)) {
                right.add(line);
            } else {
                changed.put(line, String.join(" ", freshness.changes(line.intent(), now, clock.instant())));
            }
        }
        Map<LineKey, Found> again = changed.isEmpty() ? Map.of() : gateway.findLines(changed.keySet().stream().map(OutboxLine::key).toList());
        changed.forEach((line, changes) -> {
            if (again.get(line.key()) instanceof Found.Present(int id)) {
                present.put(line, id);
            } else {
                store.leave(line.id(), OutboxState.CONFLICT, changes, facts.get(line.intent().basis().sku()));
            }
        });
        return right;
    }

    private boolean holds(OutboxLine line, @Nullable LineFacts now) {
        return now != null && freshness.changes(line.intent(), now, clock.instant()).isEmpty();
    }

    private static List<LineIntent> intents(List<OutboxLine> lines) {
        return lines.stream().map(OutboxLine::intent).toList();
    }

    private void conflict(List<OutboxLine> lines, String reason) throws GatewayException {
        if (lines.isEmpty()) {
            return;
        }
        Map<Sku, LineFacts> facts = gateway.facts(intents(lines));
        for (OutboxLine line : lines) {
            store.leave(line.id(), OutboxState.CONFLICT, reason, facts.get(line.intent().basis().sku()));
        }
    }

    /**
     * A colleague's draft that lines are to be added to must still be one. It is somebody else's: never made, confirmed, cancelled or deleted from here. Where
     * it is a draft no more, the lines go into one of our own, under the same keys; a request for the old place that arrives late finds them taken. Lines that lie on it already stay there, and are told apart.
     */
    private OutboxOrder joining(OutboxOrder order) throws GatewayException {
        if (order.joins() == null) {
            return order;
        }
        Optional<OrderView> view = gateway.readOrder(order.joins());
        if (view.isPresent() && view.get().state().equals("draft") && fits(order, view.get())) {
            return order;
        }
        store.makeOwn(order.id(), view.map(OrderView::name).orElse("The colleague's order") + " is no draft for these lines any more: they get a draft of their own.");
        return store.order(order.id());
    }

    private static boolean fits(OutboxOrder order, OrderView view) {
        return view.vendorId() == order.vendorId() && view.companyId() == order.companyId() && view.receiptTypeId() == order.receiptTypeId()
                && view.currency().equals(order.currency());
    }

    private int header(OutboxOrder order) throws GatewayException {
        if (order.joins() != null) {
            return order.joins();
        }
        return gateway.loadHeader(new PurchaseGateway.Header(
                order.key(), order.vendorId(), order.companyId(), order.receiptTypeId(), order.currency(), shield.userFor(order)));
    }

    private void write(OutboxOrder order, List<OutboxLine> missing, Map<OutboxLine, Integer> present) throws GatewayException {
        int header = header(order);
        OrderView view = gateway.readOrder(header).orElseThrow(() -> new GatewayException(
                GatewayException.Kind.REFUSED, "The order was made in Odoo, but your user may not read it. Ask your Odoo administrator."));
        if (!fits(order, view)) {
            throw new GatewayException(
                    GatewayException.Kind.REFUSED,
                    view.name() + " carries this order's key but has another vendor, company, warehouse or currency. Look at it in Odoo.");
        }
        if (!view.isDraft()) {
            if (!gateway.findLines(missing.stream().map(OutboxLine::key).toList()).isEmpty()) {
                throw new GatewayException(GatewayException.Kind.LOST_RACE, view.name() + " was written and confirmed by another client at that moment. It is looked up again.");
            }
            throw new GatewayException(
                    GatewayException.Kind.REFUSED,
                    view.name() + (order.joins() == null ? " carries this order's key and" : "") + " is no longer a draft (" + view.state()
                            + "). Nothing was added to it; look at it in Odoo, then drop or re-decide.");
        }
        store.keep(order.id(), view);
        List<PurchaseGateway.Row> rows = missing.stream()
                .map(line -> new PurchaseGateway.Row(
                        line.key(), line.intent().basis().sku().productId(), line.intent().lineQuantity(), line.intent().lineUnitId(),
                        line.intent().linePrice()))
                .toList();
        try {
            List<Integer> ids = gateway.loadLines(order.companyId(), header, rows);
            for (int i = 0; i < rows.size(); i++) {
                present.put(missing.get(i), ids.get(i));
            }
        } catch (GatewayException e) {
            if (e.kind() != GatewayException.Kind.REFUSED) {
                throw e;
            }
            if (gateway.readOrder(header).isEmpty()) {
                throw new GatewayException(GatewayException.Kind.LOST_RACE, view.name() + " was deleted in Odoo at that moment. It is looked up again.", e);
            }
            removeIfEmpty(store.order(order.id()));
            throw e;
        }
    }

    /** Reads back which order each present line lies in, and what it holds: first everything, then it is kept together. */
    private List<LineView> place(OutboxOrder order, Map<OutboxLine, Integer> present, Set<Long> foreign, Set<Long> written) throws GatewayException {
        if (present.isEmpty()) {
            return List.of();
        }
        Integer own = ownOrder(order);
        List<LineView> views = gateway.readLines(present.values());
        Map<Integer, LineView> lines = new HashMap<>();
        views.forEach(line -> lines.put(line.id(), line));
        Map<Integer, Optional<OrderView>> others = new HashMap<>();
        for (Map.Entry<OutboxLine, Integer> entry : present.entrySet()) {
            LineView read = lines.get(entry.getValue());
            if (read == null && written.contains(entry.getKey().id())) {
                throw new GatewayException(GatewayException.Kind.LOST_RACE, entry.getKey().intent().label() + " was deleted in Odoo at that moment. It is looked up again.");
            } else if (read != null && !inOwn(own, entry.getKey(), read, foreign) && !others.containsKey(read.orderId())) {
                others.put(read.orderId(), gateway.readOrder(read.orderId()));
            }
        }
        List<OutboxLine> cancelledByOthers = new ArrayList<>();
        store.together(() -> present.forEach((line, id) -> {
            LineView read = lines.get(id);
            if (read == null) {
                store.leave(line.id(), OutboxState.PARKED, "Its line exists in Odoo, but your user may not read it. Ask your Odoo administrator.", null);
            } else if (inOwn(own, line, read, foreign)) {
                inOwnOrder(order, line, read);
            } else if (!inOtherOrder(line, read, others.get(read.orderId()))) {
                cancelledByOthers.add(line);
            }
        }));
        conflict(cancelledByOthers, "This shortage had been ordered, and that order was cancelled in Odoo. Send it anyway, or drop it.");
        return views;
    }

    private static boolean inOwn(@Nullable Integer own, OutboxLine line, LineView read, Set<Long> foreign) {
        return own != null && read.orderId() == own && !foreign.contains(line.id());
    }

    private @Nullable Integer ownOrder(OutboxOrder order) throws GatewayException {
        if (order.odooOrderId() != null || order.joins() != null) {
            return order.odooOrderId() == null ? order.joins() : order.odooOrderId();
        }
        if (gateway.findOrder(order.key()).orElse(null) instanceof Found.Present(int id)) {
            Optional<OrderView> view = gateway.readOrder(id);
            view.ifPresent(v -> store.keep(order.id(), v));
            return view.isPresent() ? id : null;
        }
        return null;
    }

    private void inOwnOrder(OutboxOrder order, OutboxLine line, LineView read) {
        if (Contents.fingerprint(order, read).equals(line.fingerprint())) {
            store.seen(line.id(), read.id(), read.orderId(), priceRemark(line.intent(), read));
        } else if (line.seen()) {
            store.seen(line.id(), read.id(), read.orderId(), "Edited in Odoo: " + read.quantity().toPlainString() + " instead of "
                    + line.intent().lineQuantity().toPlainString() + ". The edit stands.");
        } else {
            store.adopted(line.id(), read.id(), read.orderId(), "It is in Odoo with " + read.quantity().toPlainString() + " instead of "
                    + line.intent().lineQuantity().toPlainString() + ": another client had written it, or it was edited since. That quantity stands.");
        }
    }

    private @Nullable String priceRemark(LineIntent intent, LineView read) {
        return Contents.priceDiffers(freshness, intent, read)
                ? "Odoo's price is " + read.unitPrice().toPlainString() + " per " + intent.lineUnitName() + "; decided on "
                        + intent.unitPrice().stripTrailingZeros().toPlainString() + " per " + intent.unitName() + "."
                : null;
    }

    /** @return false when that order is cancelled and it was never ours */
    private boolean inOtherOrder(OutboxLine line, LineView read, @Nullable Optional<OrderView> order) {
        String name = order == null || order.isEmpty() ? "another order" : order.get().name();
        boolean cancelled = order != null && order.isPresent() && order.get().isCancelled();
        if (line.seen()) {
            store.leave(
                    line.id(),
                    cancelled ? OutboxState.WITHDRAWN : OutboxState.ADOPTED,
                    cancelled ? "Moved to " + name + " and cancelled in Odoo." : "Moved to " + name + " in Odoo.",
                    null);
            return true;
        }
        if (cancelled) {
            return false;
        }
        store.adopted(line.id(), read.id(), read.orderId(), "Another client had already ordered it: " + name + ".");
        return true;
    }

    /** Moves the order to what was seen of it. */
    private @Nullable OrderView finish(OutboxOrder order) throws GatewayException {
        if (order.going().isEmpty()) {
            removeIfEmpty(order);
            store.move(order.id(), order.state(), Contents.apartTogether(order), null);
            return null;
        }
        // Lines that go lie in it. Where another client wrote them onto the draft that both join, this one has never read that order.
        Integer id = order.odooOrderId() == null ? order.joins() : order.odooOrderId();
        Optional<OrderView> view = id == null ? Optional.empty() : gateway.readOrder(id);
        if (view.isEmpty() || view.get().isCancelled()) {
            String reason = view.map(v -> v.name() + " was cancelled in Odoo.").orElse("The order was deleted in Odoo.");
            store.together(() -> {
                for (OutboxLine line : order.going()) {
                    store.leave(line.id(), OutboxState.WITHDRAWN, reason, null);
                }
                store.move(order.id(), order.state(), OutboxState.WITHDRAWN, reason);
            });
            return null;
        }
        store.together(() -> {
            store.keep(order.id(), view.get());
            store.move(order.id(), order.state(), view.get().isDraft() ? OutboxState.DRAFTED : OutboxState.CONFIRMED, null);
            if (view.get().isDraft() && order.isToBeConfirmed()) {
                store.move(order.id(), OutboxState.DRAFTED, OutboxState.CONFIRMING, null);
            }
        });
        return view.get();
    }

    /** Of an order that came to nothing: its header may have arrived in Odoo after all, from a request that was long under way. */
    void sweep(OutboxOrder order) throws GatewayException {
        if (order.going().isEmpty()) {
            removeIfEmpty(order);
        }
    }

    /** A header of ours that holds nothing is cancelled and deleted. Whoever shares its key has the same lines, and they lie elsewhere too. */
    private void removeIfEmpty(OutboxOrder order) throws GatewayException {
        if (order.joins() != null) {
            return;
        }
        Optional<OrderView> view = order.odooOrderId() == null ? Optional.empty() : gateway.readOrder(order.odooOrderId());
        if (view.isEmpty() && gateway.findOrder(order.key()).orElse(null) instanceof Found.Present(int found)) {
            view = gateway.readOrder(found);
        }
        if (view.isPresent() && view.get().lineIds().isEmpty() && (view.get().isDraft() || view.get().isCancelled())) {
            if (view.get().isDraft()) {
                gateway.cancel(view.get().id());
            }
            gateway.delete(view.get().id());
            store.forgetOrder(order.id());
        }
    }
}
