package org.orderbench.demo.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One record, seen from a call. Id 0 is the empty record, all of whose values are empty. */
public record Row(Env env, Model model, int id) {

    public boolean exists() {
        return model.table().contains(id);
    }

    /**
     * The internal value of a field ({@link Values}), computed, related, inherited or stored.
     *
     * @throws OdooError if the model has no such field
     */
    public @Nullable Object value(String name) {
        Field field = model.fields().get(name);
        if (field == null) {
            throw new OdooError(OdooError.Kind.KEY, "'" + name + "'");
        }
        if (name.equals("id")) {
            return id;
        }
        Function<Row, @Nullable Object> compute = model.computeOf(name);
        if (compute != null) {
            return compute.apply(this);
        }
        String path = model.relatedPath(name);
        if (path != null) {
            return along(path, field);
        }
        Model holder = model.holder(name);
        if (holder != null) {
            return new Row(env, holder, ref(model.parentLink())).value(name);
        }
        if (field.type() == FieldType.ONE2MANY) {
            return children(field);
        }
        return model.stores(field) ? model.table().get(id, name) : Values.empty(field.type());
    }

    private @Nullable Object along(String path, Field field) {
        Row row = this;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            row = row.follow(steps[i]);
        }
        return row.id == 0 ? Values.empty(field.type()) : row.value(steps[steps.length - 1]);
    }

    private int[] children(Field field) {
        Model other = env.database().models().get(field.relation());
        boolean known = other != null && !field.inverse().isEmpty() && other.table().isIndexed(field.inverse());
        return known ? Objects.requireNonNull(other).table().referring(field.inverse(), id) : new int[0];
    }

    /** A many2one's id, or an integer. */
    public int ref(String field) {
        return value(field) instanceof Integer number ? number : 0;
    }

    /** The record that a many2one points to. */
    public Row follow(String field) {
        Field definition = model.fields().get(field);
        if (definition == null) {
            throw new OdooError(OdooError.Kind.KEY, "'" + field + "'");
        }
        return new Row(env, env.model(definition.relation()), ref(field));
    }

    public double num(String field) {
        return value(field) instanceof Number number ? number.doubleValue() : 0;
    }

    public String text(String field) {
        return value(field) instanceof String text ? text : "";
    }

    /** Epoch days or milliseconds; 0 where empty. */
    public long time(String field) {
        return value(field) instanceof Long number ? number : 0;
    }

    public boolean flag(String field) {
        return value(field) instanceof Boolean flag && flag;
    }

    public int[] ids(String field) {
        return value(field) instanceof int[] ids ? ids : new int[0];
    }

    /** The records of an x2many. */
    public List<Row> rows(String field) {
        Field definition = Objects.requireNonNull(model.fields().get(field));
        List<Row> rows = new ArrayList<>();
        for (int child : ids(field)) {
            rows.add(env.row(definition.relation(), child));
        }
        return rows;
    }

    /** Sets a stored field without hooks. */
    public void set(String field, @Nullable Object value) {
        env.writing().set(model, id, field, value);
    }

    public String displayName() {
        if (id == 0) {
            return "";
        }
        Function<Row, @Nullable Object> compute = model.computeOf("display_name");
        if (compute != null) {
            return String.valueOf(compute.apply(this));
        }
        String name = model.has("name") ? text("name") : "";
        return name.isEmpty() ? model.name() + "," + id : name;
    }
}
