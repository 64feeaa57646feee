package org.orderbench.desktop;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.stage.Window;

/** Closes the window by itself some seconds after its first rows, when the panel below them is there too. For the training of the ahead-of-time cache. */
public final class Rehearsal {

    private static final int PULSES = 180;

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
                shown += hasRows() ? 1 : 0;
                if (shown == PULSES || ++pulses == PATIENCE) {
                    stop();
                    List.copyOf(Window.getWindows()).forEach(Window::hide);
                }
            }
        }.start());
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
