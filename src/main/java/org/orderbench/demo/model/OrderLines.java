package org.orderbench.demo.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.orderbench.demo.OdooVersion;
import org.orderbench.demo.orm.Database;
import org.orderbench.demo.orm.Model;
import org.orderbench.demo.orm.OdooError;
import org.orderbench.demo.orm.Row;

/** {@code purchase.order.line}: price, name, date, unit and taxes come from the vendor's price where they are not given. */
final class OrderLines {

    private OrderLines() {}

    static void install(Database database) {
        Model lines = database.model("purchase.order.line");
        lines.related("state", "order_id.state");
        lines.related("partner_id", "order_id.partner_id");
        lines.related("currency_id", "order_id.currency_id");
        lines.related("company_id", "order_id.company_id");
        lines.related("date_order", "order_id.date_order");
        lines.related("date_approve", "order_id.date_approve");
        lines.compute("product_uom_qty", line -> Units.convert(line.num("product_qty"), unit(line), line.follow("product_id").follow("uom_id")));
        lines.compute("price_subtotal", line -> Currencies.round(line.num("product_qty") * line.num("price_unit") * (1 - line.num("discount") / 100)));
        lines.compute("price_tax", line -> Currencies.round(line.num("price_subtotal") * taxRate(line)));
        lines.compute("price_total", line -> Currencies.round(line.num("price_subtotal") + line.num("price_tax")));
        lines.compute("price_total_cc", line -> Currencies.round(line.num("price_subtotal")));
        lines.compute("price_unit_discounted", line -> line.num("price_unit") * (1 - line.num("discount") / 100));
        lines.compute("display_name", line -> line.text("name"));
        lines.compute("qty_to_invoice", line -> line.num("qty_received"));
        lines.byDefault("product_qty", env -> 1.0);
        lines.byDefault("sequence", env -> 10);
        lines.byDefault("qty_received_method", env -> "stock_moves");
        lines.whenCreated(OrderLines::complete);
        lines.whenWritten(OrderLines::reprice);
        lines.whenUnlinked(line -> {
            String state = line.text("state");
            if (state.equals("purchase") || state.equals("done")) {
                throw OdooError.user("Cannot delete a purchase order line which is in state “" + label(line, state) + "”.");
            }
        });
    }

    private static String label(Row line, String state) {
        return java.util.Objects.requireNonNull(line.env().model("purchase.order").fields().get("state")).selection().getOrDefault(state, state);
    }

    static String unitField(Model lines) {
        return lines.has("product_uom_id") ? "product_uom_id" : "product_uom";
    }

    static Row unit(Row line) {
        return line.follow(unitField(line.model()));
    }

    private static double taxRate(Row line) {
        String taxes = line.env().version().atLeast(OdooVersion.V19) ? "tax_ids" : "taxes_id";
        return line.rows(taxes).stream().mapToDouble(tax -> tax.num("amount") / 100).sum();
    }

    /** Fills what the caller left out. A price given as zero stays zero: an empty cell is a value. */
    private static void complete(Row line, Set<String> given) {
        Row product = line.follow("product_id");
        if (product.id() == 0) {
            return;
        }
        if (unit(line).id() == 0) {
            line.set(unitField(line.model()), product.ref(product.model().has("uom_po_id") ? "uom_po_id" : "uom_id"));
        }
        Row seller = seller(line);
        if (!given.contains("price_unit")) {
            price(line, seller);
        }
        if (line.time("date_planned") == 0) {
            line.set("date_planned", planned(line, seller));
        }
        if (line.text("name").isEmpty()) {
            line.set("name", describe(product, seller));
        }
        String taxes = line.env().version().atLeast(OdooVersion.V19) ? "tax_ids" : "taxes_id";
        if (line.ids(taxes).length == 0) {
            line.set(taxes, product.ids("supplier_taxes_id"));
        }
    }

    private static Row seller(Row line) {
        Row order = line.follow("order_id");
        return Sellers.select(line.follow("product_id"), order.follow("partner_id"), line.num("product_qty"), unit(line), day(order.time("date_order")));
    }

    private static long day(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC).toEpochDay();
    }

    private static long planned(Row line, Row seller) {
        return line.follow("order_id").time("date_order") + Duration.ofDays(seller.ref("delay")).toMillis();
    }

    private static void price(Row line, Row seller) {
        Row order = line.follow("order_id");
        Row product = line.follow("product_id");
        long day = day(order.time("date_order"));
        boolean found = seller.id() != 0;
        double amount = found ? seller.num("price") : product.num("standard_price");
        Row currency = found ? seller.follow("currency_id") : line.env().row("res.company", 1).follow("currency_id");
        Row unit = found ? Sellers.unitOf(seller) : product.follow("uom_id");
        double converted = Currencies.convert(amount, currency, order.follow("currency_id"), day);
        line.set("price_unit", Units.price(java.math.BigDecimal.valueOf(converted).setScale(2, java.math.RoundingMode.HALF_UP).doubleValue(), unit, unit(line)));
        line.set("discount", found ? seller.num("discount") : 0.0);
    }

    private static String describe(Row product, Row seller) {
        String code = seller.text("product_code").isEmpty() ? product.text("default_code") : seller.text("product_code");
        String name = seller.text("product_name").isEmpty() ? product.text("name") : seller.text("product_name");
        String described = code.isEmpty() ? name : "[" + code + "] " + name;
        return product.text("description_purchase").isEmpty() ? described : described + "\n" + product.text("description_purchase");
    }

    /** Another quantity, unit or product is priced anew, and dated anew. */
    private static void reprice(Row line, Set<String> fields) {
        boolean changed = fields.contains("product_qty") || fields.contains("product_id") || fields.contains(unitField(line.model()));
        if (!changed || line.ref("product_id") == 0) {
            return;
        }
        Row seller = seller(line);
        if (seller.id() != 0 && !fields.contains("price_unit")) {
            price(line, seller);
        }
        if (seller.id() != 0 && !fields.contains("date_planned")) {
            line.set("date_planned", planned(line, seller));
        }
    }
}
