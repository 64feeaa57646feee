package org.orderbench.sync;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Maps and keeps pages on a thread of its own, in the order in which they came, while the next ones are on their way. Only a few may wait, so that memory
 * does not grow where the server is faster than the disk. Safe for several threads.
 */
final class PageKeeper implements AutoCloseable {

    private static final int WAITING = 4;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("sync-keep").daemon().factory());
    private final Semaphore room = new Semaphore(WAITING);
    private volatile @Nullable RuntimeException failure;

    /** Waits for room, then returns. @throws RuntimeException with which an earlier page failed */
    CompletableFuture<Void> keep(Runnable page) {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SyncCancelled();
        }
        RuntimeException earlier = failure;
        if (earlier != null) {
            room.release();
            throw earlier;
        }
        return CompletableFuture.runAsync(() -> run(page), thread);
    }

    private void run(Runnable page) {
        try {
            if (failure == null) {
                page.run();
            }
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } finally {
            room.release();
        }
    }

    /** Waits for a page and thereby for all before it. */
    void await(CompletableFuture<Void> page) {
        try {
            page.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        RuntimeException earlier = failure;
        if (earlier != null) {
            throw earlier;
        }
    }

    /** Pages that wait are still kept. */
    @Override
    public void close() {
        thread.close();
    }
}
