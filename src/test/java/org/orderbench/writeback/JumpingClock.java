package org.orderbench.writeback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A laptop's clock that somebody sets forward and back. */
final class JumpingClock extends Clock {

    private final AtomicReference<Duration> off = new AtomicReference<>(Duration.ZERO);

    void jump(Duration to) {
        off.set(to);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), off.get());
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(off.get());
    }
}
