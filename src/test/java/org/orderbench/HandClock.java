package org.orderbench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test moves by hand. Its views in other zones move with it. */
public final class HandClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    public HandClock(Instant start) {
        this(new AtomicReference<>(start), ZoneOffset.UTC);
    }

    private HandClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public void to(Instant instant) {
        now.set(instant);
    }

    public void forward(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new HandClock(now, other);
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
