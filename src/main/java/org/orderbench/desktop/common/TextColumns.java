package org.orderbench.desktop.common;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;

/** Plain columns of text for the smaller tables. */
public final class TextColumns {

    private TextColumns() {}

    public static <T> TableColumn<T, String> of(String id, String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setId(id);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }

    /** Figures, flush right. */
    public static <T> TableColumn<T, String> right(String id, String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = of(id, title, width, text);
        column.getStyleClass().add("right");
        return column;
    }
}
