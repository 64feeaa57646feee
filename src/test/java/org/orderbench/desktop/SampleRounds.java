package org.orderbench.desktop;

import java.time.LocalTime;
import org.orderbench.desktop.common.Job;
import org.orderbench.desktop.common.RoundScheduler;

/** A scheduler that only remembers. */
final class SampleRounds implements RoundScheduler {

    private String now = "";
    /** Whether a round waits for the window. */
    boolean waiting;

    @Override
    public String name() {
        return "systemd";
    }

    @Override
    public boolean scheduled() {
        return !now.isEmpty();
    }

    @Override
    public void schedule(LocalTime at, boolean weekdaysOnly) {
        now = at + (weekdaysOnly ? " weekdays" : " every day");
    }

    @Override
    public void remove() {
        now = "";
    }

    @Override
    public boolean waits() {
        return waiting;
    }

    @Override
    public Job round() {
        return progress -> {
            waiting = false;
            return "The scheduled round is done.";
        };
    }
}
