package org.orderbench.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a sync did.
 *
 * @param read    rows read from Odoo, by table
 * @param removed rows that were gone in Odoo, by table
 * @param warnings what was odd; none of it lost the rest
 */
public record SyncReport(
        SyncMode mode, Outcome outcome, Instant started, Instant finished, Map<String, Long> read, Map<String, Long> removed, List<SyncWarning> warnings) {

    /** How it ended. Only {@code DONE} changed what planning sees. */
    public enum Outcome {
        DONE,
        CANCELLED,
        FAILED
    }

    public long rows() {
        return read.values().stream().mapToLong(Long::longValue).sum();
    }
}
