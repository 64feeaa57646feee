package org.orderbench.desktop.common;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Plain columns of text for the smaller tables. */
public final class TextColumns {

    /** Room for the vertical one, and a border. */
    private static final double SCROLL_BAR = 18;

    private TextColumns() {}

    public static <T> TableColumn<T, String> of(String id, String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setId(id);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }

    /** Has a column take what the others leave of the table's width, so that a long text is read as far as there is room; never less than {@code least}. */
    public static void fill(TableView<?> table, TableColumn<?, ?> column, double least) {
        Runnable fit = () -> {
            double others = table.getColumns().stream().filter(other -> !other.equals(column) && other.isVisible()).mapToDouble(TableColumn::getWidth).sum();
            column.setPrefWidth(Math.max(least, table.getWidth() - others - SCROLL_BAR));
        };
        table.widthProperty().subscribe(fit);
        table.getColumns().stream().filter(other -> !other.equals(column)).forEach(other -> other.widthProperty().subscribe(fit));
    }

    /** Figures, flush right. */
    public static <T> TableColumn<T, String> right(String id, String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = of(id, title, width, text);
        column.getStyleClass().add("right");
        return column;
    }
}
