package org.orderbench.writeback;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waiting between tries; a parameter, so that tests do not wait. */
@FunctionalInterface
public interface Pause {

    /** Returns early with the interrupt flag set when the thread is interrupted. */
    void pause(Duration duration);

    /** Really waits, up to half as long again at random: racing clients do not stay in step. */
    Pause REAL = duration -> {
        try {
            Thread.sleep(duration.plusMillis(ThreadLocalRandom.current().nextLong(duration.toMillis() / 2 + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    };
}
