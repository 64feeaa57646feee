package org.orderbench.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Adds up rows and guesses the time left from the pace so far. Safe for several threads; listeners are called one at a time. */
final class ProgressMeter {

    /** Before this a guess would jump about. */
    private static final Duration FIRST_GUESS = Duration.ofSeconds(2);

    private final Consumer<SyncProgress> listener;
    private final Clock clock;
    private final Instant started;
    private long total;
    private long done;

    ProgressMeter(Consumer<SyncProgress> listener, Clock clock) {
        this.listener = listener;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** All rows that will come; until then, and where nobody counts them, the total is unknown. */
    synchronized void expect(long rows) {
        total = rows;
    }

    synchronized void did(String what, long rows) {
        done += rows;
        total = total == 0 ? 0 : Math.max(total, done);
        listener.accept(new SyncProgress(what, done, total, left()));
    }

    private @Nullable Duration left() {
        Duration elapsed = Duration.between(started, clock.instant());
        if (elapsed.compareTo(FIRST_GUESS) < 0 || done == 0 || total == 0) {
            return null;
        }
        return Duration.ofMillis(Math.round(elapsed.toMillis() * (double) (total - done) / done));
    }
}
