package org.orderbench.demo.seed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.orderbench.demo.DemoOptions;
import org.orderbench.demo.orm.Env;

/** The company's past buyer: orders to a level, and vendors who deliver early, late or in parts. */
final class Purchasing {

    /** Above this many products orders are rarer and larger, so that the history stays within memory. */
    private static final int MANY = 5_000;

    private record Arrival(Cell cell, int line, int quantity) {}

    private final Basics basics;
    private final DemoOptions options;
    private final Ledger ledger;
    private final Random random;
    private final Rows rows;
    private final Map<Integer, List<Arrival>> arrivals = new HashMap<>();

    Purchasing(Env env, Basics basics, DemoOptions options, Ledger ledger, Random random) {
        this.basics = basics;
        this.options = options;
        this.ledger = ledger;
        this.random = random;
        this.rows = new Rows(env);
    }

    void receive(int day) {
        List<Arrival> today = arrivals.remove(day);
        if (today == null) {
            return;
        }
        for (Arrival arrival : today) {
            Cell cell = arrival.cell();
            cell.stock += arrival.quantity();
            cell.onOrder -= arrival.quantity();
            ledger.receive(cell, day, arrival.quantity(), arrival.line());
            double before = rows.number("purchase.order.line", arrival.line(), "qty_received");
            rows.set("purchase.order.line", arrival.line(), "qty_received", before + arrival.quantity() / (double) cell.sku.unitSize());
            report(arrival, day);
        }
    }

    private void report(Arrival arrival, int day) {
        Cell cell = arrival.cell();
        long time = Times.during(ledger.date(day), arrival.line());
        boolean onTime = rows.time("purchase.order.line", arrival.line(), "date_planned") >= time - Duration.ofDays(1).toMillis();
        double pieces = arrival.quantity();
        rows.insert("vendor.delay.report", time, "date", time, "partner_id", cell.sku.vendorId(), "product_id", cell.sku.productId(), "category_id", cell.sku.categoryId(),
                "qty_total", pieces, "qty_on_time", onTime ? pieces : 0.0, "on_time_rate", onTime ? 100.0 : 0.0);
    }

    /** One order for each warehouse, for what has fallen below its level. */
    void order(Vendor vendor, List<Cell> cells, int day) {
        for (String warehouse : List.of("WH", "NTH")) {
            int order = 0;
            int slip = Math.max(1 - vendor.delay(), (int) Math.round(vendor.slip() + random.nextGaussian() * vendor.spread()));
            for (Cell cell : cells) {
                if (cell.warehouse.equals(warehouse) && cell.mayOrder(day)) {
                    int pieces = needed(cell, vendor, day);
                    if (pieces > 0) {
                        order = order == 0 ? header(cell, day) : order;
                        buy(cell, order, day, pieces, slip);
                    }
                }
            }
        }
    }

    private int needed(Cell cell, Vendor vendor, int day) {
        double mean = cell.mean(day + 1);
        double trigger = mean * (cell.sku.delay() + vendor.review()) * 1.25;
        int position = cell.stock + cell.onOrder;
        if (mean <= 0 || position >= trigger) {
            return 0;
        }
        double extra = options.products() > MANY ? 90 : 21;
        double upTo = trigger + mean * (vendor.review() + extra);
        return (int) Math.ceil((upTo - position) / cell.sku.pack()) * cell.sku.pack();
    }

    private int header(Cell cell, int day) {
        long time = Times.during(ledger.date(day), day);
        int id = rows.insert("purchase.order", time, "partner_id", cell.sku.vendorId(), "state", "purchase", "date_order", time, "date_approve", time, "company_id", 1,
                "currency_id", cell.sku.currencyId(), "user_id", basics.id("buyer"), "picking_type_id", basics.id(cell.warehouse + ".in"), "invoice_status", "invoiced", "priority", "0");
        rows.set("purchase.order", id, "name", String.format(java.util.Locale.ROOT, "P%05d", id));
        return id;
    }

    private void buy(Cell cell, int order, int day, int pieces, int slip) {
        Sku sku = cell.sku;
        long time = Times.during(ledger.date(day), day);
        long planned = time + Duration.ofDays(sku.delay()).toMillis();
        double amount = pieces / (double) sku.unitSize();
        int line = rows.insert("purchase.order.line", time, "order_id", order, "product_id", sku.productId(), "name", "[" + sku.code() + "] " + sku.name(), "product_qty", amount,
                "product_uom", sku.unitId(), "product_uom_id", sku.unitId(), "price_unit", sku.price(), "date_planned", planned, "sequence", 10, "taxes_id",
                new int[] {basics.id("vat")}, "tax_ids", new int[] {basics.id("vat")}, "qty_received_method", "stock_moves");
        cell.onOrder += pieces;
        int arrives = day + Math.max(1, sku.delay() + slip);
        boolean split = pieces >= 2 * sku.pack() && random.nextInt(14) == 0;
        int now = split ? Math.max(1, (int) (pieces * 0.6)) : pieces;
        arrive(arrives, new Arrival(cell, line, now));
        if (split) {
            arrive(arrives + 4 + random.nextInt(10), new Arrival(cell, line, pieces - now));
        }
    }

    private void arrive(int day, Arrival arrival) {
        arrivals.computeIfAbsent(day, key -> new ArrayList<>()).add(arrival);
    }

    /** What has not come by today stays open: a transfer to be received, with its moves. */
    void leaveOpen() {
        Map<Integer, Integer> transfers = new HashMap<>();
        arrivals.values().stream().flatMap(List::stream).sorted(java.util.Comparator.comparingInt(Arrival::line)).forEach(arrival -> {
            Sku sku = arrival.cell().sku;
            int order = rows.ref("purchase.order.line", arrival.line(), "order_id");
            long planned = rows.time("purchase.order.line", arrival.line(), "date_planned");
            String name = arrival.cell().warehouse + "/IN/" + String.format(java.util.Locale.ROOT, "%05d", order);
            int transfer = transfers.computeIfAbsent(order, key -> rows.insert("stock.picking", rows.time("purchase.order", order, "date_order"), "name", name,
                    "partner_id", sku.vendorId(), "picking_type_id", basics.id(arrival.cell().warehouse + ".in"), "state", "assigned", "origin", rows.text("purchase.order", order, "name"),
                    "location_id", basics.id("stock.stock_location_suppliers"), "location_dest_id", ledger.shelf(arrival.cell()), "scheduled_date", planned, "company_id", 1));
            double pieces = arrival.quantity();
            rows.insert("stock.move", rows.time("purchase.order", order, "date_order"), "product_id", sku.productId(), "product_uom", sku.uomId(), "product_uom_qty", pieces,
                    "product_qty", pieces, "quantity", pieces, "location_id", basics.id("stock.stock_location_suppliers"), "location_dest_id", ledger.shelf(arrival.cell()),
                    "date", planned, "date_deadline", planned, "state", "assigned", "company_id", 1, "name", name, "reference", name, "picking_id", transfer,
                    "purchase_line_id", arrival.line(), "picking_type_id", basics.id(arrival.cell().warehouse + ".in"));
            rows.set("purchase.order", order, "invoice_status", "no");
        });
    }
}
