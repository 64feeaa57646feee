package org.orderbench.desktop.common;

import org.orderbench.proposal.replay.ReplayReport;

/** Replays the past from the cache. */
@FunctionalInterface
public interface Replays {

    /**
     * Takes from seconds to minutes.
     *
     * @param days     days back from yesterday that count
     * @param progress may ask to stop; then a {@link java.util.concurrent.CancellationException} comes
     */
    ReplayReport run(int days, Progress progress);
}
