package org.orderbench.demo.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes fields as {@code fields_get} does. */
final class FieldsGet {

    private final Model model;

    FieldsGet(Model model) {
        this.model = model;
    }

    /** Both lists mean everything when empty. */
    Map<String, Object> of(List<String> names, List<String> attributes) {
        Map<String, Object> described = new LinkedHashMap<>();
        for (Field field : model.fields().values()) {
            if (names.isEmpty() || names.contains(field.name())) {
                Map<String, Object> all = describe(field);
                if (!attributes.isEmpty()) {
                    all.keySet().retainAll(attributes);
                }
                described.put(field.name(), all);
            }
        }
        return described;
    }

    private static Map<String, Object> describe(Field field) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("type", field.type().odooName());
        if (!field.relation().isEmpty()) {
            all.put("relation", field.relation());
        }
        if (!field.inverse().isEmpty()) {
            all.put("relation_field", field.inverse());
        }
        all.put("string", field.label());
        all.put("name", field.name());
        all.put("required", field.required());
        all.put("readonly", field.readonly());
        all.put("store", field.stored());
        all.put("searchable", field.stored());
        all.put("sortable", field.stored());
        if (field.type() == FieldType.SELECTION) {
            List<Object> options = new ArrayList<>();
            field.selection().forEach((value, label) -> options.add(List.of(value, label)));
            all.put("selection", options);
        }
        return all;
    }
}
