package org.orderbench.desktop.review;

import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Formats;
import org.orderbench.proposal.ProposalLine;

/**
 * One column of text in the grid: what it says of a line and of an order's head, and how it sorts.
 *
 * @param id     names its words ({@code review.column.<id>}) and its style class
 * @param width  in pixels at normal font size
 * @param right  figures are set flush right
 * @param line   the text for a line
 * @param head   the text for an order's head
 * @param order  sorts lines by what the column shows; lines without a figure come last
 */
record Column(
        String id,
        double width,
        boolean right,
        Function<Row.Line, String> line,
        Function<Row.Group, String> head,
        Comparator<Row.Line> order) {

    static Column text(String id, double width, Function<Row.Line, String> line, Function<Row.Group, String> head) {
        return new Column(id, width, false, line, head, Comparator.comparing(line, String.CASE_INSENSITIVE_ORDER));
    }

    static <T extends Comparable<? super T>> Column figure(
            String id, double width, Function<ProposalLine, @Nullable T> value, Function<T, String> shown, Function<Row.Group, String> head) {
        Comparator<@Nullable T> order = Comparator.nullsLast(Comparator.naturalOrder());
        return new Column(id, width, true, row -> {
            T figure = value.apply(row.line());
            return figure == null ? Formats.NONE : shown.apply(figure);
        }, head, Comparator.comparing(row -> value.apply(row.line()), order));
    }
}
