package org.orderbench.sync;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a sync is.
 *
 * @param what what is being read, in the user's words
 * @param done rows read so far, of all kinds
 * @param total rows to read, as far as known; 0 where they are too few to be counted first
 * @param left the time left at the present pace, or null while that is a guess
 */
public record SyncProgress(String what, long done, long total, @Nullable Duration left) {}
