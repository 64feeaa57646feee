package org.orderbench.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooFailure;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.ServerInfo;

/** A session with records in memory: searches, reads pages, and fails on demand. Knows the domains that a sync asks, and only those. */
final class FakeOdoo implements OdooSession {

    /** Called before each call; may throw what the call shall fail with. */
    interface Trouble {
        void before(String model, String method) throws OdooException;
    }

    private final Map<String, TreeMap<Integer, Map<String, Object>>> models = new HashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Set<String> absent = new HashSet<>();
    private final Set<Object> companiesAsked = ConcurrentHashMap.newKeySet();
    private volatile List<? extends Number> companies = List.of(1);
    private volatile Trouble trouble = (model, method) -> {};

    /** Puts a record; {@code values} are alternating names and values. */
    synchronized FakeOdoo put(String model, int id, Object... values) {
        Map<String, Object> row = new HashMap<>(Map.of("id", id, "write_date", "2026-01-01 00:00:00", "active", true));
        for (int i = 0; i < values.length; i += 2) {
            row.put((String) values[i], values[i + 1]);
        }
        models.computeIfAbsent(model, key -> new TreeMap<>()).put(id, row);
        return this;
    }

    synchronized void set(String model, int id, String field, Object value) {
        models.get(model).get(id).put(field, value);
    }

    synchronized void remove(String model, int id) {
        models.get(model).remove(id);
    }

    void absent(String model) {
        absent.add(model);
    }

    void trouble(Trouble next) {
        trouble = next;
    }

    /** The companies that the user works in. */
    void companies(Number... ids) {
        companies = List.of(ids);
    }

    /** Each set of companies that was asked for. */
    Set<Object> companiesAsked() {
        return companiesAsked;
    }

    /** What was asked, as {@code model.method rows}. */
    List<String> calls() {
        return calls;
    }

    long rowsRead(String model) {
        return calls.stream().filter(call -> call.startsWith(model + ".search_read ")).mapToLong(call -> Long.parseLong(call.substring(call.lastIndexOf(' ') + 1))).sum();
    }

    @Override
    public ServerInfo server() {
        return new ServerInfo("http://fake", "demo", "18.0", 18);
    }

    @Override
    public int uid() {
        return 2;
    }

    @Override
    public Object call(String model, String method, List<?> args, Map<String, ?> kwargs) throws OdooException {
        trouble.before(model, method);
        if (kwargs.get("context") instanceof Map<?, ?> context) {
            companiesAsked.add(context.get("allowed_company_ids"));
        }
        if (absent.contains(model)) {
            throw new OdooException(new OdooFailure.MissingModel(model, "x"));
        }
        synchronized (this) {
            Object answer = switch (method) {
                case "fields_get" -> fields(model);
                case "read" -> List.of(Map.of("id", 2, "company_ids", companies));
                case "search_count" -> matching(model, kwargs).size();
                case "read_group" -> census(matching(model, kwargs));
                case "search" -> (kwargs.get("order").equals("id desc") ? matching(model, kwargs).reversed() : matching(model, kwargs)).stream()
                        .limit((Integer) kwargs.get("limit")).map(row -> row.get("id")).toList();
                case "search_read" -> page(model, kwargs);
                default -> throw new IllegalArgumentException(method);
            };
            calls.add(model + "." + method + " " + (answer instanceof List<?> list ? list.size() : 1));
            return answer;
        }
    }

    private static List<Map<String, Object>> census(List<Map<String, Object>> rows) {
        return List.of(Map.of("__count", rows.size(), "id", rows.isEmpty() ? false : (Object) rows.stream().mapToInt(row -> (Integer) row.get("id")).average().getAsDouble()));
    }

    private Map<String, Object> fields(String model) {
        Map<String, Object> fields = new HashMap<>();
        models.getOrDefault(model, new TreeMap<>()).values().forEach(row -> row.keySet().forEach(name -> fields.put(name, Map.of("type", "x"))));
        return fields;
    }

    private List<Map<String, Object>> page(String model, Map<String, ?> kwargs) {
        Comparator<Map<String, Object>> order = kwargs.get("order").equals("id")
                ? Comparator.comparing(row -> (Integer) row.get("id"))
                : Comparator.<Map<String, Object>, String>comparing(row -> String.valueOf(row.get("write_date"))).reversed();
        return matching(model, kwargs).stream().sorted(order).limit((Integer) kwargs.get("limit")).map(row -> (Map<String, Object>) new HashMap<>(row)).toList();
    }

    private List<Map<String, Object>> matching(String model, Map<String, ?> kwargs) {
        List<?> domain = (List<?>) kwargs.get("domain");
        return models.getOrDefault(model, new TreeMap<>()).values().stream().filter(row -> matches(model, row, domain)).toList();
    }

    /** Prefix notation: operators before their operands, terms joined by and. */
    private boolean matches(String model, Map<String, Object> row, List<?> domain) {
        List<Boolean> stack = new ArrayList<>();
        for (Object term : domain.reversed()) {
            switch (term) {
                case String op when op.equals("|") -> stack.add(stack.removeLast() | stack.removeLast());
                case String op when op.equals("&") -> stack.add(stack.removeLast() & stack.removeLast());
                case List<?> leaf -> stack.add(holds(values(model, row, ((String) leaf.get(0)).split("\\.")), (String) leaf.get(1), leaf.get(2)));
                default -> throw new IllegalArgumentException(String.valueOf(term));
            }
        }
        return stack.stream().allMatch(each -> each);
    }

    private static final Map<String, String> RELATIONS = Map.of(
            "location_id", "stock.location", "location_dest_id", "stock.location", "product_tmpl_id", "product.template", "order_id", "purchase.order",
            "product_id", "product.product", "order_line", "purchase.order.line", "move_ids", "stock.move");

    private List<Object> values(String model, Map<String, Object> row, String[] path) {
        if (path.length == 1) {
            return Collections.singletonList(row.getOrDefault(path[0], false));
        }
        List<Object> found = new ArrayList<>();
        TreeMap<Integer, Map<String, Object>> target = models.getOrDefault(RELATIONS.get(path[0]), new TreeMap<>());
        if (path[0].equals("order_line") || path[0].equals("move_ids")) {
            String back = path[0].equals("order_line") ? "order_id" : "purchase_line_id";
            target.values().stream().filter(each -> row.get("id").equals(each.get(back))).forEach(each -> found.add(each.get(path[1])));
        } else if (target.containsKey(row.get(path[0]))) {
            found.add(target.get(row.get(path[0])).get(path[1]));
        }
        return found;
    }

    private static boolean holds(List<Object> values, String op, Object wanted) {
        return switch (op) {
            case "=" -> values.stream().anyMatch(value -> same(value, wanted));
            case "!=" -> values.stream().noneMatch(value -> same(value, wanted));
            case "in" -> values.stream().anyMatch(value -> ((List<?>) wanted).stream().anyMatch(each -> same(value, each)));
            case ">" -> values.stream().anyMatch(value -> ((Number) value).longValue() > ((Number) wanted).longValue());
            case "<=" -> values.stream().anyMatch(value -> ((Number) value).longValue() <= ((Number) wanted).longValue());
            case ">=" -> values.stream().anyMatch(value -> String.valueOf(value).compareTo((String) wanted) >= 0);
            default -> throw new IllegalArgumentException(op);
        };
    }

    private static boolean same(Object one, Object other) {
        return one instanceof Number a && other instanceof Number b ? a.longValue() == b.longValue() : java.util.Objects.equals(one, other);
    }

    @Override
    public void close() {}
}
