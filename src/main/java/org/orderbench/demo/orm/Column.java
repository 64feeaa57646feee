package org.orderbench.demo.orm;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of one stored field, by record id. Compact: numbers, references and times are kept as primitives, so that millions of stock
 * moves fit. Empty is 0 for numbers, references and times, null for the rest. Not safe for threads: the database's lock guards it.
 */
public abstract sealed class Column {

    /** The value in its internal form ({@link Values}). */
    public abstract @Nullable Object get(int id);

    public abstract void set(int id, @Nullable Object value);

    static Column of(FieldType type) {
        return switch (type) {
            case INTEGER, MANY2ONE, MANY2ONE_REFERENCE -> new Ints();
            case FLOAT, MONETARY -> new Doubles();
            case DATE, DATETIME -> new Longs();
            case BOOLEAN -> new Flags();
            case MANY2MANY -> new IdLists();
            case CHAR, TEXT, HTML, SELECTION, BINARY, JSON, REFERENCE, PROPERTIES, PROPERTIES_DEFINITION, ONE2MANY -> new Texts();
        };
    }

    private static int grown(int length, int id) {
        return Math.max(id + 1, length + (length >> 1) + 16);
    }

    /** Integers and many2one ids. */
    static final class Ints extends Column {
        private int[] values = new int[0];

        int at(int id) {
            return id < values.length ? values[id] : 0;
        }

        void put(int id, int value) {
            if (id >= values.length) {
                if (value == 0) {
                    return;
                }
                values = Arrays.copyOf(values, grown(values.length, id));
            }
            values[id] = value;
        }

        @Override
        public Object get(int id) {
            return at(id);
        }

        @Override
        public void set(int id, @Nullable Object value) {
            put(id, value == null ? 0 : (Integer) value);
        }
    }

    /** Floats and monetary amounts. */
    static final class Doubles extends Column {
        private double[] values = new double[0];

        double at(int id) {
            return id < values.length ? values[id] : 0;
        }

        void put(int id, double value) {
            if (id >= values.length) {
                if (value == 0) {
                    return;
                }
                values = Arrays.copyOf(values, grown(values.length, id));
            }
            values[id] = value;
        }

        @Override
        public Object get(int id) {
            return at(id);
        }

        @Override
        public void set(int id, @Nullable Object value) {
            put(id, value == null ? 0 : (Double) value);
        }
    }

    /** Dates in epoch days, datetimes in epoch milliseconds. */
    static final class Longs extends Column {
        private long[] values = new long[0];

        long at(int id) {
            return id < values.length ? values[id] : 0;
        }

        void put(int id, long value) {
            if (id >= values.length) {
                if (value == 0) {
                    return;
                }
                values = Arrays.copyOf(values, grown(values.length, id));
            }
            values[id] = value;
        }

        @Override
        public Object get(int id) {
            return at(id);
        }

        @Override
        public void set(int id, @Nullable Object value) {
            put(id, value == null ? 0 : (Long) value);
        }
    }

    /** Booleans. */
    static final class Flags extends Column {
        private final BitSet values = new BitSet();

        boolean at(int id) {
            return values.get(id);
        }

        @Override
        public Object get(int id) {
            return at(id);
        }

        @Override
        public void set(int id, @Nullable Object value) {
            values.set(id, value != null && (Boolean) value);
        }
    }

    /** Many2many: sorted ids. */
    static final class IdLists extends Column {
        private static final int[] NONE = new int[0];
        private int[][] values = new int[0][];

        @Override
        public Object get(int id) {
            return id < values.length ? Objects.requireNonNullElse(values[id], NONE) : NONE;
        }

        @Override
        public void set(int id, @Nullable Object value) {
            if (id >= values.length) {
                values = Arrays.copyOf(values, grown(values.length, id));
            }
            values[id] = value == null ? NONE : (int[]) value;
        }
    }

    /** Texts and everything else. */
    static final class Texts extends Column {
        private @Nullable Object[] values = new Object[0];

        @Override
        public @Nullable Object get(int id) {
            return id < values.length ? values[id] : null;
        }

        @Override
        public void set(int id, @Nullable Object value) {
            if (id >= values.length) {
                if (value == null) {
                    return;
                }
                values = Arrays.copyOf(values, grown(values.length, id));
            }
            values[id] = value;
        }
    }
}
