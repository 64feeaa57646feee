package org.orderbench.demo.orm;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code context} of a call. */
public record Context(Map<String, @Nullable Object> values) {

    public static final Context EMPTY = new Context(Map.of());

    public static Context of(@Nullable Object value) {
        return new Context(Arguments.asMap(value));
    }

    public @Nullable Object get(String key) {
        return values.get(key);
    }

    public boolean flag(String key) {
        return Values.truthy(values.get(key));
    }

    /** Whether archived records are left out: yes, unless {@code active_test} is false. */
    boolean activeTest() {
        return !values.containsKey("active_test") || flag("active_test");
    }

    public Context with(String key, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return new Context(changed);
    }

    /** The zone that days are cut and cells are read in; UTC where none or an unknown one is given. */
    ZoneId zone() {
        try {
            return values.get("tz") instanceof String name && !name.isEmpty() ? ZoneId.of(name) : ZoneId.of("UTC");
        } catch (DateTimeException e) {
            return ZoneId.of("UTC");
        }
    }
}
