package org.orderbench.demo.orm;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.orderbench.demo.OdooVersion;

/** Reads what models, fields and rights an Odoo version has from this package's tables ({@code models.csv, fields.csv, denied.csv}). */
final class Schema {

    private final String version;

    Schema(OdooVersion version) {
        this.version = Integer.toString(version.major());
    }

    /** The models by name, with fields and tables, without behaviour. */
    Map<String, Model> models() {
        Map<String, Map<String, Field>> fields = fields();
        Map<String, Map<String, List<String>>> denied = denied();
        Map<String, Model> models = new LinkedHashMap<>();
        rows("models.csv", row -> {
            String name = row.getField("model");
            models.put(name, new Model(name, row.getField("label"), row.getField("order"),
                    fields.getOrDefault(name, Map.of()), denied.getOrDefault(name, Map.of())));
        });
        for (Model model : models.values()) {
            for (Field field : model.fields().values()) {
                Model other = models.get(field.relation());
                if (field.type() == FieldType.ONE2MANY && other != null && other.hasStored(field.inverse(), FieldType.MANY2ONE)) {
                    other.table().index(field.inverse());
                }
            }
        }
        return models;
    }

    private Map<String, Map<String, Field>> fields() {
        Map<String, Map<String, Field>> fields = new LinkedHashMap<>();
        rows("fields.csv", row -> {
            String flags = row.getField("flags");
            Field field = new Field(
                    row.getField("model").intern(),
                    row.getField("field").intern(),
                    FieldType.of(row.getField("type")),
                    row.getField("relation").intern(),
                    row.getField("inverse").intern(),
                    flags.startsWith("s"),
                    flags.contains("!"),
                    flags.endsWith("r"),
                    row.getField("label"),
                    selection(row.getField("selection")));
            fields.computeIfAbsent(field.model(), key -> new TreeMap<>()).put(field.name(), field);
        });
        return fields;
    }

    private static Map<String, String> selection(String text) {
        if (text.isEmpty()) {
            return Map.of();
        }
        Map<String, String> selection = new LinkedHashMap<>();
        for (String option : text.split("\\|")) {
            String[] parts = option.split("=", 2);
            selection.put(parts[0].intern(), parts[1]);
        }
        return selection;
    }

    private Map<String, Map<String, List<String>>> denied() {
        Map<String, Map<String, List<String>>> denied = new LinkedHashMap<>();
        rows("denied.csv", row -> {
            String groups = row.getField("groups");
            denied.computeIfAbsent(row.getField("model"), key -> new LinkedHashMap<>())
                    .put(row.getField("operation"), groups.isEmpty() ? List.of() : List.of(groups.split("\\|")));
        });
        return denied;
    }

    private void rows(String resource, Consumer<NamedCsvRecord> each) {
        try (InputStream stream = OdooVersion.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The program is incomplete: " + resource + " is missing");
            }
            try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
                    CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
                for (NamedCsvRecord row : csv) {
                    if (versions(row).contains(version)) {
                        each.accept(row);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> versions(NamedCsvRecord row) {
        return Arrays.stream(row.getField("versions").split(" ")).collect(Collectors.toSet());
    }
}
