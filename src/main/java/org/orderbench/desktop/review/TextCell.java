package org.orderbench.desktop.review;

import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** Shows one {@link Column} of a row as text. */
final class TextCell extends TableCell<Row, Row> {

    private final Column column;
    private final CellTip tip = new CellTip(this);

    TextCell(Column column) {
        this.column = column;
        getStyleClass().add("col-" + column.id());
        setAlignment(column.right() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            tip.say("");
            return;
        }
        String text = switch (row) {
            case Row.Line line -> column.line().apply(line);
            case Row.Group group -> column.head().apply(group);
        };
        setText(text);
        // Long words are cut off by the column; what is cut off can be read here.
        tip.say(text.length() > column.width() / 7 ? text : "");
    }
}
