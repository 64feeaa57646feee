package org.orderbench.demo.orm;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The records of one model: which ids live, a column for each stored field that was ever set, and an index over each many2one that some
 * one2many mirrors. Ids are never used twice.
 */
public final class Table {

    private final Map<String, Field> stored;
    /** Callers that only read run side by side, and a column is made when it is first looked at. */
    private final Map<String, Column> columns = new ConcurrentHashMap<>();
    private final Map<String, Map<Integer, Ids>> indexes = new HashMap<>();
    private final BitSet alive = new BitSet();
    private int lastId;

    Table(Map<String, Field> stored) {
        this.stored = stored;
    }

    void index(String field) {
        indexes.put(field, new HashMap<>());
    }

    void keep(Field field) {
        stored.put(field.name(), field);
    }

    boolean isIndexed(String field) {
        return indexes.containsKey(field);
    }

    /** The ids whose many2one {@code field} is {@code target}; the field must be indexed. */
    int[] referring(String field, int target) {
        Map<Integer, Ids> index = indexes.get(field);
        if (index == null) {
            throw new IllegalArgumentException("Not indexed: " + field);
        }
        Ids ids = index.get(target);
        return ids == null ? new int[0] : ids.toArray();
    }

    public boolean contains(int id) {
        return id > 0 && alive.get(id);
    }

    public int count() {
        return alive.cardinality();
    }

    BitSet alive() {
        return alive;
    }

    int lastId() {
        return lastId;
    }

    /** A new, empty record. */
    public int insert() {
        lastId++;
        alive.set(lastId);
        return lastId;
    }

    void revive(int id) {
        alive.set(id);
    }

    void remove(int id) {
        alive.clear(id);
    }

    public @Nullable Object get(int id, String field) {
        Column column = columns.get(field);
        return column == null ? emptyOf(field) : column.get(id);
    }

    private @Nullable Object emptyOf(String field) {
        return Column.of(field(field).type()).get(0);
    }

    private Field field(String name) {
        Field field = stored.get(name);
        if (field == null) {
            throw new IllegalArgumentException("No stored field " + name);
        }
        return field;
    }

    /** Sets a value without transaction or hooks: for the seed, and for {@link Transaction}. */
    public void set(int id, String field, @Nullable Object value) {
        Map<Integer, Ids> index = indexes.get(field);
        Column column = column(field);
        if (index != null) {
            int before = (Integer) Objects.requireNonNull(column.get(id));
            int after = value == null ? 0 : (Integer) value;
            if (before != after) {
                Ids old = index.get(before);
                if (before != 0 && old != null) {
                    old.remove(id);
                }
                if (after != 0) {
                    index.computeIfAbsent(after, key -> new Ids()).add(id);
                }
            }
        }
        column.set(id, value);
    }

    /** The column of a stored field, made if it is not there yet. */
    public Column column(String field) {
        Column column = columns.get(field);
        return column == null ? columns.computeIfAbsent(field, name -> Column.of(field(name).type())) : column;
    }

    Iterable<String> filledFields() {
        return columns.keySet();
    }
}
