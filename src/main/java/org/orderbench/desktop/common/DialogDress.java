package org.orderbench.desktop.common;

import javafx.scene.control.DialogPane;
import javafx.stage.Window;

/** Dresses a dialog as its window is: the same sheets, theme and letters. For the window thread. */
public final class DialogDress {

    private DialogDress() {}

    public static void as(Window owner, DialogPane pane) {
        if (owner.getScene() == null) {
            return;
        }
        pane.getStylesheets().addAll(owner.getScene().getStylesheets());
        pane.getStyleClass().addAll(owner.getScene().getRoot().getStyleClass().stream().filter(style -> style.equals("ob-dark")).toList());
        pane.getStyleClass().add("root");
        pane.setStyle(owner.getScene().getRoot().getStyle());
    }
}
