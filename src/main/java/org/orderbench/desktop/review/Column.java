package org.orderbench.desktop.review;

import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Formats;

/**
 * One column of the grid: what it says of a line and of an order's head, and how it sorts.
 *
 * @param id     names its words ({@code review.column.<id>}), its style class, and itself in what is remembered
 * @param width  in pixels at normal font size
 * @param right  figures are set flush right
 * @param shown  whether it is there before anybody chose
 * @param line   the text for a line
 * @param head   the text for an order's head
 * @param order  sorts lines by what the column shows; lines without a figure come last
 * @param raw    the value for a spreadsheet: a text, a number, a date or null
 */
record Column(
        String id,
        double width,
        boolean right,
        boolean shown,
        Function<Row.Line, String> line,
        Function<Row.Group, String> head,
        Comparator<Row.Line> order,
        Function<Row.Line, @Nullable Object> raw) {

    static Column text(String id, double width, Function<Row.Line, String> line, Function<Row.Group, String> head) {
        return new Column(id, width, false, true, line, head, Comparator.comparing(line, String.CASE_INSENSITIVE_ORDER), line::apply);
    }

    static <T extends Comparable<? super T>> Column figure(
            String id, double width, Function<Row.Line, @Nullable T> value, Function<T, String> words, Function<Row.Group, String> head) {
        Comparator<@Nullable T> order = Comparator.nullsLast(Comparator.naturalOrder());
        return new Column(id, width, true, true, row -> {
            T figure = value.apply(row);
            return figure == null ? Formats.NONE : words.apply(figure);
        }, head, Comparator.comparing(value, order), value::apply);
    }

    /** The same, but there only for those who ask for it. */
    Column hidden() {
        return new Column(id, width, right, false, line, head, order, raw);
    }

    /** A picture has nothing to say in a spreadsheet. */
    boolean hasWords() {
        return !id.equals(ReviewColumns.TREND);
    }
}
