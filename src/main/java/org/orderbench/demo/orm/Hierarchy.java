package org.orderbench.demo.orm;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code child_of} and {@code parent_of}: what lies below or above some records, themselves included. */
final class Hierarchy {

    private final Env env;
    private final Model model;

    Hierarchy(Env env, Model model) {
        this.env = env;
        this.model = model;
    }

    BitSet of(String operator, @Nullable Object value) {
        BitSet found = new BitSet();
        if (value instanceof String name) {
            new Search(env, model, new NameSearch(env, model).domain("ilike", name)).set().stream().forEach(found::set);
        } else {
            for (int id : Values.ids(value)) {
                found.set(id);
            }
        }
        String parent = parentField();
        if (operator.equals("parent_of")) {
            for (int id : found.stream().toArray()) {
                for (int above = id; above != 0; above = new Row(env, model, above).ref(parent)) {
                    found.set(above);
                }
            }
            return found;
        }
        BitSet roots = (BitSet) found.clone();
        model.table().alive().stream().forEach(id -> {
            for (int above = id; above != 0; above = new Row(env, model, above).ref(parent)) {
                if (roots.get(above)) {
                    found.set(id);
                    return;
                }
            }
        });
        return found;
    }

    private String parentField() {
        for (String name : List.of("parent_id", "location_id", "relative_uom_id")) {
            Field field = model.fields().get(name);
            if (field != null && field.relation().equals(model.name())) {
                return name;
            }
        }
        throw OdooError.value("Model " + model.name() + " has no hierarchy");
    }
}
