package org.orderbench.sync;

import java.time.Duration;

/**
 * How a sync reads.
 *
 * @param historyDays how far back done moves are read
 * @param pageRows    rows a request
 * @param requestsAtOnce requests in flight at a time; more than four is rude
 * @param overlap     how far before the newest change seen an incremental read starts again: a transaction's changes carry its start as their time, and
 *                    appear when it ends
 * @param resumeWithin how long after a full read was cut short its pages are still used
 */
public record SyncSettings(int historyDays, int pageRows, int requestsAtOnce, Duration overlap, Duration resumeWithin) {

    public static final SyncSettings USUAL = new SyncSettings(730, 2000, 3, Duration.ofMinutes(15), Duration.ofHours(12));
}
