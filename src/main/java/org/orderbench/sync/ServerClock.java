package org.orderbench.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What records tell of the server's clock: at the moment at which a time of change is seen, that clock shows at least this time. So each record read says something
 * about all models, also those in which nothing has changed for long. Safe for several threads.
 */
final class ServerClock {

    /** A time of change further ahead of our own clock is a slip, and would hide all changes up to it. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Clock clock;
    /** How far the server's clock is ahead of ours at least, by each of our two. */
    private @Nullable Duration aheadOfClock;
    private @Nullable Duration aheadOfTicks;

    ServerClock(Clock clock) {
        this.clock = clock;
    }

    /** @param ticks which go on where somebody sets the clock, as the clock goes on where the computer sleeps */
    record Moment(Instant time, long ticks) {

        private Instant ticked() {
            return Instant.EPOCH.plusNanos(ticks);
        }
    }

    Moment now() {
        return new Moment(clock.instant(), System.nanoTime());
    }

    synchronized void saw(Instant change) {
        Moment now = now();
        if (change.isAfter(now.time().plus(AHEAD))) {
            return;
        }
        aheadOfClock = longer(aheadOfClock, Duration.between(now.time(), change));
        aheadOfTicks = longer(aheadOfTicks, Duration.between(now.ticked(), change));
    }

    private static Duration longer(@Nullable Duration one, Duration other) {
        return one == null || one.compareTo(other) < 0 ? other : one;
    }

    /** The time that the server's clock showed then, or one before it. */
    synchronized Optional<Instant> at(Moment moment) {
        if (aheadOfClock == null || aheadOfTicks == null) {
            return Optional.empty();
        }
        Instant byClock = moment.time().plus(aheadOfClock);
        Instant byTicks = moment.ticked().plus(aheadOfTicks);
        return Optional.of(byClock.isBefore(byTicks) ? byClock : byTicks);
    }
}
