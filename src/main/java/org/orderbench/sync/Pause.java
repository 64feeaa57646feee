package org.orderbench.sync;

import java.time.Duration;

/** Waiting between two tries; tests do not wait. */
public interface Pause {

    void of(Duration time) throws InterruptedException;
}
