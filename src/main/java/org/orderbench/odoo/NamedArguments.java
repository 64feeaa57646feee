package org.orderbench.odoo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON-2 takes arguments by name only; this gives the positional ones of Odoo's everyday methods their names. */
final class NamedArguments {

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("search_read", List.of("domain", "fields", "offset", "limit", "order")),
            Map.entry("search", List.of("domain", "offset", "limit", "order")),
            Map.entry("search_count", List.of("domain", "limit")),
            Map.entry("fields_get", List.of("allfields", "attributes")),
            Map.entry("read", List.of("ids", "fields", "load")),
            Map.entry("create", List.of("vals_list")),
            Map.entry("write", List.of("ids", "vals")),
            Map.entry("load", List.of("fields", "data")),
            Map.entry("check_object_reference", List.of("module", "xml_id", "raise_on_access_error")),
            Map.entry("read_group", List.of("domain", "fields", "groupby", "offset", "limit", "orderby", "lazy")),
            Map.entry("formatted_read_group", List.of("domain", "groupby", "aggregates", "having", "offset", "limit", "order")),
            Map.entry("context_get", List.of()));

    /** Any other method is one on records. */
    private static final List<String> ON_RECORDS = List.of("ids");

    private NamedArguments() {}

    /** @throws IllegalArgumentException if there are more positional arguments than names are known */
    static Map<String, Object> of(String method, List<?> args, Map<String, ?> kwargs) {
        List<String> names = NAMES.getOrDefault(method, ON_RECORDS);
        if (args.size() > names.size()) {
            throw new IllegalArgumentException("Pass the arguments of " + method + " by name");
        }
        Map<String, Object> named = new HashMap<>(kwargs);
        for (int i = 0; i < args.size(); i++) {
            Object value = args.get(i);
            named.put(names.get(i), names.get(i).equals("ids") && value instanceof Integer id ? List.of(id) : value);
        }
        return named;
    }

    /** {@code create} of one record answers its id over RPC, and a list of one over JSON-2. */
    static @Nullable Object asOverRpc(String method, List<?> args, @Nullable Object answer) {
        boolean createsOne = method.equals("create") && !args.isEmpty() && args.getFirst() instanceof Map;
        return createsOne && answer instanceof List<?> ids && ids.size() == 1 ? ids.getFirst() : answer;
    }
}
