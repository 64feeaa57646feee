package org.orderbench.sync;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a run has read, removed and met so far. Safe for several threads. */
final class Tally {

    private final Warnings warnings = new Warnings();
    private final Map<String, Long> read = new TreeMap<>();
    private final Map<String, Long> removed = new TreeMap<>();

    Warnings warnings() {
        return warnings;
    }

    synchronized void read(String table, long rows) {
        read.merge(table, rows, Long::sum);
    }

    synchronized void removed(String table, long rows) {
        if (rows > 0) {
            removed.merge(table, rows, Long::sum);
        }
    }

    synchronized SyncReport report(SyncMode mode, SyncReport.Outcome outcome, Instant started, Instant finished) {
        return new SyncReport(mode, outcome, started, finished, new LinkedHashMap<>(read), new LinkedHashMap<>(removed), warnings.list());
    }
}
