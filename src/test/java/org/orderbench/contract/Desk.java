package org.orderbench.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.orderbench.odoo.ConnectedSession;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooFailure;
import org.orderbench.odoo.TransportChoice.Kind;

/** A buyer's desk at a {@link Target}: calls in few words, keys of its own, and everything it made taken away at the end. */
final class Desk implements AutoCloseable {

    static final Map<String, Object> UTC = Map.of("tz", "UTC");
    static final Map<String, Object> CREATE_ONCE = Map.of("mode", "update", "noupdate", true, "tz", "UTC");

    private final Target target;
    private final ConnectedSession session;
    private final String prefix = "ct" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final List<Integer> orders = new ArrayList<>();
    private final Map<?, ?> price;
    private final int product;

    Desk(Target target) throws OdooException {
        this.target = target;
        this.session = target.connect();
        this.price = rows("product.supplierinfo", List.of(List.of("min_qty", "<=", 1)), List.of("partner_id", "product_tmpl_id", "product_id"), 1).getFirst();
        this.product = (Integer) rows("product.product", List.of(List.of("product_tmpl_id", "=", price.get("product_tmpl_id"))), List.of("id"), 1).getFirst().get("id");
    }

    ConnectedSession session() {
        return session;
    }

    Target target() {
        return target;
    }

    int vendor() {
        return (Integer) price.get("partner_id");
    }

    int product() {
        return product;
    }

    /** An external ID of this desk. */
    String key(String name) {
        return "orderbench." + prefix + "_" + name;
    }

    Object call(String model, String method, List<?> args, Map<String, ?> kwargs) throws OdooException {
        return session.call(model, method, args, kwargs);
    }

    OdooFailure failure(String model, String method, List<?> args, Map<String, ?> kwargs) {
        OdooException thrown = catchThrowableOfType(OdooException.class, () -> session.call(model, method, args, kwargs));
        assertThat(thrown).as("%s.%s fails", model, method).isNotNull();
        return thrown.failure();
    }

    /** Bare ids in place of many2one pairs. */
    List<Map<?, ?>> rows(String model, List<?> domain, List<String> fields, int limit) throws OdooException {
        Object answer = call(model, "search_read", List.of(), Map.of("domain", domain, "fields", fields, "limit", limit, "order", "id", "load", ""));
        List<Map<?, ?>> rows = new ArrayList<>();
        ((List<?>) answer).forEach(row -> rows.add((Map<?, ?>) row));
        return rows;
    }

    Map<?, ?> row(String model, int id, String... fields) throws OdooException {
        return rows(model, List.of(List.of("id", "=", id)), List.of(fields), 1).getFirst();
    }

    Map<?, ?> load(String model, List<String> fields, List<List<Object>> rows, Map<String, Object> context) throws OdooException {
        Map<?, ?> answer = (Map<?, ?>) call(model, "load", List.of(fields, rows), Map.of("context", context));
        if (model.equals("purchase.order") && answer.get("ids") instanceof List<?> ids) {
            ids.forEach(id -> orders.add((Integer) id));
        }
        return answer;
    }

    /** One order with one line under the keys {@code NAME} and {@code NAME_line}. */
    Map<?, ?> loadOrder(String name, double quantity, Map<String, Object> context) throws OdooException {
        return load("purchase.order", List.of("id", "partner_id/.id", "origin", "order_line/id", "order_line/product_id/.id", "order_line/product_qty"),
                List.of(List.of(key(name), String.valueOf(vendor()), "contract", key(name + "_line"), String.valueOf(product), String.valueOf(quantity))), context);
    }

    int newOrder(String name, double quantity) throws OdooException {
        return id(loadOrder(name, quantity, UTC));
    }

    static int id(Map<?, ?> loaded) {
        assertThat(loaded.get("ids")).as("%s", loaded).isInstanceOf(List.class);
        return (Integer) ((List<?>) loaded.get("ids")).getFirst();
    }

    /**
     * The record that an external ID names. A deleted order takes its lines along inside the database, so that their keys stay, and name
     * {@code false}: as good as absent, and {@code load} makes such a line anew.
     */
    Optional<Integer> reference(String key) throws OdooException {
        try {
            List<?> found = (List<?>) call("ir.model.data", "check_object_reference", List.of((Object[]) key.split("\\.", 2)), Map.of());
            return found.get(1) instanceof Integer id ? Optional.of(id) : Optional.empty();
        } catch (OdooException e) {
            assertThat(e.failure().message()).contains("External ID not found in the system: " + key);
            return Optional.empty();
        }
    }

    List<Map<?, ?>> lines(int order) throws OdooException {
        return rows("purchase.order.line", List.of(List.of("order_id", "=", order)), List.of("product_id", "product_qty", "price_unit", "name", "date_planned"), 50);
    }

    /** Over XML-RPC a method that returns nothing faults after its work is done. */
    void callThatReturnsNothing(String model, String method, int id) throws OdooException {
        if (target.kind() == Kind.XML_RPC) {
            OdooFailure failure = failure(model, method, List.of(List.of(id)), Map.of());
            assertThat(failure.message()).contains("cannot marshal None");
            assertThat(failure.outcome()).isEqualTo(OdooFailure.Outcome.UNKNOWN);
        } else {
            assertThat(call(model, method, List.of(List.of(id)), Map.of())).isNull();
        }
    }

    void cancel(int order) throws OdooException {
        callThatReturnsNothing("purchase.order", "button_cancel", order);
    }

    void delete(int order) throws OdooException {
        assertThat(call("purchase.order", "unlink", List.of(List.of(order)), Map.of())).isEqualTo(true);
    }

    @Override
    public void close() throws OdooException {
        Map<Integer, Boolean> seen = new HashMap<>();
        for (int order : orders) {
            if (seen.put(order, true) == null) {
                for (Map<?, ?> row : rows("purchase.order", List.of(List.of("id", "=", order)), List.of("state"), 1)) {
                    if (!"cancel".equals(row.get("state"))) {
                        cancel(order);
                    }
                    delete(order);
                }
            }
        }
        session.close();
    }
}
