package org.orderbench.sync;

/** How much is read. */
public enum SyncMode {
    /** Everything, replacing what was there. */
    FULL,
    /** What changed since the last time, and what is gone; everything where there was no last time. */
    INCREMENTAL
}
