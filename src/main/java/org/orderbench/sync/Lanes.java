package org.orderbench.sync;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.OdooException;

/** Asks a few things at a time. A task may add others; the first that fails ends all. Safe for several threads. */
final class Lanes implements AutoCloseable {

    /** Something to ask. */
    interface Task {
        void run() throws OdooException;
    }

    private final ExecutorService threads;
    private final Runnable stop;
    private final Object change = new Object();
    private int left;
    private @Nullable Exception failure;

    /** @param stop has the others end soon when one failed */
    Lanes(int atOnce, Runnable stop) {
        this.threads = Executors.newFixedThreadPool(atOnce, Thread.ofPlatform().name("sync-", 1).daemon().factory());
        this.stop = stop;
    }

    void add(Task task) {
        synchronized (change) {
            left++;
        }
        try {
            threads.execute(() -> run(task));
        } catch (RejectedExecutionException e) {
            done(null); // another has failed, and all is over
        }
    }

    private void run(Task task) {
        try {
            task.run();
            done(null);
        } catch (OdooException | RuntimeException e) {
            done(e);
        } catch (Error e) {
            done(new IllegalStateException(e));
            throw e;
        }
    }

    private void done(@Nullable Exception failed) {
        boolean first;
        synchronized (change) {
            left--;
            first = failed != null && failure == null;
            failure = first ? failed : failure;
            change.notifyAll();
        }
        if (first) {
            stop.run();
            threads.shutdownNow();
        }
    }

    /** Until nothing is left. @throws OdooException with which the first task failed */
    void await() throws OdooException {
        synchronized (change) {
            try {
                while (left > 0 && failure == null) {
                    change.wait();
                }
            } catch (InterruptedException e) {
                stop.run();
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new SyncCancelled();
            }
            switch (failure) {
                case null -> {}
                case OdooException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                default -> throw new IllegalStateException(failure);
            }
        }
    }

    /** Waits for what still runs. */
    @Override
    public void close() {
        threads.close();
    }
}
