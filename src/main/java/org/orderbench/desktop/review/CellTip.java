package org.orderbench.desktop.review;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** A cell's tooltip, made once: making one for each row that scrolls by took a fifth of a frame. */
final class CellTip {

    private final TableCell<?, ?> cell;
    private final Tooltip tip = new Tooltip();

    CellTip(TableCell<?, ?> cell) {
        this.cell = cell;
    }

    /** @param words empty for no tooltip */
    void say(String words) {
        tip.setText(words);
        cell.setTooltip(words.isEmpty() ? null : tip);
    }
}
