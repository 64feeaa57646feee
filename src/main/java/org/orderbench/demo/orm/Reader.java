package org.orderbench.demo.orm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.OdooVersion;

/** Reads records into wire values. */
final class Reader {

    private final Env env;
    private final Model model;
    private final Map<String, Map<Integer, String>> names = new HashMap<>();

    Reader(Env env, Model model) {
        this.env = env;
        this.model = model;
    }

    /**
     * Records that do not exist are left out.
     *
     * @param wanted the fields, all where empty
     * @param load   with {@code _classic_read} a many2one comes as id and name, else as its id alone
     * @throws OdooError if a field is unknown
     */
    List<Object> read(int[] ids, List<String> wanted, String load) {
        List<Field> fields = fields(wanted);
        boolean classic = load.equals("_classic_read");
        List<Object> rows = new ArrayList<>(ids.length);
        for (int id : ids) {
            if (!model.table().contains(id)) {
                continue;
            }
            Row row = new Row(env, model, id);
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("id", id);
            for (Field field : fields) {
                values.put(field.name(), wire(field, row.value(field.name()), classic));
            }
            rows.add(values);
        }
        return rows;
    }

    private List<Field> fields(List<String> wanted) {
        if (wanted.isEmpty()) {
            return new ArrayList<>(model.fields().values());
        }
        List<Field> fields = new ArrayList<>();
        for (String name : wanted) {
            Field field = model.fields().get(name);
            if (field == null) {
                boolean brief = env.version().atLeast(OdooVersion.V19);
                throw OdooError.value("Invalid field '" + name + "' on " + (brief ? "" : "model ") + "'" + model.name() + "'");
            }
            fields.add(field);
        }
        return fields;
    }

    Object wire(Field field, @Nullable Object value, boolean classic) {
        if (classic && field.type() == FieldType.MANY2ONE && value instanceof Integer id && id != 0) {
            return List.of(id, nameOf(field.relation(), id));
        }
        return Values.toWire(field.type(), value);
    }

    private String nameOf(String relation, int id) {
        return names.computeIfAbsent(relation, key -> new HashMap<>()).computeIfAbsent(id, key -> {
            Model other = env.database().models().get(relation);
            return other == null ? relation + "," + id : new Row(env, other, id).displayName();
        });
    }
}
