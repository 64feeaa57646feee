package org.orderbench.desktop.common;

import java.time.LocalTime;

/** Lets the system's scheduler start the unattended round, and runs it here where it finds this window open. Every call may take its time. */
public interface RoundScheduler {

    /** What the user knows the scheduler by. */
    String name();

    boolean scheduled();

    /** @throws Exception whose message says what went wrong and what to do */
    void schedule(LocalTime at, boolean weekdaysOnly) throws Exception;

    /** @throws Exception whose message says what went wrong and what to do */
    void remove() throws Exception;

    /** Whether a scheduled round waits for this window, because the window has the profile open. */
    boolean waits() throws Exception;

    /** Runs the round that waits, and tells whoever started it what came of it. Does nothing where none waits any more. */
    Job round();
}
