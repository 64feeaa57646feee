package org.orderbench.demo.orm;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.OdooVersion;

/**
 * {@code load}, Odoo's import: rows with external IDs become records, or changes of records. With {@code mode: update, noupdate: true} in
 * the context a record that exists and was itself loaded with noupdate is left alone. All or nothing: any error undoes the whole call, and
 * is reported in the answer rather than raised.
 */
final class Load {

    private static final String SERIALIZE = "could not serialize access due to concurrent update\n";

    private final Env env;
    private final Model model;
    private final List<Object> messages = new ArrayList<>();
    private final List<Object> ids = new ArrayList<>();
    private final boolean update;
    private final boolean noupdate;

    Load(Env outer, Model model) {
        Object module = outer.context().get("_import_current_module");
        this.env = outer.with("_import_current_module", module instanceof String name && !name.isEmpty() ? name : "__import__");
        this.model = model;
        this.update = "update".equals(outer.context().get("mode"));
        this.noupdate = outer.context().flag("noupdate");
    }

    Map<String, Object> run(List<String> columns, List<Object> data) {
        List<List<String>> paths = columns.stream().map(LoadRows::path).toList();
        List<List<String>> rows = new ArrayList<>();
        for (Object row : data) {
            List<String> cells = new ArrayList<>();
            for (Object cell : Arguments.asList(row)) {
                cells.add(cell.equals(false) ? "" : cell.toString());
            }
            while (cells.size() < paths.size()) {
                cells.add("");
            }
            rows.add(cells);
        }
        Transaction transaction = env.writing();
        int savepoint = transaction.savepoint();
        int number = 0;
        for (LoadRows.Extracted extracted : new LoadRows(env).extract(model, paths, rows)) {
            one(extracted, number++, transaction);
        }
        boolean failed = messages.stream().anyMatch(message -> message instanceof Map<?, ?> map && "error".equals(map.get("type")));
        if (failed) {
            transaction.rollbackTo(savepoint);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ids", failed ? (Object) false : ids);
        answer.put("messages", messages);
        answer.put("nextrow", 0);
        return answer;
    }

    private void one(LoadRows.Extracted extracted, int number, Transaction transaction) {
        Map<String, Object> rows = Map.of("rows", rows(extracted));
        LoadCells cells = new LoadCells(env, zone());
        Map<String, @Nullable Object> values = cells.convert(model, extracted.cells(), (field, failure) -> {
            Map<String, Object> message = new LinkedHashMap<>(rows);
            message.put("type", "error");
            message.put("record", number);
            message.put("field", field.name());
            message.put("message", failure.text(field.label()));
            message.putAll(failure.more());
            message.put("field_name", field.label());
            messages.add(message);
        });
        int savepoint = transaction.savepoint();
        try {
            ids.add(store(extracted.cells(), values));
        } catch (MissingValue missing) {
            transaction.rollbackTo(savepoint);
            Map<String, Object> message = error(rows, number, missingText(missing));
            message.put("field", missing.field().name());
        } catch (SerializationFailure e) {
            transaction.rollbackTo(savepoint);
            error(rows, number, SERIALIZE);
        } catch (OdooError e) {
            transaction.rollbackTo(savepoint);
            switch (e.kind()) {
                case USER, VALIDATION, MISSING, ACCESS, DENIED -> error(rows, number, e.text());
                case NO_MODEL, NO_DATABASE, UNAUTHORIZED, SESSION, ARGUMENT, VALUE, KEY, INDEX, ATTRIBUTE, DATABASE -> {
                    String type = e.kind().python().replace("builtins.", "");
                    error(rows, number, "Unknown error during import: <class '" + type + "'>: " + e.text()).put("moreinfo", "Resolve other errors first");
                }
            }
        }
    }

    /** Another transaction committed one of the keys after this call had begun. */
    private static final class SerializationFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private int store(Map<String, Object> cells, Map<String, @Nullable Object> values) {
        failOnConcurrentKeys(cells);
        String key = cells.get("id") instanceof String text ? qualified(text) : "";
        if (key.isEmpty()) {
            return withoutKey(cells, values);
        }
        XmlId target = env.database().xmlId(key);
        if (target != null && !target.model().equals(model.name())) {
            throw new OdooError(OdooError.Kind.VALIDATION, "For external id " + key + " when trying to create/update a record of model " + model.name()
                    + " found record of different model " + target.model() + " (" + target.id() + ")");
        }
        if (target != null && model.table().contains(target.id())) {
            if (!(update && target.noupdate())) {
                new Writer(env, model).write(new int[] {target.id()}, values);
            }
            return target.id();
        }
        int id = new Writer(env, model).create(values);
        env.setXmlId(key, model.name(), id, noupdate);
        return id;
    }

    private int withoutKey(Map<String, Object> cells, Map<String, @Nullable Object> values) {
        if (cells.get(".id") instanceof String text && !text.isEmpty()) {
            int id = Integer.parseInt(text);
            new Writer(env, model).write(new int[] {id}, values);
            return id;
        }
        if (update) {
            throw new OdooError(OdooError.Kind.KEY, "'record'");
        }
        return new Writer(env, model).create(values);
    }

    private void failOnConcurrentKeys(Map<String, Object> cells) {
        if (cells.get("id") instanceof String text && !text.isEmpty() && env.committedMeanwhile(qualified(text))) {
            throw new SerializationFailure();
        }
        for (Object cell : cells.values()) {
            for (Object child : Arguments.asList(cell)) {
                if (child instanceof Map<?, ?> map && map.get("id") instanceof String text && !text.isEmpty() && env.committedMeanwhile(qualified(text))) {
                    throw new SerializationFailure();
                }
            }
        }
    }

    private String qualified(String name) {
        return name.isEmpty() || name.contains(".") ? name : env.context().get("_import_current_module") + "." + name;
    }

    /** The zone that date-times are read in: the context's, else the user's, else UTC. */
    private ZoneId zone() {
        if (env.context().get("tz") instanceof String) {
            return env.context().zone();
        }
        return Context.of(Map.of("tz", env.row("res.users", env.uid()).text("tz"))).zone();
    }

    private Map<String, Object> error(Map<String, Object> rows, int number, String text) {
        Map<String, Object> message = new LinkedHashMap<>(rows);
        message.put("record", number);
        message.put("type", "error");
        message.put("message", text);
        messages.add(message);
        return message;
    }

    private static Map<String, Object> rows(LoadRows.Extracted extracted) {
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("from", extracted.from());
        rows.put("to", extracted.to());
        return rows;
    }

    private String missingText(MissingValue missing) {
        String text = "Missing required value for the field '" + missing.field().label() + "' (" + missing.field().name() + ")";
        return env.version().atLeast(OdooVersion.V19)
                ? text + ".\nModel: '" + missing.modelLabel() + "' (" + missing.field().model() + ")\n- create/update: a mandatory field is not set\n"
                        + "- delete: another model requires the record being deleted, you can archive it instead\n"
                : text;
    }
}
