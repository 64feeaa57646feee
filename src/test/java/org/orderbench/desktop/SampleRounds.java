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
    public String schedule(LocalTime at, boolean weekdaysOnly) {
        now = "systemd starts the round at " + at + (weekdaysOnly ? ", Monday to Friday." : " every day.");
        return now;
    }

    @Override
    public String remove() {
        now = "";
        return "The round is no longer started by systemd.";
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
