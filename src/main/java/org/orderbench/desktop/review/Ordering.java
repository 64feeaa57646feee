package org.orderbench.desktop.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Folded;

/** Sorts lines by columns, and keeps what it worked out until a line changes what a column sorts by. For one thread. */
final class Ordering {

    private record Known(SortKey key, Ranks ranks) {}

    private final Row.Line[] lines;
    private final Map<String, Known> columns = new HashMap<>();
    private List<SortBy> asked = List.of();
    private int @Nullable [] answer;

    /** @param lines by index; their owner changes them, and then says so */
    Ordering(Row.Line[] lines) {
        this.lines = lines;
    }

    /** Indexes of all lines. The first column counts most; lines that are equal in all of them keep the order of their indexes. Not to be changed. */
    int[] by(List<SortBy> wanted) {
        int[] known = answer;
        if (known != null && wanted.equals(asked)) {
            return known;
        }
        int[] order = IntStream.range(0, lines.length).toArray();
        for (SortBy by : wanted.reversed()) {
            order = ranks(by.column()).sort(order, by.descending());
        }
        asked = List.copyOf(wanted);
        answer = order;
        return order;
    }

    private Ranks ranks(Column column) {
        return columns.computeIfAbsent(column.id(), id -> new Known(column.key(), Ranks.of(column.key(), lines))).ranks();
    }

    /** One line became another. */
    void replaced(Row.Line before, Row.Line now) {
        if (columns.values().removeIf(known -> !same(known.key(), before, now))) {
            answer = null;
        }
    }

    private static boolean same(SortKey key, Row.Line before, Row.Line now) {
        return switch (key) {
            case SortKey.Words words -> Folded.of(words.of().apply(before)).equals(Folded.of(words.of().apply(now)));
            case SortKey.Figures figures -> Double.compare(figures.of().applyAsDouble(before), figures.of().applyAsDouble(now)) == 0;
        };
    }
}
