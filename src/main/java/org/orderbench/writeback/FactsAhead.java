package org.orderbench.writeback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;

/**
 * The facts under decisions right before they are sent. Their {@link Circumstances} are read for many orders at once and used for a few seconds; what is on
 * order, and with it the newest purchase line that the keys depend on, is read for each order anew. Safe for several threads.
 */
final class FactsAhead {

    /** How old circumstances may be. By the clock on the wall and by the one that never jumps: a laptop that was asleep has only the former. */
    static final Duration FRESH = Duration.ofSeconds(20);

    /** Lines whose circumstances are read at a time. */
    private static final int AT_A_TIME = 120;

    private final PurchaseGateway gateway;
    private final Clock clock;
    private final Map<Long, LineIntent> expected = new LinkedHashMap<>();
    private final Map<Long, Known> known = new HashMap<>();

    FactsAhead(PurchaseGateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    private record Known(LineIntent intent, Circumstances circumstances, Instant at, long nanos) {}

    /** Says what will be asked for, in which order. What was read before is forgotten. */
    synchronized void expect(Collection<LineIntent> intents) {
        expected.clear();
        known.clear();
        intents.forEach(intent -> expected.put(intent.proposalLineId(), intent));
    }

    /** As it is now, but for circumstances that may be {@link #FRESH} old. A SKU whose product can no longer be read may be absent. */
    Map<Sku, LineFacts> read(List<LineIntent> intents) throws GatewayException {
        return gateway.facts(intents, circumstances(intents));
    }

    /** One thread reads for all: the others wait for it, and find theirs among what was read. */
    private synchronized Map<Sku, Circumstances> circumstances(List<LineIntent> intents) throws GatewayException {
        List<LineIntent> missing = intents.stream().filter(intent -> !isFresh(known.get(intent.proposalLineId()), intent)).toList();
        if (!missing.isEmpty()) {
            readWithNext(missing);
        }
        Map<Sku, Circumstances> found = new HashMap<>();
        for (LineIntent intent : intents) {
            Known held = known.get(intent.proposalLineId());
            if (held != null) {
                found.put(intent.basis().sku(), held.circumstances());
            }
        }
        return found;
    }

    private boolean isFresh(@Nullable Known held, LineIntent intent) {
        if (held == null || !held.intent().equals(intent)) {
            return false;
        }
        Duration wall = Duration.between(held.at(), clock.instant());
        return !wall.isNegative() && wall.compareTo(FRESH) <= 0 && System.nanoTime() - held.nanos() <= FRESH.toNanos();
    }

    private void readWithNext(List<LineIntent> missing) throws GatewayException {
        Map<Sku, LineIntent> batch = new LinkedHashMap<>();
        missing.forEach(intent -> batch.put(intent.basis().sku(), intent));
        missing.forEach(intent -> expected.remove(intent.proposalLineId()));
        Iterator<LineIntent> next = expected.values().iterator();
        while (next.hasNext() && batch.size() < AT_A_TIME) {
            LineIntent intent = next.next();
            // a second decision on the same SKU may be on another vendor's price: it is read by itself
            if (batch.putIfAbsent(intent.basis().sku(), intent) == null) {
                next.remove();
            }
        }
        Instant at = clock.instant();
        long nanos = System.nanoTime();
        Map<Sku, Circumstances> read = gateway.circumstances(new ArrayList<>(batch.values()));
        batch.forEach((sku, intent) -> {
            Circumstances circumstances = read.get(sku);
            if (circumstances == null) {
                known.remove(intent.proposalLineId());
            } else {
                known.put(intent.proposalLineId(), new Known(intent, circumstances, at, nanos));
            }
        });
    }
}
