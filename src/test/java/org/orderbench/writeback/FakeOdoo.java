package org.orderbench.writeback;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.writeback.GatewayException.Kind;

/**
 * Odoo as write-back sees it, in memory, with its semantics: external IDs unique, load create-once, an order's deletion leaving its lines' keys
 * dangling, confirm that may stop at approval. Faults are put in with {@link #before} and {@link #after}. Several clients may share one.
 */
final class FakeOdoo implements PurchaseGateway {

    static final Instant CREATED = Instant.parse("2026-11-20T09:00:00Z");

    /** Runs at each call with its name; throws to fail it. {@code before}: nothing was done; {@code after}: the work is committed. */
    interface Fault {
        void at(String call) throws GatewayException;

        Fault NONE = call -> {};
    }

    Fault before = Fault.NONE;
    Fault after = Fault.NONE;
    boolean approvalNeeded;
    /** The company locks what is confirmed: up to 18 a state of its own. */
    boolean locks;
    final List<String> calls = new ArrayList<>();
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<Integer, Order> orders = new LinkedHashMap<>();
    private final Map<Integer, Line> lines = new LinkedHashMap<>();
    private final Map<Integer, BigDecimal> prices = new HashMap<>();
    private final Map<Sku, BigDecimal> stock = new HashMap<>();
    private int sequence = 1000;

    static final class Order {
        final int id;
        String state = "draft";
        final Header header;
        final List<String> notes = new ArrayList<>();

        Order(int id, Header header) {
            this.id = id;
            this.header = header;
        }
    }

    static final class Line {
        final int id;
        int order;
        final int product;
        BigDecimal quantity;
        final int unit;
        BigDecimal price;

        Line(int id, int order, int product, BigDecimal quantity, int unit, BigDecimal price) {
            this.id = id;
            this.order = order;
            this.product = product;
            this.quantity = quantity;
            this.unit = unit;
            this.price = price;
        }
    }

    private interface Work<T> {
        T run() throws GatewayException;
    }

    private synchronized <T> T call(String name, Work<T> work) throws GatewayException {
        before.at(name);
        T done = work.run();
        calls.add(name);
        after.at(name);
        return done;
    }

    @Override
    public void ping() throws GatewayException {
        call("ping", () -> "");
    }

    @Override
    public Map<LineKey, Found> findLines(Collection<LineKey> wanted) throws GatewayException {
        return call("findLines", () -> {
            Map<LineKey, Found> found = new HashMap<>();
            for (LineKey key : wanted) {
                Integer id = keys.get(key.externalId());
                if (id != null) {
                    found.put(key, lines.containsKey(id) ? new Found.Present(id) : new Found.Gone());
                }
            }
            return found;
        });
    }

    Locale language = Locale.UK;

    @Override
    public Optional<Found> findOrder(OrderKey key) throws GatewayException {
        return call("findOrder", () -> {
            Integer id = keys.get(key.externalId());
            return id == null ? Optional.empty() : Optional.of(orders.containsKey(id) ? new Found.Present(id) : new Found.Gone());
        });
    }

    @Override
    public int loadHeader(Header header) throws GatewayException {
        return call("loadHeader", () -> {
            Integer known = keys.get(header.key().externalId());
            if (known != null && orders.containsKey(known)) {
                return known;
            }
            Order order = new Order(++sequence, header);
            orders.put(order.id, order);
            keys.put(header.key().externalId(), order.id);
            return order.id;
        });
    }

    @Override
    public List<Integer> loadLines(int companyId, int orderId, List<Row> rows) throws GatewayException {
        return call("loadLines", () -> {
            if (!orders.containsKey(orderId)) {
                throw new GatewayException(Kind.REFUSED, "No matching record found for database id '" + orderId + "' in field 'Order Reference'");
            }
            List<Integer> ids = new ArrayList<>();
            for (Row row : rows) {
                Integer known = keys.get(row.key().externalId());
                if (known == null || !lines.containsKey(known)) {
                    Line line = new Line(++sequence, orderId, row.productId(), row.quantity(), row.unitId(), prices.getOrDefault(row.productId(), new BigDecimal("2.5")));
                    lines.put(line.id, line);
                    keys.put(row.key().externalId(), line.id);
                    known = line.id;
                }
                ids.add(known);
            }
            return ids;
        });
    }

    @Override
    public List<OrderView> readOrders(Collection<Integer> ids) throws GatewayException {
        return call("readOrders", () -> ids.stream().filter(orders::containsKey).map(id -> view(orders.get(id))).toList());
    }

    /** All by the one user of {@link Bench}, but what a colleague made by hand. */
    @Override
    public Map<Integer, Integer> makers(Collection<Integer> ids) throws GatewayException {
        return call("makers", () -> ids.stream()
                .filter(orders::containsKey)
                .collect(Collectors.toMap(id -> id, id -> orders.get(id).header.key().hex().startsWith("by-hand") ? Bench.USER + 1 : Bench.USER)));
    }

    private OrderView view(Order order) {
        List<Integer> own = lines.values().stream().filter(line -> line.order == order.id).map(line -> line.id).toList();
        return new OrderView(
                order.id, "P" + order.id, order.state, order.header.vendorId(), order.header.companyId(), order.header.receiptTypeId(), order.header.currency(),
                BigDecimal.TEN, own);
    }

    @Override
    public List<LineView> readLines(Collection<Integer> ids) throws GatewayException {
        return call("readLines", () -> ids.stream()
                .filter(lines::containsKey)
                .map(lines::get)
                .map(line -> new LineView(line.id, line.order, line.product, line.quantity, line.unit, line.price))
                .toList());
    }

    @Override
    public void confirm(int orderId) throws GatewayException {
        call("confirm", () -> {
            Order order = existing(orderId);
            if (order.state.equals("draft")) {
                order.state = approvalNeeded ? "to approve" : locks ? "done" : "purchase";
            }
            return "";
        });
    }

    @Override
    public void cancel(int orderId) throws GatewayException {
        call("cancel", () -> existing(orderId).state = "cancel");
    }

    @Override
    public void delete(int orderId) throws GatewayException {
        call("delete", () -> {
            Order order = orders.get(orderId);
            if (order != null && !order.state.equals("cancel")) {
                throw new GatewayException(Kind.REFUSED, "In order to delete a purchase order, you must cancel it first.");
            }
            orders.remove(orderId);
            keys.values().removeIf(id -> id == orderId);
            lines.values().removeIf(line -> line.order == orderId);
            return "";
        });
    }

    @Override
    public void deleteLines(Collection<Integer> lineIds) throws GatewayException {
        call("deleteLines", () -> {
            for (int id : lineIds) {
                Line line = lines.get(id);
                if (line != null && !existing(line.order).state.equals("draft")) {
                    throw new GatewayException(Kind.REFUSED, "Cannot delete a purchase order line which is in state 'Purchase Order'.");
                }
                deleteLineByHand(id);
            }
            return "";
        });
    }

    final Map<String, String> approvals = new HashMap<>();

    @Override
    public boolean askApproval(OrderKey key, int companyId, int orderId, String summary) throws GatewayException {
        return call("askApproval", () -> {
            existing(orderId);
            return approvals.putIfAbsent(key.approvalExternalId(), summary) == null;
        });
    }

    @Override
    public Locale language(int companyId) {
        return language;
    }

    @Override
    public void note(OrderKey key, int companyId, int orderId, String html) throws GatewayException {
        call("note", () -> {
            Order order = existing(orderId);
            if (keys.putIfAbsent(key.noteExternalId(), ++sequence) == null) {
                order.notes.add(html);
            }
            return "";
        });
    }

    private Order existing(int orderId) throws GatewayException {
        Order order = orders.get(orderId);
        if (order == null) {
            throw new GatewayException(Kind.REFUSED, "Record does not exist or has been deleted.");
        }
        return order;
    }

    @Override
    public Map<Sku, Circumstances> circumstances(Collection<LineIntent> intents) throws GatewayException {
        return call("circumstances", () -> {
            Map<Sku, Circumstances> found = new HashMap<>();
            for (LineIntent intent : intents) {
                LineFacts facts = factsOf(intent.basis().sku(), intent.priceId());
                found.put(intent.basis().sku(), new Circumstances(facts.onHand(), facts.unitPrice(), facts.minimum(), facts.available()));
            }
            return found;
        });
    }

    @Override
    public Map<Sku, LineFacts> facts(Collection<LineIntent> intents, Map<Sku, Circumstances> circumstances) throws GatewayException {
        return call("facts", () -> {
            Map<Sku, LineFacts> facts = new HashMap<>();
            for (LineIntent intent : intents) {
                Circumstances around = circumstances.get(intent.basis().sku());
                LineFacts now = factsOf(intent.basis().sku(), intent.priceId());
                if (around != null) {
                    facts.put(intent.basis().sku(), new LineFacts(
                            around.onHand(), now.incoming(), now.drafts(), around.unitPrice(), around.minimum(), now.newestLineId(), now.newestLineCreated(), around.available()));
                }
            }
            return facts;
        });
    }

    /** What a client that syncs now would know. */
    LineFacts factsOf(Sku sku, int priceId) {
        Line newest = null;
        Quantity drafts = Quantity.ZERO;
        Quantity incoming = Quantity.ZERO;
        for (Line line : lines.values()) {
            Order order = orders.get(line.order);
            if (line.product != sku.productId() || order.header.receiptTypeId() != receiptType(sku)) {
                continue;
            }
            newest = newest == null || line.id > newest.id ? line : newest;
            if (order.state.equals("purchase")) {
                incoming = incoming.plus(new Quantity(line.quantity));
            } else if (!order.state.equals("cancel")) {
                drafts = drafts.plus(new Quantity(line.quantity));
            }
        }
        return new LineFacts(
                new Quantity(stock.getOrDefault(sku, BigDecimal.TEN)), incoming, drafts, prices.getOrDefault(sku.productId(), new BigDecimal("2.5")),
                Quantity.ZERO, newest == null ? null : newest.id, newest == null ? null : CREATED, priceId > 0);
    }

    static int receiptType(Sku sku) {
        return sku.warehouseId() * 10;
    }

    // What people do in Odoo, and what a test looks at

    List<Order> orders() {
        return List.copyOf(orders.values());
    }

    List<Line> lines() {
        return List.copyOf(lines.values());
    }

    void stock(Sku sku, long quantity) {
        stock.put(sku, BigDecimal.valueOf(quantity));
    }

    void price(int product, String price) {
        prices.put(product, new BigDecimal(price));
    }

    /** A colleague's own draft, by hand. */
    int draftByHand(Sku sku, int vendor, long quantity) {
        Order order = new Order(++sequence, new Header(new OrderKey("by-hand-" + sequence), vendor, sku.companyId(), receiptType(sku), "GBP", null));
        orders.put(order.id, order);
        Line line = new Line(++sequence, order.id, sku.productId(), BigDecimal.valueOf(quantity), 1, new BigDecimal("2.5"));
        lines.put(line.id, line);
        return line.id;
    }

    /** Cancel, then delete, as a person does: the lines go by the database's cascade, so their keys stay behind, dangling. */
    void deleteByHand(int order) {
        orders.remove(order);
        keys.values().removeIf(id -> id == order);
        lines.values().removeIf(line -> line.order == order);
    }

    /** A person deletes a single line: its key goes with it. */
    void deleteLineByHand(int line) {
        lines.remove(line);
        keys.values().removeIf(id -> id == line);
    }

    int writes() {
        return (int) calls.stream().filter(call -> List.of("loadHeader", "loadLines", "confirm", "cancel", "delete", "deleteLines", "note").contains(call)).count();
    }

    @Nullable Order only() {
        return orders.size() == 1 ? orders.values().iterator().next() : null;
    }
}
