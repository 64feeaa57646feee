package org.orderbench.desktop;

import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/** What JavaFX's own table costs with as many lines and the same columns, each a plain text, in the same theme: what ours is measured against. */
final class BareTable {

    private BareTable() {}

    static Stage open(int lines, TableView<?> like) {
        TableView<Integer> table = new TableView<>(FXCollections.observableArrayList(IntStream.range(0, lines).boxed().toList()));
        for (TableColumn<?, ?> column : like.getVisibleLeafColumns()) {
            TableColumn<Integer, String> plain = new TableColumn<>(column.getText());
            plain.setPrefWidth(column.getWidth());
            plain.setCellValueFactory(row -> new ReadOnlyStringWrapper(column.getId() + " " + row.getValue()));
            table.getColumns().add(plain);
        }
        table.setFixedCellSize(like.getFixedCellSize());
        Stage stage = new Stage();
        stage.setScene(new Scene(table, like.getWidth(), like.getHeight()));
        stage.show();
        return stage;
    }
}
