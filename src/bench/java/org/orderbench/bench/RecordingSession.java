package org.orderbench.bench;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.ServerInfo;

/** Passes calls on and keeps what was asked, so that a bare client can ask the same. Safe for several threads. */
final class RecordingSession implements OdooSession {

    private final OdooSession session;
    private final Queue<Ask> asks = new ConcurrentLinkedQueue<>();

    RecordingSession(OdooSession session) {
        this.session = session;
    }

    List<Ask> asks() {
        return List.copyOf(asks);
    }

    void forget() {
        asks.clear();
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
        long started = System.nanoTime();
        Object answer = session.call(model, method, args, kwargs);
        asks.add(new Ask(Thread.currentThread().getName(), model, method, args, kwargs, started, System.nanoTime() - started, answer instanceof List<?> rows ? rows.size() : 0));
        return answer;
    }

    @Override
    public void close() {
        session.close();
    }
}
