package org.orderbench.demo.orm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A method's parameters as Python binds them.
 *
 * @param onRecords whether the first argument is the ids of the records
 * @param names     the parameters, in order
 * @param optional  those with a default
 * @param open      whether any other named argument is taken too ({@code **kwargs})
 */
public record Signature(boolean onRecords, List<String> names, Set<String> optional, boolean open) {

    /** From a short form: {@code self, fields?, load?, **}. */
    static Signature parse(String text) {
        List<String> names = new ArrayList<>();
        Set<String> optional = new HashSet<>();
        boolean onRecords = false;
        boolean open = false;
        for (String part : text.split(",\\s*")) {
            if (part.equals("self")) {
                onRecords = true;
            } else if (part.equals("**")) {
                open = true;
            } else if (part.endsWith("?")) {
                names.add(part.substring(0, part.length() - 1));
                optional.add(names.getLast());
            } else if (!part.isEmpty()) {
                names.add(part);
            }
        }
        return new Signature(onRecords, names, optional, open);
    }

    /** Binds the arguments of {@code execute_kw}; {@code context} is taken out before. */
    Arguments bind(String method, List<?> positional, Map<String, ?> named) {
        List<?> rest = positional;
        int[] ids = new int[0];
        if (onRecords) {
            if (positional.isEmpty() && !named.containsKey("ids")) {
                throw new OdooError(OdooError.Kind.INDEX, "tuple index out of range");
            }
            if (!positional.isEmpty()) {
                ids = Values.ids(positional.getFirst());
                rest = positional.subList(1, positional.size());
            }
        }
        if (rest.size() > names.size()) {
            throw new OdooError(OdooError.Kind.ARGUMENT,
                    "BaseModel." + method + "() takes " + (names.size() + 1) + " positional arguments but " + (rest.size() + 1) + " were given");
        }
        Map<String, @Nullable Object> bound = new LinkedHashMap<>();
        for (int i = 0; i < rest.size(); i++) {
            bound.put(names.get(i), rest.get(i));
        }
        for (Map.Entry<String, ?> entry : named.entrySet()) {
            if (onRecords && entry.getKey().equals("ids")) {
                ids = Values.ids(entry.getValue());
            } else if (bound.containsKey(entry.getKey())) {
                throw new OdooError(OdooError.Kind.ARGUMENT, "BaseModel." + method + "() got multiple values for argument '" + entry.getKey() + "'");
            } else if (!open && !names.contains(entry.getKey())) {
                throw new OdooError(OdooError.Kind.ARGUMENT, "BaseModel." + method + "() got an unexpected keyword argument '" + entry.getKey() + "'");
            } else {
                bound.put(entry.getKey(), entry.getValue());
            }
        }
        for (String name : names) {
            if (!optional.contains(name) && !bound.containsKey(name)) {
                throw new OdooError(OdooError.Kind.ARGUMENT, "BaseModel." + method + "() missing 1 required positional argument: '" + name + "'");
            }
        }
        return new Arguments(ids, bound);
    }
}
