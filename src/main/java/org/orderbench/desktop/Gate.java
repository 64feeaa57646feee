package org.orderbench.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The way to the window thread while the window is still being made elsewhere: what comes waits, and goes on in its order once the window is there. Safe for several threads. */
final class Gate implements Executor {

    private final List<Runnable> waiting = new ArrayList<>();
    private @Nullable Executor beyond;

    @Override
    public synchronized void execute(Runnable work) {
        if (beyond == null) {
            waiting.add(work);
        } else {
            beyond.execute(work);
        }
    }

    /** Does what waited, here and now, and from now on passes everything on. On the window thread. */
    void open(Executor to) {
        List<Runnable> came;
        synchronized (this) {
            beyond = to;
            came = List.copyOf(waiting);
            waiting.clear();
        }
        came.forEach(Runnable::run);
    }
}
