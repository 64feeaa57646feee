package org.orderbench.replenish;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orderbench.catalog.Company;
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
import org.orderbench.catalog.Vendor;
import org.orderbench.catalog.Warehouse;
import org.orderbench.demand.LargeOrders;

/** Writes the facts of one SKU the way a buyer would tell them; what isn't said is plain: no stock, one vendor, pieces, pounds. */
public final class Facts {

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    public static final Unit PIECE = new Unit(1, "Units", 1, BigDecimal.ONE, new BigDecimal("0.01"));
    public static final Unit DOZEN = new Unit(2, "Dozen", 1, new BigDecimal("12"), new BigDecimal("0.01"));
    public static final Unit KILO = new Unit(3, "kg", 2, BigDecimal.ONE, new BigDecimal("0.001"));
    public static final Sku SKU = new Sku(1, 1, 7);

    private Stock stock = Stock.NONE;
    private Unit unit = PIECE;
    private Unit purchaseUnit = PIECE;
    private boolean active = true;
    private boolean purchasable = true;
    private boolean here = true;
    private boolean storable = true;
    private boolean kit;
    private Procurement procurement = Procurement.STOCK;
    private int companyDays;
    private final List<PurchaseLine> lines = new ArrayList<>();
    private final List<SupplierPrice> prices = new ArrayList<>();
    private final Map<Integer, Vendor> vendors = new HashMap<>();
    private final Map<String, BigDecimal> rates = new HashMap<>();
    private final List<Pack> packs = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final Map<LocalDate, Quantity> committed = new TreeMap<>();
    private final List<DayMoves> moves = new ArrayList<>();
    private ReorderingRule rule;
    private int id = SKU.productId();
    private String code = "LAMP";
    private int warehouse = 1;
    private String warehouseName = "Main";

    public static Facts sku() {
        return new Facts();
    }

    public Facts id(int product) {
        id = product;
        return this;
    }

    public Facts code(String value) {
        code = value;
        return this;
    }

    public Facts warehouse(int number, String name) {
        warehouse = number;
        warehouseName = name;
        return this;
    }

    public Facts onHand(double units) {
        stock = new Stock(Quantity.of(units), stock.reserved());
        return this;
    }

    public Facts reserved(double units) {
        stock = new Stock(stock.onHand(), Quantity.of(units));
        return this;
    }

    public Facts unit(Unit own, Unit bought) {
        unit = own;
        purchaseUnit = bought;
        return this;
    }

    public Facts archived() {
        active = false;
        return this;
    }

    public Facts notPurchasable() {
        purchasable = false;
        return this;
    }

    /** Nothing of it was ever in the warehouse. */
    public Facts neverHere() {
        here = false;
        return this;
    }

    public Facts service() {
        storable = false;
        return this;
    }

    public Facts kit() {
        kit = true;
        return this;
    }

    public Facts procured(Procurement how) {
        procurement = how;
        return this;
    }

    public Facts companyDays(int days) {
        companyDays = days;
        return this;
    }

    public Facts vendor(int id, String name) {
        vendors.put(id, new Vendor(id, name, null, null, null));
        return this;
    }

    public Facts contact(int id, String name, int parent) {
        vendors.put(id, new Vendor(id, name, parent, null, null));
        return this;
    }

    public Facts price(SupplierPrice price) {
        prices.add(price);
        vendors.putIfAbsent(price.vendorId(), new Vendor(price.vendorId(), "Vendor " + price.vendorId(), null, null, null));
        return this;
    }

    /** The one vendor of most examples. */
    public Facts sells(String price, int delay, int minimum) {
        return price(Row.of(11, 5).price(price).delay(delay).minimum(minimum).build());
    }

    public Facts rate(String currency, String rate) {
        rates.put(currency, new BigDecimal(rate));
        return this;
    }

    public Facts pack(String name, int contents) {
        packs.add(new Pack(SKU.productId(), name, Quantity.of(contents)));
        return this;
    }

    public Facts incoming(String order, double units, LocalDate planned) {
        return line(order, "purchase", units, planned);
    }

    public Facts line(String order, String state, double units, LocalDate planned) {
        int id = 100 + lines.size();
        lines.add(new PurchaseLine(
                id, 10 + lines.size(), order, state, 5, SKU, Quantity.of(units), Quantity.ZERO, BigDecimal.ONE, BigDecimal.ONE, "GBP", Instant.parse("2026-02-01T09:00:00Z"),
                planned, null));
        return this;
    }

    public Facts receipt(int vendor, int product, LocalDate promised, int daysLate, int count) {
        for (int i = 0; i < count; i++) {
            receipts.add(new Receipt(vendor, product, promised.minusDays(14), promised, promised.plusDays(daysLate), Quantity.of(10)));
        }
        return this;
    }

    public Facts promised(LocalDate day, double units) {
        committed.merge(day, Quantity.of(units), Quantity::plus);
        return this;
    }

    public Facts sold(LocalDate day, double units) {
        moves.add(new DayMoves(day, Quantity.of(units), Quantity.ZERO, Quantity.ZERO, Quantity.of(units)));
        return this;
    }

    public Facts soldDaily(int days, double units) {
        for (int i = days; i >= 1; i--) {
            sold(TODAY.minusDays(i), units);
        }
        return this;
    }

    public Facts rule(int minimum, int maximum, int multiple, boolean automatic, LocalDate snoozed) {
        rule = new ReorderingRule(3, SKU, Quantity.of(minimum), Quantity.of(maximum), Quantity.of(multiple), automatic, snoozed);
        return this;
    }

    public SkuFacts build() {
        if (moves.isEmpty() && here) {
            sold(TODAY.minusDays(30), 0);
        }
        LocalDate from = moves.isEmpty() ? TODAY : moves.getFirst().day();
        return new SkuFacts(
                new Sku(1, warehouse, id), TODAY, new Company(1, "Gifts Ltd", "GBP", companyDays), new Warehouse(warehouse, "WH", warehouseName, 1, 8, 1),
                new Product(id, 70, code, "Lamp", null, "Lights", unit, purchaseUnit, active, purchasable, storable, new BigDecimal("2.00"), new BigDecimal("4.00"),
                        kit, procurement),
                stock, lines, lines.isEmpty() ? null : lines.getLast(), committed, prices, vendors, rates, packs, rule, moves, from, receipts,
                History.of(moves, from, TODAY), LargeOrders.NONE);
    }

    /** One row of a vendor's price list. */
    public static final class Row {
        private final int id;
        private final int vendor;
        private Integer product;
        private Integer company;
        private int sequence = 1;
        private Unit unit = PIECE;
        private int minimum;
        private String price = "1.00";
        private String discount = "0";
        private String currency = "GBP";
        private int delay = 14;
        private LocalDate from;
        private LocalDate to;

        private Row(int id, int vendor) {
            this.id = id;
            this.vendor = vendor;
        }

        public static Row of(int id, int vendor) {
            return new Row(id, vendor);
        }

        public Row product(int value) {
            product = value;
            return this;
        }

        public Row company(int value) {
            company = value;
            return this;
        }

        public Row sequence(int value) {
            sequence = value;
            return this;
        }

        public Row unit(Unit value) {
            unit = value;
            return this;
        }

        public Row minimum(int value) {
            minimum = value;
            return this;
        }

        public Row price(String value) {
            price = value;
            return this;
        }

        public Row discount(String value) {
            discount = value;
            return this;
        }

        public Row currency(String value) {
            currency = value;
            return this;
        }

        public Row delay(int value) {
            delay = value;
            return this;
        }

        public Row valid(LocalDate first, LocalDate last) {
            from = first;
            to = last;
            return this;
        }

        public SupplierPrice build() {
            return new SupplierPrice(
                    id, vendor, 70, product, company, sequence, unit, Quantity.of(minimum), new BigDecimal(price), new BigDecimal(discount), currency, delay,
                    from, to, "");
        }
    }
}
