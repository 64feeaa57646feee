package org.orderbench.demo.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.orderbench.demo.orm.Database;
import org.orderbench.demo.orm.Model;
import org.orderbench.demo.orm.Row;

/** Quants, moves, transfers and reordering rules, and the stock figures of a product, which are worked out at each read. */
final class Stock {

    private static final Set<String> OPEN = Set.of("waiting", "confirmed", "partially_available", "assigned");

    private Stock() {}

    static void install(Database database) {
        Model quants = database.model("stock.quant");
        quants.related("product_tmpl_id", "product_id.product_tmpl_id");
        quants.related("product_uom_id", "product_id.uom_id");
        quants.related("product_categ_id", "product_id.categ_id");
        quants.related("company_id", "location_id.company_id");
        quants.related("warehouse_id", "location_id.warehouse_id");
        quants.compute("available_quantity", row -> row.num("quantity") - row.num("reserved_quantity"));
        quants.compute("on_hand", row -> row.follow("location_id").text("usage").equals("internal"));
        quants.compute("display_name", row -> row.follow("location_id").displayName());
        quants.byDefault("in_date", env -> org.orderbench.demo.orm.Values.datetime(env.now()));
        Model moves = database.model("stock.move");
        moves.related("product_tmpl_id", "product_id.product_tmpl_id");
        moves.related("product_category_id", "product_id.categ_id");
        moves.related("location_usage", "location_id.usage");
        moves.related("location_dest_usage", "location_dest_id.usage");
        moves.related("picking_code", "picking_type_id.code");
        moves.compute("display_name", Stock::moveName);
        moves.compute("is_done", row -> row.text("state").equals("done"));
        moves.byDefault("state", env -> "draft");
        moves.byDefault("company_id", env -> 1);
        moves.byDefault("procure_method", env -> "make_to_stock");
        moves.byDefault("date", env -> org.orderbench.demo.orm.Values.datetime(env.now()));
        moves.byDefault("name", env -> "Move");
        moves.byDefault("product_uom", env -> 1);
        Model transfers = database.model("stock.picking");
        transfers.byDefault("state", env -> "draft");
        transfers.byDefault("move_type", env -> "direct");
        transfers.byDefault("company_id", env -> 1);
        Model rules = database.model("stock.warehouse.orderpoint");
        rules.byDefault("trigger", env -> "auto");
        rules.byDefault("company_id", env -> 1);
        rules.byDefault("name", env -> "OP");
        rules.related("product_uom", "product_id.uom_id");
        rules.related("product_tmpl_id", "product_id.product_tmpl_id");
        rules.related("product_category_id", "product_id.categ_id");
        rules.compute("qty_on_hand", row -> onHand(row.follow("product_id"), row.ref("warehouse_id")));
        rules.compute("qty_forecast", row -> onHand(row.follow("product_id"), row.ref("warehouse_id")) + open(row.follow("product_id"), true, row.ref("warehouse_id"))
                - open(row.follow("product_id"), false, row.ref("warehouse_id")));
        installFigures(database.model("product.product"));
    }

    private static void installFigures(Model products) {
        products.compute("qty_available", row -> onHand(row, warehouse(row)));
        products.compute("free_qty", row -> onHand(row, warehouse(row)) - reserved(row, warehouse(row)));
        products.compute("incoming_qty", row -> open(row, true, warehouse(row)));
        products.compute("outgoing_qty", row -> open(row, false, warehouse(row)));
        products.compute("virtual_available", row -> onHand(row, warehouse(row)) + open(row, true, warehouse(row)) - open(row, false, warehouse(row)));
        products.compute("monthly_demand", Stock::monthlyDemand);
    }

    /** The warehouse that the context asks for, or 0 for all. */
    private static int warehouse(Row row) {
        Object wanted = row.env().context().get("warehouse_id") != null ? row.env().context().get("warehouse_id") : row.env().context().get("warehouse");
        return wanted instanceof Integer id ? id : 0;
    }

    private static List<Row> shelves(Row product, int warehouse) {
        List<Row> quants = new ArrayList<>();
        for (Row quant : product.rows("stock_quant_ids")) {
            Row location = quant.follow("location_id");
            if (location.text("usage").equals("internal") && (warehouse == 0 || location.ref("warehouse_id") == warehouse)) {
                quants.add(quant);
            }
        }
        return quants;
    }

    static double onHand(Row product, int warehouse) {
        return shelves(product, warehouse).stream().mapToDouble(quant -> quant.num("quantity")).sum();
    }

    private static double reserved(Row product, int warehouse) {
        return shelves(product, warehouse).stream().mapToDouble(quant -> quant.num("reserved_quantity")).sum();
    }

    /** What confirmed moves will still bring or take. */
    private static double open(Row product, boolean incoming, int warehouse) {
        double sum = 0;
        for (Row move : product.rows("stock_move_ids")) {
            if (OPEN.contains(move.text("state"))) {
                Row inside = move.follow(incoming ? "location_dest_id" : "location_id");
                Row outside = move.follow(incoming ? "location_id" : "location_dest_id");
                boolean crosses = inside.text("usage").equals("internal") && !outside.text("usage").equals("internal");
                sum += crosses && (warehouse == 0 || inside.ref("warehouse_id") == warehouse) ? move.num("product_qty") : 0;
            }
        }
        return sum;
    }

    /** What left for customers in the last 30 days. */
    private static double monthlyDemand(Row product) {
        long since = product.env().now() - 30L * 24 * 3600 * 1000;
        double sum = 0;
        for (Row move : product.rows("stock_move_ids")) {
            boolean counts = move.time("date") >= since && move.text("state").equals("done") && move.follow("location_dest_id").text("usage").equals("customer");
            sum += counts ? move.num("product_qty") : 0;
        }
        return sum;
    }

    private static Object moveName(Row move) {
        String product = move.follow("product_id").text("default_code");
        String reference = move.text("reference").isEmpty() ? "" : move.text("reference") + "/";
        return reference + product + ": " + move.follow("location_id").displayName() + ">" + move.follow("location_dest_id").displayName();
    }
}
