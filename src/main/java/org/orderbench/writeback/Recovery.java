package org.orderbench.writeback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderbench.proposal.LineBasis;
import org.orderbench.writeback.PurchaseGateway.Found;
import org.orderbench.writeback.PurchaseGateway.LineView;
import org.orderbench.writeback.PurchaseGateway.OrderView;

/**
 * Finds the orders again that this user wrote from a cache that is lost, or from another machine. Odoo answers a plain user no list of keys, so
 * they are made anew from the order's lines (each with the purchase lines before it as its basis) and looked up one by one. Reads only; run after
 * each sync.
 */
public final class Recovery {

    /** An order with the same content may have been withdrawn before; more often than this is not looked for. */
    private static final int ROUNDS = 5;

    private final PurchaseGateway gateway;
    private final RecoveryStore store;
    private final int signedInUser;

    /** @param signedInUser {@code res.users} id of the session */
    public Recovery(PurchaseGateway gateway, RecoveryStore store, int signedInUser) {
        this.gateway = gateway;
        this.store = store;
        this.signedInUser = signedInUser;
    }

    /** @return what was found, in a sentence; empty when there is nothing, or Odoo cannot be read now */
    public List<String> recover() {
        List<RecoveryStore.Trace> traces = store.unknown();
        if (traces.isEmpty()) {
            return List.of();
        }
        try {
            return recover(traces);
        } catch (GatewayException e) {
            return List.of(e.words());
        }
    }

    private List<String> recover(List<RecoveryStore.Trace> traces) throws GatewayException {
        Map<Integer, Integer> makers = gateway.makers(traces.stream().map(RecoveryStore.Trace::odooOrderId).toList());
        List<RecoveryStore.Trace> ours = new ArrayList<>();
        for (RecoveryStore.Trace trace : traces) {
            Integer maker = makers.get(trace.odooOrderId());
            if (maker != null && maker == signedInUser) {
                ours.add(trace);
            } else if (maker != null) {
                store.notOurs(trace.odooOrderId());
            }
        }
        Map<Integer, OrderView> orders = new HashMap<>();
        gateway.readOrders(ours.stream().map(RecoveryStore.Trace::odooOrderId).toList()).forEach(order -> orders.put(order.id(), order));
        Map<Integer, LineView> lines = new HashMap<>();
        gateway.readLines(orders.values().stream().flatMap(order -> order.lineIds().stream()).toList()).forEach(line -> lines.put(line.id(), line));
        Map<LineKey, Found> found = gateway.findLines(ours.stream().flatMap(trace -> trace.bases().values().stream()).flatMap(List::stream).map(LineKey::of).distinct().toList());
        List<String> names = new ArrayList<>();
        for (RecoveryStore.Trace trace : ours) {
            OrderView order = orders.get(trace.odooOrderId());
            if (order != null && keep(trace, order, lines, found)) {
                names.add(order.name());
            }
        }
        return names.isEmpty() ? List.of() : List.of("Found in Odoo, written by you from a cache that is not here: " + String.join(", ", names) + ".");
    }

    private boolean keep(RecoveryStore.Trace trace, OrderView order, Map<Integer, LineView> lines, Map<LineKey, Found> found) {
        List<RecoveryStore.Known> known = new ArrayList<>();
        Set<LineKey> keys = new LinkedHashSet<>();
        for (int id : order.lineIds()) {
            LineView line = lines.get(id);
            if (line == null) {
                continue;
            }
            LineBasis basis = basis(trace.bases().getOrDefault(id, List.of()), id, found);
            if (basis != null) {
                keys.add(LineKey.of(basis));
            }
            known.add(new RecoveryStore.Known(line, basis));
        }
        known.sort(Comparator.comparing(entry -> entry.line().id()));
        return store.keep(trace, order, known, orderKey(trace, keys).orElse(null));
    }

    private static @Nullable LineBasis basis(List<LineBasis> bases, int line, Map<LineKey, Found> found) {
        return bases.stream()
                .filter(basis -> found.get(LineKey.of(basis)) instanceof Found.Present(int id) && id == line)
                .findFirst()
                .orElse(null);
    }

    /** The key whose short form is the order's origin; empty when lines of it never came onto the order, or have left it since. */
    private static Optional<OrderKey> orderKey(RecoveryStore.Trace trace, Set<LineKey> keys) {
        for (int round = 0; round < ROUNDS; round++) {
            OrderKey key = OrderKey.of(trace.vendorId(), trace.companyId(), trace.warehouseId(), trace.currency(), keys, round);
            if (key.origin().equals(trace.origin())) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
