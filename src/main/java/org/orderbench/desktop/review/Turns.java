package org.orderbench.desktop.review;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * One decision at a time: what is pressed while one is being written waits, and then is about the line that the cursor is on by then. So a key
 * pressed twice decides two lines, however fast. For the window thread.
 */
final class Turns {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean held;

    void take(Runnable action) {
        waiting.add(action);
        next();
    }

    /** Runs what waits, until something is held again. */
    void next() {
        while (!held && !waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    void hold() {
        held = true;
    }

    void free() {
        held = false;
    }

    /** Frees, and forgets what waited: after a failure nobody knows what it would be about. */
    void giveUp() {
        held = false;
        waiting.clear();
    }
}
