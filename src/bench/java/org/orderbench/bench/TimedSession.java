package org.orderbench.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.ServerInfo;

/** A session that adds up how often each method was called and how long its answers took: where a push spends its time. Safe for several threads. */
final class TimedSession implements OdooSession {

    private final OdooSession session;
    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();

    TimedSession(OdooSession session) {
        this.session = session;
    }

    @Override
    public ServerInfo server() {
        return session.server();
    }

    @Override
    public int uid() {
        return session.uid();
    }

    @Override
    public @Nullable Object call(String model, String method, List<?> args, Map<String, ?> kwargs) throws OdooException {
        long start = System.nanoTime();
        try {
            return session.call(model, method, args, kwargs);
        } finally {
            String name = model + "." + method;
            calls.computeIfAbsent(name, key -> new LongAdder()).increment();
            nanos.computeIfAbsent(name, key -> new LongAdder()).add(System.nanoTime() - start);
        }
    }

    /** One line a method, the dearest first. */
    String told() {
        return nanos.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, LongAdder> entry) -> entry.getValue().sum()).reversed())
                .map(entry -> String.format("  %5d x %-45s %8d ms%n", calls.get(entry.getKey()).sum(), entry.getKey(), entry.getValue().sum() / 1_000_000))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        session.close();
    }
}
