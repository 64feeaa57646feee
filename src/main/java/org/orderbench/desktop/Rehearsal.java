package org.orderbench.desktop;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/** Closes the window by itself some seconds after its first rows, when the panel below them is there and each screen was turned to. For the training of the ahead-of-time cache. */
public final class Rehearsal {

    private static final int PULSES = 120;

    private static final int SCREENS = 8;

    /** Half a minute: where no rows come the training is poorer, and the build goes on. */
    private static final int PATIENCE = 1_800;

    private Rehearsal() {}

    /** Called on any thread once the window is there. */
    public static void closeWhenShown() {
        Platform.runLater(() -> new AnimationTimer() {
            private int shown;
            private int pulses;

            @Override
            public void handle(long now) {
                shown += shown > 0 || hasRows() ? 1 : 0;
                int screen = 1 + (shown - PULSES) / (PULSES / 4);
                if (shown > PULSES && (shown - PULSES) % (PULSES / 4) == 0 && screen <= SCREENS) {
                    turnTo(screen);
                }
                if (shown == PULSES + SCREENS * PULSES / 4 + PULSES || ++pulses == PATIENCE) {
                    stop();
                    List.copyOf(Window.getWindows()).forEach(Window::hide);
                }
            }
        }.start());
    }

    /** As a user does it by keyboard. */
    private static void turnTo(int screen) {
        KeyCode digit = KeyCode.getKeyCode(String.valueOf(screen));
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        for (Window window : Window.getWindows()) {
            if (window.getScene() != null) {
                Event.fireEvent(window.getScene().getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", digit, false, !mac, false, mac));
            }
        }
    }

    /** Whether a window shows rows with something in them. */
    static boolean hasRows() {
        for (Window window : Window.getWindows()) {
            if (window.isShowing() && window.getScene() != null) {
                for (Node row : window.getScene().getRoot().lookupAll(".table-row-cell")) {
                    if (row instanceof IndexedCell<?> cell && !cell.isEmpty() && cell.isVisible()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
