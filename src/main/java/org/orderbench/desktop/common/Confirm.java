package org.orderbench.desktop.common;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What is about to happen, in an overlay: how much it is, and one key to go on. Enter does it, Escape leaves all as it is. */
public final class Confirm extends VBox {

    private final Button go;

    /**
     * @param says   what else should be known, a line each
     * @param action what the button does, named by its words
     */
    public Confirm(String title, List<String> says, String action, Runnable run, Frame frame, Texts texts) {
        getStyleClass().addAll("overlay-card", "confirm");
        Label head = new Label(title);
        head.getStyleClass().add("overlay-title");
        getChildren().add(head);
        for (String line : says) {
            Label label = new Label(line);
            label.setWrapText(true);
            getChildren().add(label);
        }
        go = new Button(action);
        go.getStyleClass().add("accent");
        Runnable close = () -> {
            frame.closeOverlay();
            run.run();
        };
        go.setOnAction(event -> close.run());
        Button cancel = new Button(texts.get("confirm.cancel"));
        cancel.setOnAction(event -> frame.closeOverlay());
        HBox buttons = new HBox(go, cancel);
        buttons.getStyleClass().add("overlay-buttons");
        getChildren().add(buttons);
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !cancel.isFocused()) {
                key.consume();
                close.run();
            }
        });
    }

    @Override
    public void requestFocus() {
        go.requestFocus();
    }
}
