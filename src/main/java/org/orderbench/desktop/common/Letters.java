package org.orderbench.desktop.common;

import java.util.function.DoubleConsumer;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** Keeps what is measured in pixels in step with the size of the letters: a column that stays narrow cuts figures off. For the window thread. */
public final class Letters {

    private static final String KEY = "orderbench.letters";

    private Letters() {}

    /** @param percent 100 is the designed size */
    static void set(Scene scene, int percent) {
        scene.getProperties().put(KEY, percent / 100.0);
    }

    /** @param scale hears how large letters are against the designed size, once the node is in a window, and whenever that changes */
    public static void follow(Node node, DoubleConsumer scale) {
        MapChangeListener<Object, Object> changed = change -> {
            if (KEY.equals(change.getKey()) && change.wasAdded()) {
                scale.accept((Double) change.getValueAdded());
            }
        };
        node.sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.getProperties().removeListener(changed);
            }
            if (now != null) {
                now.getProperties().addListener(changed);
                scale.accept((Double) now.getProperties().getOrDefault(KEY, 1.0));
            }
        });
    }

    /** Columns and rows grow and shrink with the letters. */
    public static void follow(TableView<?> table) {
        double[] last = {1};
        follow(table, scale -> {
            double by = scale / last[0];
            last[0] = scale;
            if (by != 1) {
                for (TableColumn<?, ?> column : table.getColumns()) {
                    column.setPrefWidth(column.getWidth() * by);
                }
                table.setFixedCellSize(table.getFixedCellSize() > 0 ? Math.rint(table.getFixedCellSize() * by) : table.getFixedCellSize());
            }
        });
    }

    /** How wide words are in bold at the designed size, in pixels. */
    public static double width(String words, double size) {
        Text text = new Text(words);
        text.setFont(Font.font(Fonts.FAMILY, FontWeight.BOLD, size));
        return text.getLayoutBounds().getWidth();
    }
}
