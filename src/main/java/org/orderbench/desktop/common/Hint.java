package org.orderbench.desktop.common;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a control when the mouse rests on it, and to a screen reader. Its tooltip is made when the mouse first comes: each is a small window with a scene of
 * its own, a window opens with some thirty of them, and none can be made before JavaFX runs.
 */
public final class Hint {

    private Hint() {}

    /** Also for FXML, as {@code Hint.text="%key"}. @param words null for none */
    public static void setText(Control control, @Nullable String words) {
        if (control.getProperties().putIfAbsent(Hint.class, true) == null) {
            control.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> show(control));
        }
        control.setAccessibleHelp(words);
        if (control.getTooltip() != null) {
            show(control);
        }
    }

    public static @Nullable String getText(Control control) {
        return control.getAccessibleHelp();
    }

    private static void show(Control control) {
        String words = getText(control);
        if (words == null) {
            control.setTooltip(null);
        } else if (control.getTooltip() == null) {
            control.setTooltip(new Tooltip(words));
        } else {
            control.getTooltip().setText(words);
        }
    }
}
