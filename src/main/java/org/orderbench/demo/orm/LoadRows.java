package org.orderbench.demo.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orderbench.demo.OdooVersion;

/** Cuts the rows of an import into records: a row that fills only columns of a one2many belongs to the record above it. */
final class LoadRows {

    /** Stands for the field of a relation that is looked up by its name. */
    static final String NAME = "display_name()";

    /** A record's cells: texts, or lists of sub-records for relational fields. */
    record Extracted(Map<String, Object> cells, int from, int to) {}

    private final Env env;

    LoadRows(Env env) {
        this.env = env;
    }

    static List<String> path(String column) {
        String split = column.replaceAll("([^/])\\.id", "$1/.id").replaceAll("([^/]):id", "$1/id");
        return List.of(split.split("/"));
    }

    List<Extracted> extract(Model model, List<List<String>> paths, List<List<String>> rows) {
        for (List<String> path : paths) {
            check(model, path.getFirst());
        }
        List<Extracted> records = new ArrayList<>();
        int index = 0;
        while (index < rows.size()) {
            int end = index + 1;
            while (end < rows.size() && fillsOnlyChildren(model, paths, rows.get(end))) {
                end++;
            }
            records.add(new Extracted(record(model, paths, rows.subList(index, end)), index, end - 1));
            index = end;
        }
        return records;
    }

    private void check(Model model, String name) {
        if (!name.equals(".id") && !name.equals(NAME) && !model.has(name)) {
            if (env.version().atLeast(OdooVersion.V18)) {
                throw OdooError.value("Invalid field name '" + name + "'");
            }
            throw new OdooError(OdooError.Kind.KEY, "'" + name + "'");
        }
    }

    private boolean fillsOnlyChildren(Model model, List<List<String>> paths, List<String> row) {
        boolean children = false;
        for (int i = 0; i < paths.size(); i++) {
            Field field = model.fields().get(paths.get(i).getFirst());
            boolean isChild = field != null && field.type() == FieldType.ONE2MANY;
            if (!row.get(i).isEmpty() && !isChild) {
                return false;
            }
            children |= isChild && !row.get(i).isEmpty();
        }
        return children;
    }

    private Map<String, Object> record(Model model, List<List<String>> paths, List<List<String>> rows) {
        Map<String, Object> cells = new LinkedHashMap<>();
        Set<String> relational = new LinkedHashSet<>();
        for (int i = 0; i < paths.size(); i++) {
            String name = paths.get(i).getFirst();
            Field field = model.fields().get(name);
            if (field != null && field.type().isRelational()) {
                relational.add(name);
                cells.put(name, List.of());
            } else {
                cells.put(name, rows.getFirst().get(i));
            }
        }
        for (String name : relational) {
            List<Integer> columns = new ArrayList<>();
            List<List<String>> subPaths = new ArrayList<>();
            for (int i = 0; i < paths.size(); i++) {
                if (paths.get(i).getFirst().equals(name)) {
                    columns.add(i);
                    subPaths.add(paths.get(i).size() == 1 ? List.of(NAME) : paths.get(i).subList(1, paths.get(i).size()));
                }
            }
            List<List<String>> subRows = new ArrayList<>();
            for (List<String> row : rows) {
                List<String> part = columns.stream().map(row::get).toList();
                if (part.stream().anyMatch(cell -> !cell.isEmpty())) {
                    subRows.add(part);
                }
            }
            Field field = java.util.Objects.requireNonNull(model.fields().get(name));
            cells.put(name, extract(env.model(field.relation()), subPaths, subRows).stream().map(Extracted::cells).toList());
        }
        return cells;
    }
}
