package org.orderbench.cache;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Pack;
import org.orderbench.catalog.Procurement;
import org.orderbench.catalog.Product;
import org.orderbench.catalog.PurchaseLine;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Receipt;
import org.orderbench.catalog.ReorderingRule;
import org.orderbench.catalog.Sku;
import org.orderbench.catalog.Stock;
import org.orderbench.catalog.SupplierPrice;
import org.orderbench.catalog.Unit;
import org.orderbench.catalog.Warehouse;
import org.orderbench.demand.LargeOrders;
import org.orderbench.proposal.DayForecast;
import org.orderbench.replenish.Inherited;

/** What the mirror holds of a run of neighbouring products: one query a table, so that its cost does not depend on the number of SKUs. */
final class FactsChunk {

    private final Handle handle;
    private final FactsTables tables;
    private final int from;
    private final int to;

    private final Map<Integer, Unit> ownUnits = new HashMap<>();

    final List<Product> products;
    final Map<Integer, List<SupplierPrice>> prices = new HashMap<>();
    final Map<Integer, List<Pack>> packs = new HashMap<>();
    final Map<Key, ReorderingRule> rules = new HashMap<>();
    final Map<Key, Stock> stock = new HashMap<>();
    final Map<Key, List<PurchaseLine>> openLines = new HashMap<>();
    final Map<Key, PurchaseLine> newestLines = new HashMap<>();
    final Map<Key, List<DayMoves>> moves = new HashMap<>();
    final Map<Key, Map<LocalDate, Quantity>> committed = new HashMap<>();
    /** Forecasts that still hold. */
    final Map<Key, DayForecast> kept = new HashMap<>();
    final Map<Integer, List<Receipt>> receipts = new HashMap<>();
    final Map<Key, LargeOrders> largeOrders;
    final Map<Key, Inherited> inherited = new HashMap<>();

    /** One product in one warehouse. */
    record Key(int productId, int warehouseId) {}

    /** @param from and {@code to}: the first and the last product id */
    FactsChunk(Handle handle, FactsTables tables, int from, int to) {
        this(handle, tables, from, to, Map.of());
    }

    /** @param found forecasts that were kept; the moves of products whose all still hold are not read */
    FactsChunk(Handle handle, FactsTables tables, int from, int to, Map<Key, DayForecast> found) {
        this.handle = handle;
        this.tables = tables;
        this.from = from;
        this.to = to;
        this.products = readProducts();
        products.forEach(product -> ownUnits.put(product.id(), product.unit()));
        readPrices();
        readPacks();
        readRules();
        readStock();
        Map<Integer, Bought> bought = readPurchaseLines();
        Set<Integer> held = products.stream()
                .filter(product -> tables.warehouses().stream().allMatch(house -> holds(product, house.id(), found)))
                .map(Product::id)
                .collect(Collectors.toSet());
        found.forEach((key, each) -> {
            if (held.contains(key.productId())) {
                kept.put(key, each);
                receipts.put(key.productId(), each.receipts());
            }
        });
        readMoves(bought, held);
        largeOrders = CacheLargeOrders.read(handle, from, to);
        CacheSuccessors.read(handle, from, to).forEach((product, predecessor) -> {
            if (!held.contains(product)) {
                inherit(product, predecessor);
            }
        });
    }

    /** A chain of predecessors ends: it is no circle. */
    private void inherit(int product, int predecessor) {
        FactsChunk before = new FactsChunk(handle, tables, predecessor, predecessor);
        String code = before.products.isEmpty() ? Integer.toString(predecessor) : before.products.getFirst().code();
        for (Warehouse house : tables.warehouses()) {
            Key theirs = new Key(predecessor, house.id());
            Key ours = new Key(product, house.id());
            Inheritance both = Inheritance.of(
                    moves.getOrDefault(ours, List.of()), before.moves.getOrDefault(theirs, List.of()), before.stock.getOrDefault(theirs, Stock.NONE).onHand(), code,
                    tables.today());
            if (both.inherited() != null) {
                moves.put(ours, both.moves());
                inherited.put(ours, both.inherited());
            }
        }
    }

    private boolean holds(Product product, int warehouseId, Map<Key, DayForecast> found) {
        Key key = new Key(product.id(), warehouseId);
        DayForecast forecast = found.get(key);
        return forecast != null && forecast.isOf(product, stock.getOrDefault(key, Stock.NONE).onHand());
    }

    private List<Product> readProducts() {
        return handle.select(
                        "select id, template_id, code, name, barcode, category, unit_id, purchase_unit_id, active, purchasable, storable, cost, list_price, kit, procurement"
                                + " from product where id between ? and ? order by id",
                        from, to)
                .map((rs, ctx) -> new Product(
                        rs.getInt(1), rs.getInt(2), rs.getString(3), rs.getString(4), rs.getString(5), rs.getString(6), unit(rs.getInt(7)),
                        unit(rs.getInt(8)), rs.getBoolean(9), rs.getBoolean(10), rs.getBoolean(11), rs.getBigDecimal(12), rs.getBigDecimal(13),
                        rs.getBoolean(14), Procurement.valueOf(rs.getString(15))))
                .list();
    }

    private Unit unit(int id) {
        Unit unit = tables.units().get(id);
        if (unit == null) {
            throw new IllegalStateException("The cache holds no unit of measure " + id + ". Run a full sync (orderbench sync --full).");
        }
        return unit;
    }

    private void readPrices() {
        handle.select(
                        "select id, vendor_id, template_id, product_id, company_id, sequence, unit_id, minimum, price, discount, currency, delay_days,"
                                + " valid_from, valid_to, vendor_code from supplier_price"
                                + " where template_id in (select template_id from product where id between ? and ?) order by sequence, minimum desc, price, id",
                        from, to)
                .map((rs, ctx) -> new SupplierPrice(
                        rs.getInt(1), rs.getInt(2), rs.getInt(3), rs.getObject(4, Integer.class), rs.getObject(5, Integer.class), rs.getInt(6),
                        unit(rs.getInt(7)), quantity(rs.getBigDecimal(8)), rs.getBigDecimal(9), rs.getBigDecimal(10), rs.getString(11), rs.getInt(12),
                        rs.getObject(13, LocalDate.class), rs.getObject(14, LocalDate.class), rs.getString(15)))
                .forEach(price -> prices.computeIfAbsent(price.templateId(), template -> new ArrayList<>()).add(price));
    }

    private void readPacks() {
        handle.select("select product_id, name, contents from pack where product_id between ? and ? order by contents, id", from, to)
                .map((rs, ctx) -> new Pack(rs.getInt(1), rs.getString(2), quantity(rs.getBigDecimal(3))))
                .forEach(pack -> packs.computeIfAbsent(pack.productId(), product -> new ArrayList<>()).add(pack));
    }

    private void readRules() {
        handle.select(
                        "select id, company_id, warehouse_id, product_id, minimum, maximum, multiple, automatic, snoozed_until from reordering_rule"
                                + " where product_id between ? and ? order by id desc",
                        from, to)
                .map((rs, ctx) -> new ReorderingRule(
                        rs.getInt(1), new Sku(rs.getInt(2), rs.getInt(3), rs.getInt(4)), quantity(rs.getBigDecimal(5)), quantity(rs.getBigDecimal(6)),
                        quantity(rs.getBigDecimal(7)), rs.getBoolean(8), rs.getObject(9, LocalDate.class)))
                .forEach(rule -> rules.put(new Key(rule.sku().productId(), rule.sku().warehouseId()), rule));
    }

    private void readStock() {
        handle.select(
                        "select q.product_id, l.warehouse_id, sum(q.on_hand), sum(q.reserved) from quant q join location l on l.id = q.location_id"
                                + " where q.product_id between ? and ? and l.usage = 'internal' and l.warehouse_id is not null"
                                + " group by q.product_id, l.warehouse_id",
                        from, to)
                .map((rs, ctx) -> Map.entry(
                        new Key(rs.getInt(1), rs.getInt(2)), new Stock(quantity(rs.getBigDecimal(3)), quantity(rs.getBigDecimal(4)))))
                .forEach(entry -> stock.put(entry.getKey(), entry.getValue()));
    }

    /** @return by purchase line id, what a receipt needs to know of it */
    private Map<Integer, Bought> readPurchaseLines() {
        Map<Integer, Bought> bought = new HashMap<>();
        handle.select(
                        "select l.id, o.id, o.name, o.state, o.vendor_id, o.company_id, o.warehouse_id, l.product_id, l.ordered, l.received, l.price,"
                                + " o.currency, l.created_at, coalesce(l.planned_at, o.planned_at), o.approved_at, l.unit_id"
                                + " from purchase_line l join purchase_order o on o.id = l.order_id"
                                + " where l.product_id between ? and ? and o.warehouse_id is not null order by l.id",
                        from, to)
                .map((rs, ctx) -> new PurchaseLine(
                        rs.getInt(1), rs.getInt(2), rs.getString(3), rs.getString(4), rs.getInt(5), new Sku(rs.getInt(6), rs.getInt(7), rs.getInt(8)),
                        quantity(rs.getBigDecimal(9)), quantity(rs.getBigDecimal(10)), rs.getBigDecimal(11),
                        perOwnUnit(rs.getBigDecimal(11), rs.getInt(16), rs.getInt(8)), rs.getString(12), rs.getObject(13, OffsetDateTime.class).toInstant(), day(rs.getObject(14, OffsetDateTime.class)),
                        instant(rs.getObject(15, OffsetDateTime.class))))
                .forEach(line -> {
                    Key key = new Key(line.sku().productId(), line.sku().warehouseId());
                    newestLines.put(key, line);
                    if (line.outstanding().isPositive()) {
                        openLines.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
                    }
                    LocalDate ordered = line.approvedAt() == null ? null : LocalDate.ofInstant(line.approvedAt(), tables.zone());
                    if (ordered != null && line.plannedDate() != null) {
                        bought.put(line.id(), new Bought(line.vendorId(), ordered, line.plannedDate()));
                    }
                });
        return bought;
    }

    private @Nullable BigDecimal perOwnUnit(BigDecimal price, int unitId, int productId) {
        Unit unit = tables.units().get(unitId);
        Unit own = ownUnits.get(productId);
        return unit == null || own == null || !unit.convertsTo(own) ? null : price.divide(unit.convert(BigDecimal.ONE, own), MathContext.DECIMAL64);
    }

    private record Bought(int vendorId, LocalDate ordered, LocalDate promised) {}

    private void readMoves(Map<Integer, Bought> bought, Set<Integer> kept) {
        List<Move> found = handle.createQuery("select product_id, moved_at, from_location, to_location, state, quantity, purchase_line_id from stock_move where product_id between ? and ?")
                .bind(0, from).bind(1, to)
                .map((rs, ctx) -> new Move(
                        rs.getInt(1), tables.day(rs.getObject(2, OffsetDateTime.class)), tables.place(rs.getInt(3)), tables.place(rs.getInt(4)), rs.getString(5),
                        rs.getBigDecimal(6), rs.getInt(7)))
                .filter(move -> !move.state().equals("done") || !kept.contains(move.productId()))
                .collect(Collectors.toCollection(ArrayList::new));
        Consumer<DoneMove> taker = move -> found.add(new Move(
                move.productId(), tables.day(move.at()), tables.place(move.from()), tables.place(move.to()), "done", move.quantity(), 0));
        MoveBlocks blocks = new MoveBlocks(handle);
        if (kept.isEmpty()) {
            blocks.ofProducts(from, to, taker);
        } else {
            products.stream().map(Product::id).filter(id -> !kept.contains(id)).forEach(id -> blocks.ofProducts(id, id, taker));
        }
        found.sort(Comparator.comparingInt(Move::productId).thenComparing(Move::day));
        Map<Key, MoveDays> days = new HashMap<>();
        found.forEach(move -> add(move, days, bought));
        days.forEach((key, sums) -> moves.put(key, sums.days()));
    }

    private record Move(int productId, LocalDate day, FactsTables.Place from, FactsTables.Place to, String state, BigDecimal quantity, int purchaseLineId) {}

    private void add(Move move, Map<Key, MoveDays> days, Map<Integer, Bought> bought) {
        if (!move.state().equals("done")) {
            if (move.from().internal() && move.to().usage().equals("customer")) {
                committed.computeIfAbsent(new Key(move.productId(), move.from().warehouseId()), key -> new TreeMap<>())
                        .merge(move.day(), quantity(move.quantity()), Quantity::plus);
            }
            return;
        }
        boolean within = move.from().internal() && move.to().internal() && move.from().warehouseId() == move.to().warehouseId();
        if (within) {
            return;
        }
        if (move.from().internal()) {
            days.computeIfAbsent(new Key(move.productId(), move.from().warehouseId()), key -> new MoveDays())
                    .leaves(move.day(), move.to(), move.quantity());
        }
        if (move.to().internal()) {
            days.computeIfAbsent(new Key(move.productId(), move.to().warehouseId()), key -> new MoveDays())
                    .enters(move.day(), move.from(), move.quantity());
        }
        Bought line = bought.get(move.purchaseLineId());
        if (line != null && move.from().usage().equals("supplier") && move.to().internal()) {
            receipts.computeIfAbsent(move.productId(), product -> new ArrayList<>())
                    .add(new Receipt(line.vendorId(), move.productId(), line.ordered(), line.promised(), move.day(), quantity(move.quantity())));
        }
    }

    private static Quantity quantity(BigDecimal value) {
        return new Quantity(value);
    }

    private @Nullable LocalDate day(@Nullable OffsetDateTime at) {
        return at == null ? null : tables.day(at);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
