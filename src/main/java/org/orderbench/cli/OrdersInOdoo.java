package org.orderbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;

/** Orders that Orderbench wrote, as Odoo itself tells of them: read afresh, not from the cache. */
final class OrdersInOdoo {

    private static final List<String> FIELDS = List.of("name", "partner_id", "state", "amount_total", "currency_id", "order_line");

    private final OdooSession session;

    OrdersInOdoo(OdooSession session) {
        this.session = session;
    }

    /**
     * One order in Odoo.
     *
     * @param total with its currency, taxes included
     * @param notes how many notes of ours it carries
     */
    record Held(String order, String vendor, String state, int lines, String total, int notes) {}

    List<Held> read() throws OdooException {
        List<Held> orders = new ArrayList<>();
        for (Map<?, ?> order : rows("purchase.order", List.of(List.of("origin", "=like", "OB-%")), FIELDS)) {
            Object id = order.get("id");
            List<?> ours = List.of(List.of("model", "=", "purchase.order"), List.of("res_id", "=", id == null ? 0 : id), List.of("body", "like", "Orderbench"));
            orders.add(new Held(
                    String.valueOf(order.get("name")),
                    name(order.get("partner_id")),
                    String.valueOf(order.get("state")),
                    order.get("order_line") instanceof List<?> lines ? lines.size() : 0,
                    order.get("amount_total") + " " + name(order.get("currency_id")),
                    rows("mail.message", ours, List.of("id")).size()));
        }
        return orders;
    }

    static TextTable table(List<Held> orders) {
        TextTable table = new TextTable("Order", "Vendor", "State", "Lines", "Total", "Notes");
        orders.forEach(o -> table.row(o.order, o.vendor, o.state, o.lines, o.total, o.notes));
        return table;
    }

    private List<Map<?, ?>> rows(String model, List<?> domain, List<String> fields) throws OdooException {
        List<Map<?, ?>> rows = new ArrayList<>();
        if (session.call(model, "search_read", List.of(domain, fields), Map.of("order", "id")) instanceof List<?> list) {
            list.forEach(row -> rows.add((Map<?, ?>) row));
        }
        return rows;
    }

    private static String name(@Nullable Object many2one) {
        return many2one instanceof List<?> pair && pair.size() == 2 ? String.valueOf(pair.get(1)) : "";
    }
}
