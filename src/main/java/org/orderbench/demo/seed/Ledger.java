package org.orderbench.demo.seed;

import java.time.LocalDate;
import java.util.Random;
import org.orderbench.demo.orm.Env;

/** Writes down what moved: done stock moves of the past, and what lies on the shelves today. */
final class Ledger {

    private final Basics basics;
    private final Rows rows;
    private final LocalDate first;
    private String reference = "";
    private int referenceDay = -1;

    Ledger(Env env, Basics basics, LocalDate first) {
        this.basics = basics;
        this.rows = new Rows(env);
        this.first = first;
    }

    LocalDate date(int day) {
        return first.plusDays(day);
    }

    int deliver(Cell cell, int day, int quantity) {
        return done(cell, day, quantity, shelf(cell), basics.id("stock.stock_location_customers"), deliveries(day), "out", 0, 0);
    }

    void takeBack(Cell cell, int day, int quantity, int move) {
        done(cell, day, quantity, basics.id("stock.stock_location_customers"), shelf(cell), "Return", "in", 0, move);
    }

    void scrap(Cell cell, int day, int quantity) {
        done(cell, day, quantity, shelf(cell), basics.id("scrap"), "Scrap", "", 0, 0);
    }

    /** A correction of the stock, up or down. */
    void adjust(Cell cell, int day, int change) {
        int place = basics.id("adjustment");
        boolean more = change > 0;
        done(cell, day, Math.abs(change), more ? place : shelf(cell), more ? shelf(cell) : place, "Physical Inventory", "", 0, 0);
    }

    int receive(Cell cell, int day, int quantity, int line) {
        return done(cell, day, quantity, basics.id("stock.stock_location_suppliers"), shelf(cell), cell.warehouse + "/IN", "in", line, 0);
    }

    int shelf(Cell cell) {
        return basics.id(cell.warehouse + ".stock");
    }

    /** Deliveries of one day share a reference. */
    private String deliveries(int day) {
        if (referenceDay != day) {
            referenceDay = day;
            reference = String.format(java.util.Locale.ROOT, "OUT/%05d", day + 1);
        }
        return reference;
    }

    private int done(Cell cell, int day, int quantity, int from, int to, String reference, String type, int line, int returned) {
        long time = Times.during(date(day), cell.sku.productId() + quantity);
        double pieces = quantity;
        int move = rows.insert("stock.move", time, "product_id", cell.sku.productId(), "product_uom", cell.sku.uomId(), "product_uom_qty", pieces, "product_qty", pieces,
                "quantity", pieces, "location_id", from, "location_dest_id", to, "date", time, "state", "done", "company_id", 1, "name", reference, "reference", reference,
                "picked", true, "procure_method", "make_to_stock");
        if (!type.isEmpty()) {
            rows.set("stock.move", move, "picking_type_id", basics.id(cell.warehouse + "." + type));
        } else if (reference.startsWith("Physical")) {
            rows.set("stock.move", move, "is_inventory", true);
        }
        if (line != 0) {
            rows.set("stock.move", move, "purchase_line_id", line);
        }
        if (returned != 0) {
            rows.set("stock.move", move, "origin_returned_move_id", returned);
        }
        return move;
    }

    /** Today's quants; some goods lie on a shelf of their own, some are promised to an open delivery. */
    void shelve(Cell cell, Random random) {
        if (cell.stock == 0) {
            return;
        }
        int aside = cell.warehouse.equals("WH") && cell.stock > 20 && random.nextInt(20) == 0 ? cell.stock / 3 : 0;
        int promised = cell.stock > 10 && random.nextInt(25) == 0 ? 1 + random.nextInt(5) : 0;
        quant(cell, shelf(cell), cell.stock - aside, promised);
        if (aside > 0) {
            done(cell, cell.demand.length - 1, aside, shelf(cell), basics.id("WH.shelf"), "Internal", "int", 0, 0);
            quant(cell, basics.id("WH.shelf"), aside, 0);
        }
        if (promised > 0) {
            promise(cell, promised);
        }
    }

    private void quant(Cell cell, int location, int quantity, int reserved) {
        long time = Times.during(date(cell.demand.length - 1), cell.sku.productId());
        rows.insert("stock.quant", time, "product_id", cell.sku.productId(), "location_id", location, "quantity", (double) quantity, "reserved_quantity", (double) reserved,
                "in_date", time, "company_id", 1);
    }

    private void promise(Cell cell, int quantity) {
        long made = Times.during(date(cell.demand.length - 1), cell.sku.productId());
        double pieces = quantity;
        rows.insert("stock.move", made, "product_id", cell.sku.productId(), "product_uom", cell.sku.uomId(), "product_uom_qty", pieces, "product_qty", pieces, "quantity", pieces,
                "location_id", shelf(cell), "location_dest_id", basics.id("stock.stock_location_customers"), "date", Times.during(date(cell.demand.length + 1), quantity),
                "state", "assigned", "company_id", 1, "name", "Delivery", "reference", cell.warehouse + "/OUT", "picking_type_id", basics.id(cell.warehouse + ".out"));
    }
}
