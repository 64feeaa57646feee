package org.orderbench.desktop.common;

import javafx.scene.Node;

/** What a screen may ask of the window around it. Called on the window thread. */
public interface Frame {

    /** Shows a short notice that goes away by itself. */
    void notice(Notice notice);

    /** Shows a node above everything until {@link #closeOverlay}; Escape closes it too. */
    void overlay(Node content);

    void closeOverlay();

    /** Opens an address in the user's browser. */
    void browse(String address);

    /** Runs something when what was just shown is on the screen: what can wait must not keep the user from seeing it. */
    default void whenDrawn(Runnable work) {
        work.run();
    }

    /** Something changed that other screens and the status bar show: decisions, the queue, the data's age. */
    void changed();

    /**
     * @param action     the label of the one thing to do next, or empty
     * @param onAction   does it
     */
    record Notice(Kind kind, String message, String action, Runnable onAction) {

        public static Notice of(Kind kind, String message) {
            return new Notice(kind, message, "", () -> {});
        }
    }

    /** How a notice is meant; each has its own icon, never colour alone. */
    enum Kind { DONE, HINT, PROBLEM }
}
