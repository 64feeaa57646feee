package org.orderbench.demo.seed;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.orm.Env;
import org.orderbench.demo.orm.Model;

/** Puts records straight into the tables: fast, without hooks, with internal values, and dated as the past wants it. */
final class Rows {

    private static final int SYSTEM_USER = 1;

    private final Env env;
    private final Map<String, Model> models = new HashMap<>();

    Rows(Env env) {
        this.env = env;
    }

    /**
     * A new record; fields that this version does not have are left out.
     *
     * @param created when it was made and last changed, epoch milliseconds
     * @param pairs   names and internal values
     */
    int insert(String name, long created, @Nullable Object... pairs) {
        Model model = models.computeIfAbsent(name, env::model);
        int id = model.table().insert();
        for (int i = 0; i < pairs.length; i += 2) {
            set(model, id, String.valueOf(pairs[i]), pairs[i + 1]);
        }
        set(model, id, "create_date", created);
        set(model, id, "write_date", created);
        set(model, id, "create_uid", SYSTEM_USER);
        set(model, id, "write_uid", SYSTEM_USER);
        return id;
    }

    void set(String name, int id, String field, @Nullable Object value) {
        set(models.computeIfAbsent(name, env::model), id, field, value);
    }

    private static void set(Model model, int id, String field, @Nullable Object value) {
        if (model.has(field)) {
            model.table().set(id, field, value);
        }
    }

    double number(String name, int id, String field) {
        return models.computeIfAbsent(name, env::model).table().get(id, field) instanceof Double value ? value : 0;
    }

    long time(String name, int id, String field) {
        return models.computeIfAbsent(name, env::model).table().get(id, field) instanceof Long value ? value : 0;
    }

    int ref(String name, int id, String field) {
        return models.computeIfAbsent(name, env::model).table().get(id, field) instanceof Integer value ? value : 0;
    }

    String text(String name, int id, String field) {
        return models.computeIfAbsent(name, env::model).table().get(id, field) instanceof String value ? value : "";
    }
}
