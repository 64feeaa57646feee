package org.orderbench.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.demand.DemandCleaner;
import org.orderbench.forecast.SeriesSource;

/**
 * Series of a file while it is read and after: ids stay in memory, quantities go to a temporary file as soon as there are more than some megabytes
 * of them, so rows may come in any order of series. Filled by one thread; then read by any number of them. Closing deletes the file.
 *
 * <p>Quantities are kept as the bits of doubles; a run of periods without demand is one NaN that counts them.
 */
final class DemandSpool implements SeriesSource, Closeable {

    /** Numbers in memory at most: 32 MB. */
    private static final int MOST_HELD = 1 << 22;

    private static final long RUN = 0x7ff8_0000_0000_0000L;
    private static final int HEAD = 2;
    private static final long NONE = -1;

    private final Map<String, Growing> byId = new HashMap<>();
    private final List<Growing> inOrder = new ArrayList<>();
    private final int mostHeld;
    private @Nullable Path file;
    private @Nullable FileChannel channel;
    private long end;
    private int held;
    private long last = Long.MIN_VALUE;
    private @Nullable Growing current;

    DemandSpool() {
        this(MOST_HELD);
    }

    /** @param mostHeld numbers in memory at most */
    DemandSpool(int mostHeld) {
        this.mostHeld = mostHeld;
    }

    /** One series: what lies in memory, and where the stretch before it lies in the file. */
    private static final class Growing {
        private final String id;
        private long[] values = {};
        private int count;
        private long before = NONE;
        private int periods;
        private long last;

        Growing(String id) {
            this.id = id;
        }
    }

    /** The place of the series' last period; null for a series that has none yet. */
    @Nullable Long lastOf(String id) {
        Growing series = find(id);
        return series == null ? null : series.last;
    }

    int periodsOf(String id) {
        Growing series = find(id);
        return series == null ? 0 : series.periods;
    }

    private @Nullable Growing find(String id) {
        Growing now = current;
        if (now == null || !now.id.equals(id)) {
            current = byId.get(id);
        }
        return current;
    }

    /**
     * One period more.
     *
     * @param steps    periods since the last; those between had no demand
     * @param at       its place, to tell which series end last
     * @param quantity finite
     */
    void add(String id, int steps, long at, double quantity) throws IOException {
        Growing series = find(id);
        if (series == null) {
            series = new Growing(id);
            byId.put(id, series);
            inOrder.add(series);
            current = series;
        }
        int empty = quantity == 0 ? steps : steps - 1;
        if (empty > 0) {
            if (series.count > 0 && (series.values[series.count - 1] & RUN) == RUN) {
                series.values[series.count - 1] += empty;
            } else {
                push(series, RUN | empty);
            }
        }
        if (quantity != 0) {
            push(series, Double.doubleToLongBits(quantity));
        }
        series.periods += steps;
        series.last = at;
        last = Math.max(last, at);
        if (held >= mostHeld) {
            flush();
        }
    }

    private void push(Growing series, long value) {
        if (series.count == series.values.length) {
            series.values = Arrays.copyOf(series.values, Math.max(8, series.count * 3 / 2));
            held += series.values.length - series.count;
        }
        series.values[series.count++] = value;
    }

    private void flush() throws IOException {
        if (channel == null) {
            file = Files.createTempFile("orderbench-forecast-", ".demand");
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
        for (Growing series : inOrder) {
            if (series.count == 0) {
                continue;
            }
            long start = end;
            put(buffer, series.before);
            put(buffer, series.count);
            for (int i = 0; i < series.count; i++) {
                put(buffer, series.values[i]);
            }
            series.before = start;
            series.values = new long[0];
            series.count = 0;
        }
        write(buffer);
        held = 0;
    }

    private void put(ByteBuffer buffer, long value) throws IOException {
        if (!buffer.hasRemaining()) {
            write(buffer);
        }
        buffer.putLong(value);
        end += Long.BYTES;
    }

    private void write(ByteBuffer buffer) throws IOException {
        buffer.flip();
        while (channel != null && buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    String id(int index) {
        return inOrder.get(index).id;
    }

    @Override
    public int size() {
        return inOrder.size();
    }

    @Override
    public boolean aligned(int index) {
        return inOrder.get(index).last == last;
    }

    /** Cleaned of returns: what came back is taken off what was sold before it. */
    @Override
    public double[] periods(int index) {
        return DemandCleaner.clean(raw(index));
    }

    /** As the file has it. */
    double[] raw(int index) {
        Growing series = inOrder.get(index);
        double[] periods = new double[series.periods];
        int to = unpacked(series.values, 0, series.count, periods, series.periods);
        try {
            for (long at = series.before; at != NONE; ) {
                ByteBuffer head = read(at, HEAD);
                long before = head.getLong();
                int count = Math.toIntExact(head.getLong());
                long[] values = new long[count];
                read(at + HEAD * Long.BYTES, count).asLongBuffer().get(values);
                to = unpacked(values, 0, count, periods, to);
                at = before;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary file of this run cannot be read", e);
        }
        return periods;
    }

    /** Fills {@code periods} backwards from {@code to}; answers where it ended. */
    private static int unpacked(long[] values, int from, int count, double[] periods, int to) {
        int at = to;
        for (int i = count - 1; i >= from; i--) {
            if ((values[i] & RUN) == RUN) {
                at -= (int) (values[i] & ~RUN);
            } else {
                periods[--at] = Double.longBitsToDouble(values[i]);
            }
        }
        return at;
    }

    private ByteBuffer read(long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count * Long.BYTES);
        while (channel != null && buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("it ends too early");
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
