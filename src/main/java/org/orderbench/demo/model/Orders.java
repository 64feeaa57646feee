package org.orderbench.demo.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.orm.Database;
import org.orderbench.demo.orm.Env;
import org.orderbench.demo.orm.Model;
import org.orderbench.demo.orm.OdooError;
import org.orderbench.demo.orm.Row;
import org.orderbench.demo.orm.Values;

/** {@code purchase.order}: numbers, amounts, states. */
final class Orders {

    private static final Set<String> DRAFT = Set.of("draft", "sent");

    private Orders() {}

    static void install(Database database) {
        Model orders = database.model("purchase.order");
        orders.compute("amount_untaxed", order -> sum(order, "price_subtotal"));
        orders.compute("amount_tax", order -> sum(order, "price_tax"));
        orders.compute("amount_total", order -> Currencies.round(sum(order, "price_subtotal") + sum(order, "price_tax")));
        orders.compute("date_planned", Orders::earliest);
        orders.compute("receipt_status", Orders::receiptStatus);
        orders.compute("currency_rate", order -> Currencies.rate(order.follow("currency_id"), Currencies.today(order.env())));
        orders.byDefault("state", env -> "draft");
        orders.byDefault("priority", env -> "0");
        orders.byDefault("invoice_status", env -> "no");
        orders.byDefault("date_order", env -> Values.datetime(env.now()));
        orders.byDefault("company_id", env -> 1);
        orders.byDefault("user_id", Env::uid);
        orders.byDefault("picking_type_id", Orders::receipts);
        orders.whenCreated((order, given) -> number(order));
        orders.whenUnlinked(order -> {
            if (!order.text("state").equals("cancel")) {
                throw OdooError.user("In order to delete a purchase order, you must cancel it first.");
            }
            order.env().cascade("purchase.order.line", order.ids("order_line"));
            List<Object> mine = List.of(List.of("model", "=", "purchase.order"), List.of("res_id", "=", order.id()));
            order.env().unlink("mail.message", order.env().search("mail.message", mine));
        });
        orders.onWrite("button_confirm", "self", (env, self, in) -> {
            for (int id : in.ids()) {
                confirm(new Row(env, self, id));
            }
            return true;
        });
        orders.onWrite("button_approve", "self, force?", (env, self, in) -> {
            for (int id : in.ids()) {
                Row order = new Row(env, self, id);
                if (mayApprove(order)) {
                    approve(order);
                }
            }
            return Map.of();
        });
        orders.onWrite("button_cancel", "self", (env, self, in) -> {
            for (int id : in.ids()) {
                cancel(new Row(env, self, id));
            }
            return null;
        });
        orders.onWrite("button_draft", "self", (env, self, in) -> {
            env.write("purchase.order", in.ids(), Map.of("state", "draft"));
            return Map.of();
        });
    }

    private static double sum(Row order, String field) {
        return Currencies.round(order.rows("order_line").stream().mapToDouble(line -> line.num(field)).sum());
    }

    private static Object earliest(Row order) {
        return order.rows("order_line").stream().mapToLong(line -> line.time("date_planned")).filter(time -> time != 0).min().orElse(0);
    }

    private static @Nullable Object receiptStatus(Row order) {
        List<Row> lines = order.rows("order_line");
        boolean confirmed = order.text("state").equals("purchase") || order.text("state").equals("done");
        if (!confirmed || lines.isEmpty()) {
            return null;
        }
        boolean all = lines.stream().allMatch(line -> line.num("qty_received") >= line.num("product_qty"));
        boolean some = lines.stream().anyMatch(line -> line.num("qty_received") > 0);
        return all ? "full" : some ? "partial" : "pending";
    }

    private static Object receipts(Env env) {
        int[] types = env.search("stock.picking.type", List.of(List.of("code", "=", "incoming")));
        return types.length == 0 ? (Object) false : types[0];
    }

    private static void number(Row order) {
        if (order.text("name").isEmpty() || order.text("name").equals("New")) {
            order.set("name", String.format(java.util.Locale.ROOT, "P%05d", order.id()));
        }
        if (order.ref("currency_id") == 0) {
            int own = order.follow("partner_id").ref("property_purchase_currency_id");
            order.set("currency_id", own != 0 ? own : order.env().row("res.company", 1).ref("currency_id"));
        }
        Mail.note(order, "<p>Purchase Order created</p>", "notification", order.env().ref("mail.mt_note"), true);
    }

    /** Up to the company's limit anybody may; above it, with two steps, only a purchase manager. */
    private static boolean mayApprove(Row order) {
        Row company = order.follow("company_id");
        double limit = Currencies.convert(company.num("po_double_validation_amount"), company.follow("currency_id"), order.follow("currency_id"),
                Currencies.today(order.env()));
        return !company.text("po_double_validation").equals("two_step") || order.num("amount_total") < limit
                || Users.inGroup(order.env(), "purchase.group_purchase_manager");
    }

    private static void confirm(Row order) {
        if (!order.exists()) {
            throw new OdooError(OdooError.Kind.MISSING,
                    "Record does not exist or has been deleted.\n(Record: purchase.order(" + order.id() + ",), User: " + order.env().uid() + ")");
        }
        if (!DRAFT.contains(order.text("state"))) {
            return;
        }
        if (mayApprove(order)) {
            approve(order);
        } else {
            order.env().write("purchase.order", new int[] {order.id()}, Map.of("state", "to approve"));
        }
    }

    private static void approve(Row order) {
        order.env().write("purchase.order", new int[] {order.id()}, Map.of("state", "purchase", "date_approve", Values.datetime(order.env().now())));
        Env system = order.env().asSystem();
        rememberVendor(order, system);
        Row type = order.follow("picking_type_id");
        int destination = type.follow("warehouse_id").ref("lot_stock_id");
        Map<String, Object> transfer = new LinkedHashMap<>();
        transfer.put("name", type.follow("warehouse_id").text("code") + "/IN/" + String.format(java.util.Locale.ROOT, "%05d", order.id()));
        transfer.put("picking_type_id", type.id());
        transfer.put("partner_id", order.ref("partner_id"));
        transfer.put("location_id", system.ref("stock.stock_location_suppliers"));
        transfer.put("location_dest_id", destination);
        transfer.put("origin", order.text("name"));
        transfer.put("state", "assigned");
        transfer.put("scheduled_date", Values.datetime(order.time("date_planned")));
        int picking = system.create("stock.picking", transfer);
        for (Row line : order.rows("order_line")) {
            if (line.ref("product_id") != 0) {
                receiptMove(system, line, picking, destination);
            }
        }
    }

    /** As Odoo does: an order from a vendor that the product did not have yet becomes one of its vendor prices. */
    private static void rememberVendor(Row order, Env system) {
        for (Row line : order.rows("order_line")) {
            Row product = line.follow("product_id");
            boolean known = product.id() == 0 || product.rows("seller_ids").stream().anyMatch(price -> price.ref("partner_id") == order.ref("partner_id"));
            if (!known && product.ids("seller_ids").length <= 10) {
                Map<String, Object> price = new LinkedHashMap<>();
                price.put("partner_id", order.ref("partner_id"));
                price.put("product_tmpl_id", product.ref("product_tmpl_id"));
                price.put("sequence", product.ids("seller_ids").length + 1);
                price.put("min_qty", 0.0);
                price.put("price", line.num("price_unit"));
                price.put("currency_id", order.ref("currency_id"));
                price.put("delay", 0);
                system.create("product.supplierinfo", price);
            }
        }
    }

    private static void receiptMove(Env system, Row line, int picking, int destination) {
        Row product = line.follow("product_id");
        Map<String, Object> move = new LinkedHashMap<>();
        move.put("name", line.text("name"));
        move.put("product_id", product.id());
        move.put("product_uom", product.ref("uom_id"));
        move.put("product_uom_qty", line.num("product_uom_qty"));
        move.put("product_qty", line.num("product_uom_qty"));
        move.put("location_id", system.ref("stock.stock_location_suppliers"));
        move.put("location_dest_id", destination);
        move.put("picking_id", picking);
        move.put("purchase_line_id", line.id());
        move.put("date", Values.datetime(line.time("date_planned")));
        move.put("state", "assigned");
        move.keySet().removeIf(name -> !system.model("stock.move").has(name));
        system.create("stock.move", move);
    }

    private static void cancel(Row order) {
        if (!order.exists()) {
            throw new OdooError(OdooError.Kind.MISSING,
                    "Record does not exist or has been deleted.\n(Record: purchase.order(" + order.id() + ",), User: " + order.env().uid() + ")");
        }
        for (Row line : order.rows("order_line")) {
            for (Row move : line.rows("move_ids")) {
                if (move.text("state").equals("done")) {
                    throw OdooError.user("Unable to cancel purchase order " + order.text("name") + " as some receptions have already been done.");
                }
                move.set("state", "cancel");
            }
        }
        order.env().write("purchase.order", new int[] {order.id()}, Map.of("state", "cancel"));
    }
}
