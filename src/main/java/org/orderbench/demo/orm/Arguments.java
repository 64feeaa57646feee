package org.orderbench.demo.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call, by name.
 *
 * @param ids the records it is called on, in the caller's order
 */
public record Arguments(int[] ids, Map<String, @Nullable Object> named) {

    public @Nullable Object get(String name) {
        return named.get(name);
    }

    public boolean has(String name) {
        return Values.truthy(named.get(name));
    }

    public String text(String name) {
        Object value = named.get(name);
        return value == null || value.equals(false) ? "" : value.toString();
    }

    public int integer(String name) {
        return named.get(name) instanceof Number number ? number.intValue() : 0;
    }

    public boolean flag(String name, boolean otherwise) {
        return named.containsKey(name) ? Values.truthy(named.get(name)) : otherwise;
    }

    public List<Object> list(String name) {
        return asList(named.get(name));
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object value : list(name)) {
            texts.add(String.valueOf(value));
        }
        return texts;
    }

    public Map<String, @Nullable Object> map(String name) {
        return asMap(named.get(name));
    }

    static List<Object> asList(@Nullable Object value) {
        return value instanceof List<?> list ? new ArrayList<>(list) : List.of();
    }

    static Map<String, @Nullable Object> asMap(@Nullable Object value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, entry) -> map.put(String.valueOf(key), entry));
        }
        return map;
    }
}
