package org.orderbench.demo;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what reached the server, so that a test can say how often something was written. Safe for threads. */
public final class CallLog {

    private final ConcurrentSkipListMap<String, AtomicInteger> counts = new ConcurrentSkipListMap<>();

    void add(String model, String method) {
        counts.computeIfAbsent(model + "." + method, key -> new AtomicInteger()).incrementAndGet();
    }

    /** How often a method of a model was called, whether or not a fault hit the call. */
    public int of(String model, String method) {
        AtomicInteger count = counts.get(model + "." + method);
        return count == null ? 0 : count.get();
    }

    /** All counts, by {@code model.method}. */
    public Map<String, Integer> all() {
        Map<String, Integer> all = new TreeMap<>();
        counts.forEach((name, count) -> all.put(name, count.get()));
        return all;
    }

    public int total() {
        return counts.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    public void reset() {
        counts.clear();
    }
}
