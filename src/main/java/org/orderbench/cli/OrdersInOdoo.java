package org.orderbench.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;

/** Orders that Orderbench wrote, as Odoo itself tells of them: read afresh, not from the cache. */
final class OrdersInOdoo {

    private final OdooSession session;

    OrdersInOdoo(OdooSession session) {
        this.session = session;
    }

    List<Map<String, Object>> read() throws OdooException {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (Map<?, ?> order : rows("purchase.order", List.of(List.of("origin", "=like", "OB-%")), List.of("name", "partner_id", "state", "amount_total", "currency_id", "order_line"))) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("order", order.get("name"));
            row.put("vendor", name(order.get("partner_id")));
            row.put("state", order.get("state"));
            row.put("lines", order.get("order_line") instanceof List<?> lines ? lines.size() : 0);
            row.put("total", order.get("amount_total"));
            row.put("currency", name(order.get("currency_id")));
            List<Object> ofOrder = List.of(List.of("model", "=", "purchase.order"), List.of("res_id", "=", (Object) order.get("id")), List.of("body", "like", "Orderbench"));
            row.put("notes", rows("mail.message", ofOrder, List.of("id")).size());
            orders.add(row);
        }
        return orders;
    }

    List<Map<String, Object>> print(Terminal terminal) throws OdooException {
        List<Map<String, Object>> orders = read();
        TextTable table = new TextTable("Order", "Vendor", "State", "Lines", "Total", "Notes");
        orders.forEach(o -> table.row(o.get("order"), o.get("vendor"), o.get("state"), o.get("lines"), o.get("total") + " " + o.get("currency"), o.get("notes")));
        terminal.say(table);
        return orders;
    }

    private List<Map<?, ?>> rows(String model, List<?> domain, List<String> fields) throws OdooException {
        List<Map<?, ?>> rows = new ArrayList<>();
        if (session.call(model, "search_read", List.of(domain, fields), Map.of("order", "id")) instanceof List<?> list) {
            list.forEach(row -> rows.add((Map<?, ?>) row));
        }
        return rows;
    }

    private static Object name(@Nullable Object many2one) {
        return many2one instanceof List<?> pair && pair.size() == 2 ? pair.get(1) : "";
    }
}
