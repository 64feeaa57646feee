package org.orderbench.sync;

import java.time.Instant;
import java.util.Optional;

/** Where the mirror of Odoo is kept. What was landed last stays readable until the next run lands, whatever happens to that run. */
public interface MirrorStore {

    /** Up to when this mirror has been read (the server's clock), or empty if it never was: then only a full read will do. */
    Optional<Instant> readTo(Mirror mirror);

    /**
     * Starts a run.
     *
     * @param resumeSince a full run that was started after this and has not landed is gone on with
     * @param historyFrom older moves are neither wanted nor kept
     */
    MirrorRun begin(SyncMode mode, Instant now, Instant resumeSince, Instant historyFrom);
}
