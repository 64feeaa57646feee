package org.orderbench.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.Admin;

/**
 * A shop that goes on living inside the demo server: each day it sells about what it sold before, and vendors deliver what was confirmed some days ago.
 * Seeded, so that the same days come again.
 */
final class Shop {

    private static final DateTimeFormatter ODOO = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final Duration DELIVERY = Duration.ofDays(4);

    private record Cell(int product, int location) {}

    private final Admin admin;
    private final Random random;
    private final int customers;
    private final int vendors;
    private final Map<Cell, Double> perDay = new HashMap<>();
    private final Map<Cell, Integer> quants = new HashMap<>();
    private final Map<Cell, Double> shelf = new HashMap<>();
    private final Map<Integer, Integer> shelfOf = new HashMap<>();
    private final Set<Integer> received = new HashSet<>();

    Shop(Admin admin, int historyDays, long seed) {
        this.admin = admin;
        this.random = new Random(seed);
        this.customers = location("customer");
        this.vendors = location("supplier");
        for (Map<String, Object> move : admin.searchRead(
                "stock.move", List.of(List.of("state", "=", "done"), List.of("location_dest_id.usage", "=", "customer")), "product_id", "location_id", "product_qty")) {
            perDay.merge(cell(move, "location_id"), number(move, "product_qty") / historyDays, Double::sum);
        }
        for (Map<String, Object> quant : admin.searchRead("stock.quant", List.of(List.of("location_id.usage", "=", "internal")), "product_id", "location_id", "quantity")) {
            quants.put(cell(quant, "location_id"), (Integer) quant.get("id"));
            shelf.put(cell(quant, "location_id"), number(quant, "quantity"));
        }
        admin.searchRead("stock.warehouse", List.of(), "in_type_id", "lot_stock_id")
                .forEach(warehouse -> shelfOf.put((Integer) warehouse.get("in_type_id"), (Integer) warehouse.get("lot_stock_id")));
    }

    private int location(String usage) {
        return (Integer) admin.searchRead("stock.location", List.of(List.of("usage", "=", usage)), "id").getFirst().get("id");
    }

    private static Cell cell(Map<String, Object> row, String location) {
        return new Cell((Integer) row.get("product_id"), (Integer) row.get(location));
    }

    private static double number(Map<String, Object> row, String field) {
        return row.get(field) instanceof Number number ? number.doubleValue() : 0;
    }

    /** One day's sales and deliveries. */
    void day(Instant now) {
        List<Map<String, Object>> moves = new ArrayList<>();
        deliver(now, moves);
        perDay.forEach((cell, rate) -> {
            double sold = Math.min(shelf.getOrDefault(cell, 0.0), poisson(rate));
            if (sold > 0 && quants.containsKey(cell)) {
                moves.add(move(cell.product(), cell.location(), customers, sold, now, null));
                put(cell, -sold);
            }
        });
        if (!moves.isEmpty()) {
            admin.call("stock.move", "create", List.of(moves), Map.of());
        }
    }

    private void deliver(Instant now, List<Map<String, Object>> moves) {
        for (Map<String, Object> order : admin.searchRead("purchase.order", List.of(List.of("state", "=", "purchase")), "picking_type_id", "order_line", "date_approve")) {
            int id = (Integer) order.get("id");
            Instant approved = order.get("date_approve") instanceof String at ? ODOO.parse(at, Instant::from) : now;
            if (approved.plus(DELIVERY).isAfter(now) || !received.add(id)) {
                continue;
            }
            for (Map<String, Object> line : admin.searchRead("purchase.order.line", List.of(List.of("order_id", "=", id)), "product_id", "product_uom_qty", "product_qty", "qty_received")) {
                Cell cell = new Cell((Integer) line.get("product_id"), shelfOf.getOrDefault((Integer) order.get("picking_type_id"), 0));
                if (number(line, "qty_received") == 0 && quants.containsKey(cell)) {
                    double pieces = number(line, "product_uom_qty") > 0 ? number(line, "product_uom_qty") : number(line, "product_qty");
                    moves.add(move(cell.product(), vendors, cell.location(), pieces, now, (Integer) line.get("id")));
                    admin.write("purchase.order.line", List.of((Integer) line.get("id")), Map.of("qty_received", number(line, "product_qty")));
                    put(cell, pieces);
                }
            }
        }
    }

    /** Somebody books a month's sales as one day's, many times over: what a forecast then says is wrong. */
    void bookWrongly(Instant now, double times) {
        List<Map<String, Object>> moves = new ArrayList<>();
        perDay.forEach((cell, rate) -> {
            for (int day = 0; day < 28; day++) {
                moves.add(move(cell.product(), cell.location(), customers, Math.max(1, Math.rint(rate * times)), now.minus(Duration.ofDays(day)), null));
            }
        });
        admin.call("stock.move", "create", List.of(moves), Map.of());
    }

    private void put(Cell cell, double pieces) {
        double there = shelf.merge(cell, pieces, Double::sum);
        admin.write("stock.quant", List.of(quants.getOrDefault(cell, 0)), Map.of("quantity", there));
    }

    private static Map<String, Object> move(int product, int from, int to, double pieces, Instant at, @Nullable Integer purchaseLine) {
        Map<String, Object> move = new HashMap<>(Map.of(
                "product_id", product, "location_id", from, "location_dest_id", to, "product_uom_qty", pieces, "product_qty", pieces, "quantity", pieces, "state", "done",
                "date", ODOO.format(at)));
        if (purchaseLine != null) {
            move.put("purchase_line_id", purchaseLine);
        }
        return move;
    }

    private double poisson(double mean) {
        double limit = Math.exp(-Math.min(mean, 500));
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
