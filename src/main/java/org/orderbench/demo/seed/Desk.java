package org.orderbench.demo.seed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.orderbench.demo.orm.Env;

/** What lies on the buyer's desk today: quotations, an order to approve, a cancelled one, and Odoo's own reordering rules. */
final class Desk {

    /** The rules were made some time ago: what a sync sees as changed today is what changes today. */
    private static final long MONTH = 30L * 24 * 60 * 60 * 1000;

    private final Env env;
    private final Basics basics;
    private final Random random;
    private final Rows rows;

    Desk(Env env, Basics basics, Random random) {
        this.env = env;
        this.basics = basics;
        this.random = random;
        this.rows = new Rows(env);
    }

    void plant(List<Cell> cells) {
        List<Cell> calm = cells.stream().filter(cell -> cell.fate == Cell.Fate.FINE && cell.sku.vendor() != null && cell.mean(cell.demand.length) > 0.2).toList();
        Map<Vendor, List<Cell>> byVendor = new LinkedHashMap<>();
        for (Cell cell : calm) {
            if (cell.warehouse.equals("WH") && cell.sku.vendor() != null) {
                byVendor.computeIfAbsent(cell.sku.vendor(), key -> new ArrayList<>()).add(cell);
            }
        }
        List<List<Cell>> groups = byVendor.values().stream().filter(group -> group.size() >= 2).toList();
        String[] states = {"draft", "draft", "sent", "to approve", "cancel", "draft"};
        String[] origins = {"", "OP/00012", "", "", "", "Trade fair"};
        for (int i = 0; i < Math.min(states.length, groups.size()); i++) {
            order(groups.get(i), states[i], origins[i]);
        }
        for (Cell cell : cells) {
            if (cell.sku.vendor() != null && random.nextInt(5) == 0) {
                rule(cell);
            }
        }
    }

    private void order(List<Cell> cells, String state, String origin) {
        List<Object> lines = new ArrayList<>();
        for (Cell cell : cells.subList(0, Math.min(cells.size(), 2 + random.nextInt(3)))) {
            double amount = Math.max(1, Math.ceil(cell.mean(cell.demand.length) * 30 / cell.sku.pack())) * cell.sku.pack() / cell.sku.unitSize();
            amount = state.equals("to approve") ? amount * 6 : amount;
            lines.add(List.of(0, 0, Map.of("product_id", cell.sku.productId(), "product_qty", amount)));
        }
        int id = basics.add("purchase.order", "", "partner_id", cells.getFirst().sku.vendorId(), "picking_type_id", basics.id("WH.in"), "user_id", basics.id("buyer"),
                "origin", origin.isEmpty() ? (Object) false : origin, "order_line", lines);
        env.write("purchase.order", new int[] {id}, Map.of("state", state));
    }

    /** An Odoo reordering rule, some of which order by themselves. */
    private void rule(Cell cell) {
        double mean = cell.mean(cell.demand.length);
        double least = Math.ceil(mean * cell.sku.delay());
        int id = rows.insert("stock.warehouse.orderpoint", env.now() - MONTH, "product_id", cell.sku.productId(), "warehouse_id", basics.id(cell.warehouse), "location_id",
                basics.id(cell.warehouse + ".stock"), "product_min_qty", least, "product_max_qty", least + Math.ceil(mean * 30), "qty_multiple", (double) cell.sku.pack(),
                "trigger", random.nextInt(4) == 0 ? "auto" : "manual", "active", true, "company_id", 1);
        rows.set("stock.warehouse.orderpoint", id, "name", String.format(java.util.Locale.ROOT, "OP/%05d", id));
        if (env.model("stock.warehouse.orderpoint").has("replenishment_uom_id") && cell.sku.pack() > 2) {
            rows.set("stock.warehouse.orderpoint", id, "replenishment_uom_id", basics.id("pack" + cell.sku.pack()));
        }
    }
}
