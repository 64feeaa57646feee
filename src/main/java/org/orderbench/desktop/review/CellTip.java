package org.orderbench.desktop.review;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A cell's tooltip, made when the mouse first comes to the cell: a window opens with some hundred cells that have one, and each is a small window itself.
 */
final class CellTip {

    private final TableCell<?, ?> cell;
    private String words = "";
    private @Nullable Tooltip tip;

    CellTip(TableCell<?, ?> cell) {
        this.cell = cell;
        cell.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> show());
    }

    /** @param text empty for no tooltip */
    void say(String text) {
        words = text;
        if (tip != null) {
            show();
        }
    }

    private void show() {
        if (words.isEmpty()) {
            cell.setTooltip(null);
            return;
        }
        Tooltip now = tip == null ? new Tooltip() : tip;
        tip = now;
        now.setText(words);
        cell.setTooltip(now);
    }
}
