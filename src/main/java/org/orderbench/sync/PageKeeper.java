package org.orderbench.sync;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does all that concerns the store, on a thread of its own and in the order in which it came: pages are kept while the next ones are on their way. Only a few may
 * wait, so that memory does not grow where the server is faster than the disk. Nobody interrupts that thread: it would close the database's file. Safe for several
 * threads.
 */
final class PageKeeper implements AutoCloseable {

    private static final int WAITING = 4;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("sync-keep").daemon().factory());
    private final Semaphore room = new Semaphore(WAITING);
    private volatile @Nullable RuntimeException failure;

    /** Waits for room, then returns. @throws RuntimeException with which something earlier failed */
    void keep(Runnable page) {
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
        thread.execute(() -> {
            try {
                if (failure == null) {
                    page.run();
                }
            } catch (RuntimeException e) {
                failure = e;
            } finally {
                room.release();
            }
        });
    }

    /** Waits for what came before, and then for this. @throws RuntimeException with which it or something earlier failed */
    <T> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(() -> {
            RuntimeException earlier = failure;
            if (earlier != null) {
                throw earlier;
            }
            try {
                return question.get();
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }, thread);
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The same without an answer. */
    void tell(Runnable news) {
        ask(() -> {
            news.run();
            return true;
        });
    }

    /** Pages that wait are still kept. */
    @Override
    public void close() {
        thread.close();
    }
}
