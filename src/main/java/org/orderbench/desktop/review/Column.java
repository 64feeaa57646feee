package org.orderbench.desktop.review;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
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
 * @param key    what lines are sorted by: what the column shows; lines without a figure come last
 * @param raw    the value for a spreadsheet: a text, a number, a date or null
 */
record Column(
        String id,
        double width,
        boolean right,
        boolean shown,
        Function<Row.Line, String> line,
        Function<Row.Group, String> head,
        SortKey key,
        Function<Row.Line, @Nullable Object> raw) {

    static Column text(String id, double width, Function<Row.Line, String> line, Function<Row.Group, String> head) {
        return new Column(id, width, false, true, line, head, new SortKey.Words(line), line::apply);
    }

    /** @param number what a figure is sorted by */
    static <T> Column figure(String id, double width, Function<Row.Line, @Nullable T> value, ToDoubleFunction<T> number, Function<T, String> words,
            Function<Row.Group, String> head) {
        return new Column(id, width, true, true, row -> {
            T figure = value.apply(row);
            return figure == null ? Formats.NONE : words.apply(figure);
        }, head, new SortKey.Figures(row -> {
            T figure = value.apply(row);
            return figure == null ? Double.NaN : number.applyAsDouble(figure);
        }), value::apply);
    }

    static Column quantity(String id, double width, Function<Row.Line, @Nullable Quantity> value, Function<Quantity, String> words) {
        return figure(id, width, value, Quantity::toDouble, words, group -> "");
    }

    static Column number(String id, double width, Function<Row.Line, @Nullable Double> value, Function<Double, String> words) {
        return figure(id, width, value, Double::doubleValue, words, group -> "");
    }

    static Column day(String id, double width, Function<Row.Line, @Nullable LocalDate> value, Function<LocalDate, String> words, Function<Row.Group, String> head) {
        return figure(id, width, value, LocalDate::toEpochDay, words, head);
    }

    /** The same, but there only for those who ask for it. */
    Column hidden() {
        return new Column(id, width, right, false, line, head, key, raw);
    }

    /** A picture has nothing to say in a spreadsheet. */
    boolean hasWords() {
        return !id.equals(ReviewColumns.TREND);
    }
}
