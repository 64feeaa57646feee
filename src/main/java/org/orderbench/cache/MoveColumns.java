package org.orderbench.cache;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Many moves in columns: a tenth of the memory and of the time that an object for each would take. */
final class MoveColumns {

    /** Room for a move's place beside its time, whose seconds take 33 bits up to the year 2200. */
    private static final int PLACE_BITS = 29;

    private int size;
    private int[] ids = new int[0];
    private int[] products = new int[0];
    private int[] froms = new int[0];
    private int[] tos = new int[0];
    private long[] ats = new long[0];
    private long[] figures = new long[0];
    private byte[] scales = new byte[0];
    private int[] returnedOfs = new int[0];
    private final Map<Integer, BigDecimal> larges = new HashMap<>();

    int size() {
        return size;
    }

    /** As {@link MoveCodec.Parts#take}. */
    void add(int id, int product, int from, int to, long at, long figure, int scale, @Nullable BigDecimal large, int returnedOf) {
        if (size == ids.length) {
            grow(Math.max(1024, size + (size >> 1)));
        }
        ids[size] = id;
        products[size] = product;
        froms[size] = from;
        tos[size] = to;
        ats[size] = at;
        figures[size] = figure;
        scales[size] = (byte) scale;
        returnedOfs[size] = returnedOf;
        if (large != null) {
            larges.put(size, large);
        }
        size++;
    }

    private void grow(int length) {
        ids = Arrays.copyOf(ids, length);
        products = Arrays.copyOf(products, length);
        froms = Arrays.copyOf(froms, length);
        tos = Arrays.copyOf(tos, length);
        ats = Arrays.copyOf(ats, length);
        figures = Arrays.copyOf(figures, length);
        scales = Arrays.copyOf(scales, length);
        returnedOfs = Arrays.copyOf(returnedOfs, length);
    }

    /** How many moves there are of each product, ascending. */
    void countByProduct(BiConsumer<Integer, Integer> taker) {
        int[] sorted = Arrays.copyOf(products, size);
        Arrays.sort(sorted);
        for (int from = 0; from < size; ) {
            int to = from;
            while (to < size && sorted[to] == sorted[from]) {
                to++;
            }
            taker.accept(sorted[from], to - from);
            from = to;
        }
    }

    /** A run of moves of one product as it is kept. */
    interface Block {
        void take(int product, int part, int moves, long oldest, long newest, byte[] body);
    }

    /** Hands over the moves by product, each product's by time, and then by id, in parts of so many. Of two readings of a move the later one counts. */
    void blocks(int movesABlock, Block block) {
        int[] distinct = Arrays.stream(products, 0, size).sorted().distinct().toArray();
        int[] starts = new int[distinct.length + 1];
        int[] ranks = new int[size];
        for (int i = 0; i < size; i++) {
            ranks[i] = i > 0 && products[i] == products[i - 1] ? ranks[i - 1] : Arrays.binarySearch(distinct, products[i]);
            starts[ranks[i] + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] next = Arrays.copyOf(starts, starts.length - 1);
        int[] places = new int[size];
        for (int i = 0; i < size; i++) {
            places[next[ranks[i]]++] = i;
        }
        for (int i = 0; i < distinct.length; i++) {
            int[] sorted = byTime(lastReadings(Arrays.copyOfRange(places, starts[i], starts[i + 1])));
            for (int part = 0; part * movesABlock < sorted.length; part++) {
                int from = part * movesABlock;
                int to = Math.min(sorted.length, from + movesABlock);
                block.take(distinct[i], part, to - from, ats[sorted[from]], ats[sorted[to - 1]], body(sorted, from, to));
            }
        }
    }

    /** By id. They come so, as a rule, and each once. */
    private int[] lastReadings(int[] places) {
        boolean ascending = true;
        for (int i = 1; i < places.length && ascending; i++) {
            ascending = ids[places[i]] > ids[places[i - 1]];
        }
        if (ascending) {
            return places;
        }
        TreeMap<Integer, Integer> last = new TreeMap<>();
        for (int place : places) {
            last.put(ids[place], place);
        }
        return last.values().stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] byTime(int[] places) {
        long[] keys = new long[places.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ats[places[i]] << PLACE_BITS | i;
        }
        Arrays.sort(keys);
        int[] sorted = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = places[(int) (keys[i] & ((1L << PLACE_BITS) - 1))];
        }
        return sorted;
    }

    private byte[] body(int[] places, int from, int to) {
        MoveCodec.Writer out = new MoveCodec.Writer(to - from);
        for (int i = from; i < to; i++) {
            int at = places[i];
            out.add(ids[at], products[at], froms[at], tos[at], ats[at], figures[at], scales[at], larges.get(at), returnedOfs[at]);
        }
        return out.bytes();
    }
}
