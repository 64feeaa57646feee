package org.orderbench.cache;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.orderbench.sync.Census;

/** A set of record ids, a bit each: those of millions of records take some hundred kilobytes. Ids run from 1 to 2^31 - 1. Not for several threads. */
final class IdSet {

    private static final int CHUNK_BITS = 12;
    private static final int WORDS = (1 << CHUNK_BITS) / Long.SIZE;

    private final TreeMap<Integer, long[]> chunks = new TreeMap<>();
    private final TreeSet<Integer> changed = new TreeSet<>();
    private int newestChange = -1;

    boolean contains(long id) {
        long[] chunk = chunks.get((int) (id >> CHUNK_BITS));
        return chunk != null && (chunk[word(id)] & 1L << id) != 0;
    }

    void add(long id) {
        int number = (int) (id >> CHUNK_BITS);
        long[] chunk = chunks.computeIfAbsent(number, each -> new long[WORDS]);
        if ((chunk[word(id)] & 1L << id) == 0) {
            chunk[word(id)] |= 1L << id;
            if (number != newestChange) { // they come in order
                changed.add(number);
                newestChange = number;
            }
        }
    }

    void remove(long id) {
        int number = (int) (id >> CHUNK_BITS);
        long[] chunk = chunks.get(number);
        if (chunk != null && (chunk[word(id)] & 1L << id) != 0) {
            chunk[word(id)] &= ~(1L << id);
            changed.add(number);
        }
    }

    void clear() {
        changed.addAll(chunks.keySet());
        chunks.values().forEach(chunk -> Arrays.fill(chunk, 0));
    }

    private static int word(long id) {
        return (int) (id & (1 << CHUNK_BITS) - 1) >> 6;
    }

    /** Of the ids after the first and up to the second. */
    Census census(long after, long upTo) {
        long[] figures = new long[2];
        each(after, upTo, id -> {
            figures[0]++;
            figures[1] += id;
        });
        return Census.of(figures[0], figures[1]);
    }

    /** Ascending: those after the first and up to the second. */
    long[] ids(long after, long upTo) {
        LongStream.Builder ids = LongStream.builder();
        each(after, upTo, ids::add);
        return ids.build().toArray();
    }

    private void each(long after, long upTo, LongConsumer taker) {
        long last = Math.min(upTo, Integer.MAX_VALUE);
        if (after >= last) {
            return;
        }
        chunks.subMap((int) (after >> CHUNK_BITS), (int) (last >> CHUNK_BITS) + 1).forEach((number, chunk) -> {
            for (int word = 0; word < WORDS; word++) {
                long first = ((long) number << CHUNK_BITS) + ((long) word << 6);
                for (long left = chunk[word]; left != 0; left &= left - 1) {
                    long id = first + Long.numberOfTrailingZeros(left);
                    if (id > after && id <= last) {
                        taker.accept(id);
                    }
                }
            }
        });
    }

    /** Takes a part that was kept. */
    void put(int chunk, byte[] bits) {
        long[] words = new long[WORDS];
        ByteBuffer.wrap(bits).asLongBuffer().get(words);
        chunks.put(chunk, words);
    }

    /** A part as it is kept. */
    byte[] bits(int chunk) {
        ByteBuffer bits = ByteBuffer.allocate(WORDS * Long.BYTES);
        bits.asLongBuffer().put(chunks.get(chunk));
        return bits.array();
    }

    /** The parts that changed since this was last asked. */
    TreeSet<Integer> takeChanged() {
        TreeSet<Integer> taken = new TreeSet<>(changed);
        changed.clear();
        newestChange = -1;
        return taken;
    }
}
