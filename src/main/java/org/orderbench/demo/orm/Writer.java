package org.orderbench.demo.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.OdooVersion;

/** Creates, changes and deletes records from wire values, with defaults, inherited parts, x2many commands and hooks. */
final class Writer {

    private static final Set<String> KEPT_BY_ODOO = Set.of("id", "create_uid", "create_date", "write_uid", "write_date", "display_name");

    private final Env env;
    private final Model model;
    private final Transaction transaction;

    Writer(Env env, Model model) {
        this.env = env;
        this.model = model;
        this.transaction = env.writing();
    }

    int create(Map<String, ? extends @Nullable Object> given) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(given);
        Object key = values.remove("id");
        for (Map.Entry<String, Function<Env, @Nullable Object>> entry : model.defaults().entrySet()) {
            if (!values.containsKey(entry.getKey())) {
                values.put(entry.getKey(), entry.getValue().apply(env));
            }
        }
        for (Field field : model.fields().values()) {
            if (field.required() && field.stored() && !field.selection().isEmpty() && !values.containsKey(field.name())) {
                values.put(field.name(), field.selection().keySet().iterator().next());
            }
        }
        Map<String, @Nullable Object> inherited = inherited(values);
        Model parent = model.parent();
        if (parent != null && !Values.truthy(values.get(model.parentLink()))) {
            values.put(model.parentLink(), new Writer(env, parent).create(inherited));
            inherited.clear();
        }
        Row row = new Row(env, model, transaction.insert(model));
        stamp(row, "create_uid", "create_date");
        stamp(row, "write_uid", "write_date");
        Map<String, @Nullable Object> commands = plain(row, values);
        if (parent != null && !inherited.isEmpty()) {
            new Writer(env, parent).write(new int[] {row.ref(model.parentLink())}, inherited);
        }
        model.afterCreate(row, given.keySet());
        commands.forEach((field, value) -> command(row, field, value));
        checkRequired(row);
        if (key instanceof String name && env.context().get("_import_current_module") instanceof String module) {
            env.setXmlId(name.contains(".") ? name : module + "." + name, model.name(), row.id(), env.context().flag("noupdate"));
        }
        return row.id();
    }

    void write(int[] ids, Map<String, ? extends @Nullable Object> given) {
        for (int id : ids) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>(given);
            values.keySet().removeAll(KEPT_BY_ODOO);
            Row row = existing(id);
            Map<String, @Nullable Object> inherited = inherited(values);
            Model parent = model.parent();
            if (parent != null && !inherited.isEmpty()) {
                new Writer(env, parent).write(new int[] {row.ref(model.parentLink())}, inherited);
            }
            stamp(row, "write_uid", "write_date");
            Map<String, @Nullable Object> commands = plain(row, values);
            commands.forEach((field, value) -> command(row, field, value));
            model.afterWrite(row, given.keySet());
        }
    }

    void unlink(int[] ids) {
        for (int id : ids) {
            if (model.table().contains(id)) {
                model.beforeUnlink(new Row(env, model, id));
            }
        }
        for (int id : ids) {
            if (model.table().contains(id)) {
                transaction.remove(model, id, false);
            }
        }
    }

    private Row existing(int id) {
        if (!model.table().contains(id)) {
            throw missing(model, id);
        }
        return new Row(env, model, id);
    }

    private OdooError missing(Model of, int id) {
        return new OdooError(OdooError.Kind.MISSING,
                "Record does not exist or has been deleted.\n(Record: " + of.name() + "(" + id + ",), User: " + env.uid() + ")");
    }

    private void stamp(Row row, String who, String when) {
        if (model.hasStored(who, FieldType.MANY2ONE)) {
            transaction.set(model, row.id(), who, env.uid());
            transaction.set(model, row.id(), when, env.now());
        }
    }

    /** Takes out of {@code values} what belongs to the parent record. */
    private Map<String, @Nullable Object> inherited(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> inherited = new LinkedHashMap<>();
        for (String name : new ArrayList<>(values.keySet())) {
            if (model.holder(name) != null) {
                inherited.put(name, values.remove(name));
            }
        }
        return inherited;
    }

    /** Sets all but x2many values, which are returned. Values of computed fields are accepted and dropped, as Odoo does. */
    private Map<String, @Nullable Object> plain(Row row, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> commands = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Field field = model.fields().get(name);
            if (field == null) {
                throw OdooError.value("Invalid field '" + name + "' " + (env.version().atLeast(OdooVersion.V19) ? "in" : "on model") + " '" + model.name() + "'");
            }
            if (field.type().isX2many()) {
                commands.put(name, value);
            } else if (model.stores(field)) {
                transaction.set(model, row.id(), name, checked(field, Values.fromWire(field, value)));
            }
        });
        return commands;
    }

    private @Nullable Object checked(Field field, @Nullable Object value) {
        Model other = env.database().models().get(field.relation());
        if (field.type() == FieldType.MANY2ONE && other != null && value instanceof Integer id && id != 0 && !other.table().contains(id)) {
            throw env.version().atLeast(OdooVersion.V19) ? missing(other, id) : new OdooError(OdooError.Kind.VALIDATION,
                    "The operation cannot be completed: another model requires the record being deleted. If possible, archive it instead.\n\nModel: "
                            + model.label() + " (" + model.name() + ")\nConstraint: " + model.name().replace('.', '_') + "_" + field.name() + "_fkey\n");
        }
        return value;
    }

    private void command(Row row, String name, @Nullable Object value) {
        Field field = model.fields().get(name);
        if (field == null || model.computeOf(name) != null) {
            return;
        }
        for (Object each : Arguments.asList(value)) {
            List<Object> command = each instanceof Number ? List.of(4, each) : Arguments.asList(each);
            if (field.type() == FieldType.ONE2MANY) {
                onChildren(row, field, command);
            } else if (field.stored()) {
                transaction.set(model, row.id(), name, changed(row, field, command));
            }
        }
    }

    private void onChildren(Row row, Field field, List<Object> command) {
        Model other = env.model(field.relation());
        Writer children = new Writer(env, other);
        int target = command.size() > 1 && command.get(1) instanceof Number number ? number.intValue() : 0;
        Map<String, @Nullable Object> values = command.size() > 2 ? Arguments.asMap(command.get(2)) : new LinkedHashMap<>();
        switch (code(command)) {
            case 0 -> {
                values.put(field.inverse(), row.id());
                children.create(values);
            }
            case 1 -> children.write(new int[] {target}, values);
            case 2, 3 -> children.unlink(new int[] {target});
            case 4 -> children.write(new int[] {target}, Map.of(field.inverse(), row.id()));
            case 5 -> children.unlink(row.ids(field.name()));
            case 6 -> {
                int[] kept = Values.ids(command.get(2));
                children.unlink(Arrays.stream(row.ids(field.name())).filter(id -> Arrays.stream(kept).noneMatch(keep -> keep == id)).toArray());
                children.write(kept, Map.of(field.inverse(), row.id()));
            }
            default -> throw OdooError.value("Wrong command " + command);
        }
    }

    private int[] changed(Row row, Field field, List<Object> command) {
        int[] present = row.ids(field.name());
        int target = command.size() > 1 && command.get(1) instanceof Number number ? number.intValue() : 0;
        return switch (code(command)) {
            case 0 -> plus(present, new Writer(env, env.model(field.relation())).create(Arguments.asMap(command.get(2))));
            case 1 -> {
                new Writer(env, env.model(field.relation())).write(new int[] {target}, Arguments.asMap(command.get(2)));
                yield present;
            }
            case 2, 3 -> Arrays.stream(present).filter(id -> id != target).toArray();
            case 4 -> plus(present, target);
            case 5 -> new int[0];
            case 6 -> Values.ids(command.get(2));
            default -> throw OdooError.value("Wrong command " + command);
        };
    }

    private static int code(List<Object> command) {
        return !command.isEmpty() && command.getFirst() instanceof Number number ? number.intValue() : -1;
    }

    private static int[] plus(int[] ids, int id) {
        if (Arrays.stream(ids).anyMatch(present -> present == id)) {
            return ids;
        }
        int[] more = Arrays.copyOf(ids, ids.length + 1);
        more[ids.length] = id;
        Arrays.sort(more);
        return more;
    }

    /** The database's own check: a required reference or text may not be empty. The system itself knows what it does. */
    private void checkRequired(Row row) {
        if (env.uid() == Env.SYSTEM) {
            return;
        }
        for (Field field : model.fields().values()) {
            boolean matters = field.required() && field.stored() && model.computeOf(field.name()) == null && model.relatedPath(field.name()) == null;
            Object value = matters ? model.table().get(row.id(), field.name()) : Boolean.TRUE;
            if (value == null || (field.type() == FieldType.MANY2ONE && value.equals(0))) {
                throw new MissingValue(model, field);
            }
        }
    }
}
