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
    private final Map<String, Spent> spent = new ConcurrentHashMap<>();

    private record Spent(LongAdder calls, LongAdder nanos) {}

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
            Spent on = spent.computeIfAbsent(model + "." + method, key -> new Spent(new LongAdder(), new LongAdder()));
            on.calls().increment();
            on.nanos().add(System.nanoTime() - start);
        }
    }

    /** One line a method, the dearest first. */
    String told() {
        return spent.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Spent> entry) -> entry.getValue().nanos().sum()).reversed())
                .map(entry -> String.format(
                        "  %5d x %-45s %8d ms%n", entry.getValue().calls().sum(), entry.getKey(), entry.getValue().nanos().sum() / 1_000_000))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        session.close();
    }
}
