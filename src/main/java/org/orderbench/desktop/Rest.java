package org.orderbench.desktop;

import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** When work that can wait is done: after what was shown is on the screen, or when the user has stopped for a moment. For the window thread. */
final class Rest {

    /** Longer than a held key takes from line to line, and too short to be noticed by whoever stopped. */
    private static final Duration MOMENT = Duration.millis(120);

    private final PauseTransition pause = new PauseTransition(MOMENT);

    /** The first pulse lays out what was shown, and the second is asked for when that was painted. */
    void afterPainting(Runnable work) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses > 2) {
                    stop();
                    work.run();
                }
            }
        }.start();
    }

    /** Of what is asked for within a moment only the last is done. */
    void afterAMoment(Runnable work) {
        pause.setOnFinished(event -> work.run());
        pause.playFromStart();
    }
}
