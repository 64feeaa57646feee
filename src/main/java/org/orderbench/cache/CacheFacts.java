package org.orderbench.cache;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Company;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Product;
import org.orderbench.catalog.PurchaseLine;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Receipt;
import org.orderbench.catalog.Sku;
import org.orderbench.catalog.Stock;
import org.orderbench.catalog.SupplierPrice;
import org.orderbench.catalog.Vendor;
import org.orderbench.catalog.Warehouse;
import org.orderbench.demand.LargeOrders;
import org.orderbench.proposal.DayForecast;
import org.orderbench.proposal.FactsSource;
import org.orderbench.proposal.KnownSku;
import org.orderbench.replenish.History;
import org.orderbench.replenish.SkuFacts;

/** Reads SKUs out of the mirror tables, a run of products at a time. Safe for several threads; an iterator is for one. */
public final class CacheFacts implements FactsSource {

    private static final int PRODUCTS_AT_A_TIME = 500;
    /** Receipts of other products that are looked at for a vendor's punctuality. */
    private static final int RECEIPTS_OF_VENDOR = 60;

    private final Jdbi jdbi;

    public CacheFacts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Iterable<SkuFacts> all(LocalDate today) {
        return () -> {
            Reader reader = new Reader(today, false);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return reader.hasNext();
                }

                @Override
                public SkuFacts next() {
                    return reader.next().facts();
                }
            };
        };
    }

    @Override
    public Iterable<KnownSku> toPlan(LocalDate today) {
        return () -> new Reader(today, true);
    }

    @Override
    public Optional<SkuFacts> find(Sku sku, LocalDate today) {
        return jdbi.withHandle(handle -> {
            FactsTables tables = FactsTables.read(handle, today);
            FactsChunk chunk = new FactsChunk(handle, tables, sku.productId(), sku.productId());
            return facts(chunk, tables, new HashMap<>(), today).stream().map(KnownSku::facts).filter(facts -> facts.sku().equals(sku)).findFirst();
        });
    }

    /** Holds one run of products at a time; nothing is kept open between two runs. */
    private final class Reader implements Iterator<KnownSku> {

        private final LocalDate today;
        private final FactsTables tables;
        private final List<Integer> products;
        private final Map<Integer, List<Receipt>> punctuality = new HashMap<>();
        private final boolean withKept;
        private final Deque<KnownSku> ready = new ArrayDeque<>();
        private int next;

        /** @param withKept whether forecasts of the day that were kept stand in for moves */
        Reader(LocalDate today, boolean withKept) {
            this.today = today;
            this.withKept = withKept;
            this.tables = jdbi.withHandle(handle -> FactsTables.read(handle, today));
            this.products = jdbi.withHandle(handle -> handle.select("select id from product order by id").mapTo(Integer.class).list());
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && next < products.size()) {
                int last = Math.min(next + PRODUCTS_AT_A_TIME, products.size()) - 1;
                int first = next;
                jdbi.useHandle(handle -> ready.addAll(facts(chunk(handle, products.get(first), products.get(last)), tables, punctuality, today)));
                next = last + 1;
            }
            return !ready.isEmpty();
        }

        private FactsChunk chunk(Handle handle, int from, int to) {
            return new FactsChunk(handle, tables, from, to, withKept ? DayForecastRows.read(handle, today, from, to) : Map.of());
        }

        @Override
        public KnownSku next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.removeFirst();
        }
    }

    private List<KnownSku> facts(FactsChunk chunk, FactsTables tables, Map<Integer, List<Receipt>> punctuality, LocalDate today) {
        List<KnownSku> facts = new ArrayList<>();
        for (Product product : chunk.products) {
            List<SupplierPrice> prices = chunk.prices.getOrDefault(product.templateId(), List.of());
            List<Receipt> receipts = receipts(product, prices, chunk, tables, punctuality);
            for (Warehouse warehouse : tables.warehouses()) {
                DayForecast kept = chunk.kept.get(new FactsChunk.Key(product.id(), warehouse.id()));
                facts.add(new KnownSku(facts(product, warehouse, prices, receipts, chunk, tables, today, kept), kept));
            }
        }
        return facts;
    }

    private static SkuFacts facts(
            Product product, Warehouse warehouse, List<SupplierPrice> prices, List<Receipt> receipts, FactsChunk chunk, FactsTables tables, LocalDate today,
            @Nullable DayForecast kept) {
        FactsChunk.Key key = new FactsChunk.Key(product.id(), warehouse.id());
        Company company = tables.companies().get(warehouse.companyId());
        if (company == null) {
            throw new IllegalStateException("The cache holds no company " + warehouse.companyId() + ". Run a full sync (orderbench sync --full).");
        }
        List<DayMoves> moves = chunk.moves.getOrDefault(key, List.of());
        List<PurchaseLine> open = chunk.openLines.getOrDefault(key, List.of());
        Map<Integer, Vendor> vendors = new HashMap<>();
        for (SupplierPrice price : prices) {
            addVendor(price.vendorId(), vendors, tables);
        }
        for (PurchaseLine line : open) {
            addVendor(line.vendorId(), vendors, tables);
        }
        Map<String, BigDecimal> rates = new HashMap<>();
        Map<String, BigDecimal> known = tables.rates().getOrDefault(company.id(), Map.of());
        for (SupplierPrice price : prices) {
            BigDecimal rate = known.get(price.currency());
            if (rate != null) {
                rates.put(price.currency(), rate);
            }
        }
        LocalDate from = moves.isEmpty() ? today : moves.getFirst().day();
        return new SkuFacts(
                new Sku(company.id(), warehouse.id(), product.id()),
                today,
                company,
                warehouse,
                product,
                chunk.stock.getOrDefault(key, Stock.NONE),
                open,
                chunk.newestLines.get(key),
                chunk.committed.getOrDefault(key, Map.of()),
                prices,
                vendors,
                rates,
                chunk.packs.getOrDefault(product.id(), List.of()),
                chunk.rules.get(key),
                moves,
                kept == null ? from : kept.historyFrom(),
                receipts,
                kept == null ? History.of(moves, from, today) : kept.history(),
                chunk.largeOrders.getOrDefault(key, LargeOrders.NONE),
                chunk.inherited.get(key));
    }

    private static void addVendor(int id, Map<Integer, Vendor> vendors, FactsTables tables) {
        Vendor vendor = tables.vendors().get(id);
        if (vendor != null) {
            vendors.put(id, vendor);
        }
    }

    /** The product's own receipts and the newest of each of its vendors, oldest first. */
    private List<Receipt> receipts(
            Product product, List<SupplierPrice> prices, FactsChunk chunk, FactsTables tables, Map<Integer, List<Receipt>> punctuality) {
        List<Receipt> receipts = new ArrayList<>(chunk.receipts.getOrDefault(product.id(), List.of()));
        Set<Integer> vendors = new TreeSet<>();
        prices.forEach(price -> vendors.add(price.vendorId()));
        receipts.removeIf(receipt -> !vendors.contains(receipt.vendorId()));
        for (int vendor : vendors) {
            for (Receipt receipt : punctuality.computeIfAbsent(vendor, id -> newestReceipts(id, tables))) {
                if (receipt.productId() != product.id()) {
                    receipts.add(receipt);
                }
            }
        }
        receipts.sort(Comparator.comparing(Receipt::received));
        return receipts;
    }

    private List<Receipt> newestReceipts(int vendor, FactsTables tables) {
        return jdbi.withHandle(handle -> handle.select(
                        "select l.product_id, o.approved_at, coalesce(l.planned_at, o.planned_at), m.moved_at, m.quantity"
                                + " from purchase_order o join purchase_line l on l.order_id = o.id join stock_move m on m.purchase_line_id = l.id"
                                + " join location f on f.id = m.from_location and f.usage = 'supplier'"
                                + " where o.vendor_id = ? and m.state = 'done' and o.approved_at is not null and coalesce(l.planned_at, o.planned_at) is not null"
                                + " order by m.moved_at desc, m.id limit ?",
                        vendor, RECEIPTS_OF_VENDOR)
                .map((rs, ctx) -> new Receipt(
                        vendor, rs.getInt(1), tables.day(rs.getObject(2, OffsetDateTime.class)), tables.day(rs.getObject(3, OffsetDateTime.class)),
                        tables.day(rs.getObject(4, OffsetDateTime.class)), new Quantity(rs.getBigDecimal(5))))
                .list());
    }
}
