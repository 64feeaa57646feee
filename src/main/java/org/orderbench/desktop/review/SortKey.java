package org.orderbench.desktop.review;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What a column's lines are sorted by. */
sealed interface SortKey {

    /** As in a dictionary: case and accents don't count. */
    record Words(Function<Row.Line, String> of) implements SortKey {}

    /** @param of not a number where a line has no figure; figures that differ beyond the fifteenth digit count as equal */
    record Figures(ToDoubleFunction<Row.Line> of) implements SortKey {}
}
