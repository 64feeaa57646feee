package org.orderbench.desktop.review;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** The way to a spreadsheet and back: tabs between cells, figures in the user's locale. */
final class ReviewClipboard {

    private final ReviewGrid grid;
    private final ReviewModel model;

    ReviewClipboard(ReviewGrid grid, ReviewModel model) {
        this.grid = grid;
        this.model = model;
    }

    /** The marked lines, or the one under the cursor, with heads above. */
    void copy() {
        List<Column> columns = grid.shownColumns();
        StringBuilder sheet = new StringBuilder(columns.stream().map(column -> grid.head(column.id())).collect(Collectors.joining("\t")));
        for (Row.Line row : model.targets()) {
            sheet.append('\n').append(columns.stream().map(column -> cell(column, row)).collect(Collectors.joining("\t")));
        }
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, sheet.toString()));
    }

    private static String cell(Column column, Row.Line row) {
        String text = column.line().apply(row).replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
        // A name that begins with = would be a formula to a spreadsheet; a figure is one of ours.
        return !column.right() && !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** What a spreadsheet left, matched to the lines that are shown. */
    PastedQuantities paste() {
        String text = Clipboard.getSystemClipboard().getString();
        List<Row.Line> shown = model.shownLines();
        int from = model.cursor().get() instanceof Row.Line line ? Math.max(0, shown.indexOf(line)) : 0;
        return PastedQuantities.read(text == null ? "" : text, shown, from, grid.head(ReviewColumns.CODE), grid.head(ReviewColumns.QUANTITY));
    }
}
