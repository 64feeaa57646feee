package org.orderbench.desktop.common;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** A short list to choose from in an overlay: one key each, the first under the finger already. */
public final class Choice extends VBox {

    /** @param run what choosing it does, after the overlay is gone */
    public record Option(String label, Runnable run) {}

    private static final double MOST_TITLE = 560;

    public Choice(String title, List<Option> options, Frame frame) {
        getStyleClass().addAll("overlay-card", "choice");
        Label head = new Label(title);
        head.getStyleClass().add("overlay-title");
        head.setWrapText(true);
        head.setMaxWidth(MOST_TITLE);
        getChildren().add(head);
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            Label key = new Label(String.valueOf(i + 1));
            key.getStyleClass().add("key");
            Button button = new Button(option.label(), key);
            button.getStyleClass().addAll("flat", "choice-option");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(event -> choose(option, frame));
            getChildren().add(button);
        }
        // Where it is typed, not where it is pressed: else the typed digit would land in whatever has the keyboard next.
        addEventFilter(KeyEvent.KEY_TYPED, key -> {
            int digit = key.getCharacter().length() == 1 ? key.getCharacter().charAt(0) - '1' : -1;
            if (digit >= 0 && digit < options.size()) {
                key.consume();
                choose(options.get(digit), frame);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.UP) {
                walk(key.getCode() == KeyCode.DOWN ? 1 : -1);
                key.consume();
            }
        });
    }

    private static void choose(Option option, Frame frame) {
        frame.closeOverlay();
        option.run().run();
    }

    private void walk(int by) {
        int last = getChildren().size() - 1;
        int now = getScene().getFocusOwner() == null ? 0 : getChildren().indexOf(getScene().getFocusOwner());
        getChildren().get(Math.clamp(now + by, 1, last)).requestFocus();
    }

    @Override
    public void requestFocus() {
        getChildren().get(1).requestFocus();
    }
}
