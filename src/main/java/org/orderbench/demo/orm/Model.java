package org.orderbench.demo.orm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A model: its fields and records, and the behaviour registered for it. Registration ends before the first call. */
public final class Model {

    /** Runs after records were written, with the names of the fields that were. */
    public interface Written {
        void accept(Row row, Set<String> fields);
    }

    private final String name;
    private final String label;
    private final String order;
    private final Map<String, Field> fields;
    private final Map<String, List<String>> denied;
    private final Table table;
    private final Map<String, Function<Row, @Nullable Object>> computes = new HashMap<>();
    private final Map<String, String> related = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Map<String, Function<Env, @Nullable Object>> defaults = new LinkedHashMap<>();
    private final Map<String, Method> methods = new HashMap<>();
    private final List<Written> created = new ArrayList<>();
    private final List<Written> written = new ArrayList<>();
    private final List<Consumer<Row>> unlinking = new ArrayList<>();
    private @Nullable Model parent;
    private String parentLink = "";

    Model(String name, String label, String order, Map<String, Field> fields, Map<String, List<String>> denied) {
        this.name = name;
        this.label = label;
        this.order = order;
        this.fields = fields;
        this.denied = denied;
        Map<String, Field> stored = new HashMap<>();
        fields.values().stream().filter(Field::stored).forEach(field -> stored.put(field.name(), field));
        this.table = new Table(stored);
    }

    public String name() {
        return name;
    }

    /** What messages call it. */
    public String label() {
        return label;
    }

    String order() {
        return order;
    }

    public Map<String, Field> fields() {
        return fields;
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    boolean hasStored(String field, FieldType type) {
        Field found = fields.get(field);
        return found != null && found.stored() && found.type() == type;
    }

    public Table table() {
        return table;
    }

    /** The groups that may do {@code operation} (read, write, create, unlink), or null where the buyer may. */
    @Nullable List<String> deniedTo(String operation) {
        return denied.get(operation);
    }

    /** Keeps the values of a field that Odoo computes or keeps elsewhere; {@code fields_get} still says that it is not stored. */
    public void keep(String field) {
        Field definition = fields.get(field);
        if (definition != null) {
            kept.add(field);
            table.keep(definition);
        }
    }

    boolean stores(Field field) {
        return field.stored() || kept.contains(field.name());
    }

    /** A value that is worked out at each read; it hides a stored one. Ignored where this version has no such field. */
    public void compute(String field, Function<Row, @Nullable Object> rule) {
        if (has(field)) {
            computes.put(field, rule);
        }
    }

    /** A value that is read through other records, such as {@code order_id.state}. */
    public void related(String field, String path) {
        if (has(field)) {
            related.put(field, path);
        }
    }

    /** The wire value that a new record gets where none is given. */
    public void byDefault(String field, Function<Env, @Nullable Object> rule) {
        if (has(field)) {
            defaults.put(field, rule);
        }
    }

    /** A method that only reads. */
    public void on(String method, String signature, Method.Body body) {
        methods.put(method, new Method(method, Signature.parse(signature), false, body));
    }

    /** A method that may write: it runs alone, and wholly or not at all. */
    public void onWrite(String method, String signature, Method.Body body) {
        methods.put(method, new Method(method, Signature.parse(signature), true, body));
    }

    /** Runs on a new record, with the names of the fields that were given, before its x2many children are made. */
    public void whenCreated(Written hook) {
        created.add(hook);
    }

    public void whenWritten(Written hook) {
        written.add(hook);
    }

    /** Runs before a record goes; it may raise. */
    public void whenUnlinked(Consumer<Row> hook) {
        unlinking.add(hook);
    }

    /** Fields that are not stored here are those of the record that {@code link} points to ({@code _inherits}). */
    public void inherits(Model other, String link) {
        this.parent = other;
        this.parentLink = link;
    }

    /** The model that holds this field for this one, or null. */
    @Nullable Model holder(String field) {
        Field own = fields.get(field);
        boolean here = own == null || stores(own) || computes.containsKey(field) || related.containsKey(field);
        return here || parent == null || !parent.has(field) ? null : parent;
    }

    String parentLink() {
        return parentLink;
    }

    @Nullable Model parent() {
        return parent;
    }

    @Nullable Function<Row, @Nullable Object> computeOf(String field) {
        return computes.get(field);
    }

    @Nullable String relatedPath(String field) {
        return related.get(field);
    }

    Map<String, Function<Env, @Nullable Object>> defaults() {
        return defaults;
    }

    public @Nullable Method method(String method) {
        return methods.get(method);
    }

    void afterCreate(Row row, Set<String> given) {
        created.forEach(hook -> hook.accept(row, given));
    }

    void afterWrite(Row row, Set<String> names) {
        written.forEach(hook -> hook.accept(row, names));
    }

    void beforeUnlink(Row row) {
        unlinking.forEach(hook -> hook.accept(row));
    }
}
