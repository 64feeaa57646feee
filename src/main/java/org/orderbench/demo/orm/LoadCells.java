package org.orderbench.demo.orm;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.OdooVersion;

/** Turns the cells of an import into values to write. An empty cell is a value: it empties the field. */
final class LoadCells {

    private static final Set<String> REFERENCES = Set.of(LoadRows.NAME, "id", ".id");

    private final Env env;
    private final ZoneId zone;

    LoadCells(Env env, ZoneId zone) {
        this.env = env;
        this.zone = zone;
    }

    /** What to tell about a cell that failed. */
    interface Log {
        void failed(Field field, LoadFailure failure);
    }

    Map<String, @Nullable Object> convert(Model model, Map<String, Object> cells, Log log) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        cells.forEach((name, cell) -> {
            Field field = model.fields().get(name);
            if (field == null || REFERENCES.contains(name)) {
                return;
            }
            if (!Values.truthy(cell)) {
                values.put(name, false);
                return;
            }
            try {
                values.put(name, cell instanceof List<?> ? relation(field, Arguments.asList(cell)) : scalar(field, cell.toString()));
            } catch (LoadFailure failure) {
                log.failed(field, failure);
            }
        });
        return values;
    }

    private Object scalar(Field field, String cell) {
        return switch (field.type()) {
            case INTEGER, MANY2ONE_REFERENCE -> parsed(() -> Integer.valueOf(cell.strip()), cell, "an integer");
            case FLOAT, MONETARY -> parsed(() -> Double.valueOf(cell.strip()), cell, "a number");
            case BOOLEAN -> !Set.of("0", "false", "no").contains(cell.toLowerCase(java.util.Locale.ROOT));
            case DATE -> day(cell);
            case DATETIME -> time(cell);
            case SELECTION -> option(field, cell);
            case CHAR, TEXT, HTML, BINARY, JSON, REFERENCE, PROPERTIES, PROPERTIES_DEFINITION, MANY2ONE, ONE2MANY, MANY2MANY -> cell;
        };
    }

    private interface Parser {
        Object parse();
    }

    private static Object parsed(Parser parser, String cell, String kind) {
        try {
            return parser.parse();
        } catch (NumberFormatException e) {
            throw new LoadFailure("'" + cell + "' does not seem to be " + kind + " for field '%(field)s'", Map.of());
        }
    }

    private static Object day(String cell) {
        try {
            return LocalDate.parse(cell).toString();
        } catch (DateTimeException e) {
            throw new LoadFailure("'" + cell + "' does not seem to be a valid date for field '%(field)s'", Map.of("moreinfo", "Use the format '2012-12-31'"));
        }
    }

    private Object time(String cell) {
        try {
            LocalDateTime local = cell.length() == 10 ? LocalDate.parse(cell).atStartOfDay() : LocalDateTime.parse(cell, Values.DATETIME);
            return Values.datetime(local.atZone(zone).toInstant().toEpochMilli());
        } catch (DateTimeException e) {
            throw new LoadFailure("'" + cell + "' does not seem to be a valid datetime for field '%(field)s'",
                    Map.of("moreinfo", "Use the format '2012-12-31 23:59:59'"));
        }
    }

    private static Object option(Field field, String cell) {
        for (Map.Entry<String, String> option : field.selection().entrySet()) {
            if (option.getKey().equalsIgnoreCase(cell) || option.getValue().equalsIgnoreCase(cell)) {
                return option.getKey();
            }
        }
        throw new LoadFailure("Value '" + cell + "' not found in selection field '%(field)s'", Map.of("moreinfo", new ArrayList<Object>(field.selection().values())));
    }

    private Object relation(Field field, List<Object> records) {
        return switch (field.type()) {
            case MANY2ONE -> reference(field, Arguments.asMap(records.getFirst()));
            case ONE2MANY -> children(field, records);
            default -> many(field, Arguments.asMap(records.getFirst()));
        };
    }

    private Object many(Field field, Map<String, @Nullable Object> record) {
        String subfield = subfield(record);
        List<Object> ids = new ArrayList<>();
        for (String part : String.valueOf(record.get(subfield)).split(",")) {
            ids.add(idOf(field, subfield, part));
        }
        return List.of(List.of(6, 0, ids));
    }

    private Object reference(Field field, Map<String, @Nullable Object> record) {
        String subfield = subfield(record);
        return idOf(field, subfield, String.valueOf(record.get(subfield)));
    }

    private static String subfield(Map<String, @Nullable Object> record) {
        List<String> found = record.keySet().stream().filter(REFERENCES::contains).toList();
        if (found.size() != 1) {
            throw new LoadFailure("Can not create Many-To-One records indirectly, import the field separately", Map.of());
        }
        return found.getFirst();
    }

    private Object children(Field field, List<Object> records) {
        Model other = env.model(field.relation());
        List<Object> commands = new ArrayList<>();
        for (Object each : records) {
            Map<String, @Nullable Object> cells = Arguments.asMap(each);
            Map<String, Object> present = new LinkedHashMap<>();
            cells.forEach((name, cell) -> present.put(name, cell == null ? "" : cell));
            Map<String, @Nullable Object> values = convert(other, present, (inner, failure) -> {
                throw failure.below(inner.label());
            });
            Object id = false;
            if (cells.get("id") instanceof String key && !key.isEmpty()) {
                XmlId target = env.database().xmlId(qualified(key));
                if (target != null && target.model().equals(other.name()) && other.table().contains(target.id())) {
                    id = target.id();
                } else {
                    values.put("id", key);
                }
            } else if (cells.get(".id") instanceof String key && !key.isEmpty()) {
                id = idOf(field, ".id", key);
            }
            if (id instanceof Integer) {
                commands.add(List.of(4, id));
                commands.add(List.of(1, id, values));
            } else {
                commands.add(List.of(0, 0, values));
            }
        }
        return commands;
    }

    private String qualified(String name) {
        return name.contains(".") ? name : env.context().get("_import_current_module") + "." + name;
    }

    /** The record that a cell names, by database id, external ID or name; false where the cell says none. */
    private Object idOf(Field field, String subfield, String text) {
        String kind = subfield.equals(".id") ? "database id" : subfield.equals("id") ? "external id" : "name";
        if (text.isEmpty() || (!subfield.equals(LoadRows.NAME) && text.equals("0"))) {
            return false;
        }
        Model other = env.model(field.relation());
        int found = switch (subfield) {
            case ".id" -> byDatabaseId(other, field, text);
            case "id" -> {
                XmlId target = env.database().xmlId(qualified(text));
                yield target != null && target.model().equals(other.name()) && other.table().contains(target.id()) ? target.id() : 0;
            }
            default -> {
                int[] ids = new NameSearch(env, other).ids("=", text, List.of(), 2);
                yield ids.length == 0 ? 0 : ids[0];
            }
        };
        if (found == 0) {
            throw new LoadFailure("No matching record found for " + kind + " '" + text + "' in field '%(field)s'", Map.of("moreinfo", action(field, subfield)));
        }
        return found;
    }

    private int byDatabaseId(Model other, Field field, String text) {
        try {
            int id = Integer.parseInt(text.strip());
            return other.table().contains(id) ? id : 0;
        } catch (NumberFormatException e) {
            throw new LoadFailure("Invalid database id '" + text + "' for the field '%(field)s'", Map.of("moreinfo", action(field, ".id")));
        }
    }

    private Map<String, Object> action(Field field, String subfield) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", "Possible Values");
        action.put("type", "ir.actions.act_window");
        action.put("target", "new");
        action.put("view_mode", env.version().atLeast(OdooVersion.V18) ? "list,form" : "tree,form");
        action.put("views", List.of(List.of(false, "list"), List.of(false, "form")));
        action.put("context", Map.of("create", false));
        action.put("help", "See all possible values");
        if (subfield.equals(LoadRows.NAME)) {
            action.put("res_model", field.relation());
        } else {
            action.put("res_model", "ir.model.data");
            action.put("domain", List.of(List.of("model", "=", field.relation())));
        }
        return action;
    }
}
