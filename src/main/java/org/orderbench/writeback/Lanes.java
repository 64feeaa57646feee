package org.orderbench.writeback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.orderbench.catalog.Sku;

/**
 * Several orders under way at a time. Two that share a SKU go one after the other, in the order in which they were decided: the second is to see what
 * the first has written.
 */
final class Lanes {

    private final int atOnce;

    Lanes(int atOnce) {
        this.atOnce = atOnce;
    }

    /** Orders that follow each other; by identity. */
    private static final class Chain {
        private final List<OutboxOrder> orders = new ArrayList<>();
    }

    /** Those that have to follow each other together, each list in the order given. */
    static List<List<OutboxOrder>> apart(List<OutboxOrder> orders) {
        Set<Chain> chains = new LinkedHashSet<>();
        Map<Sku, Chain> of = new HashMap<>();
        for (OutboxOrder order : orders) {
            Chain chain = new Chain();
            Set<Sku> skus = order.lines().stream().map(line -> line.intent().basis().sku()).collect(Collectors.toSet());
            Set<Chain> before = skus.stream().filter(of::containsKey).map(of::get).collect(Collectors.toCollection(LinkedHashSet::new));
            for (Chain same : before) {
                chain.orders.addAll(same.orders);
                chains.remove(same);
            }
            of.replaceAll((sku, held) -> before.contains(held) ? chain : held);
            skus.forEach(sku -> of.put(sku, chain));
            chain.orders.add(order);
            chains.add(chain);
        }
        return chains.stream().map(chain -> List.copyOf(chain.orders)).toList();
    }

    /**
     * Does the work on each. With one at a time it is done on this thread.
     *
     * @param work answers false when nothing more is to be begun
     */
    void run(List<List<OutboxOrder>> chains, Predicate<OutboxOrder> work) {
        Queue<List<OutboxOrder>> left = new ConcurrentLinkedQueue<>(chains);
        if (atOnce == 1 || chains.size() < 2) {
            work(left, work);
            return;
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(atOnce, chains.size()), Thread.ofPlatform().name("push-", 1).daemon(true).factory())) {
            List<Future<Boolean>> lanes = new ArrayList<>();
            for (int i = 0; i < Math.min(atOnce, chains.size()); i++) {
                lanes.add(threads.submit(() -> work(left, work)));
            }
            for (Future<Boolean> lane : lanes) {
                await(lane, threads, left);
            }
        }
    }

    private static boolean work(Queue<List<OutboxOrder>> left, Predicate<OutboxOrder> work) {
        for (List<OutboxOrder> chain = left.poll(); chain != null; chain = left.poll()) {
            for (OutboxOrder order : chain) {
                if (!work.test(order)) {
                    left.clear();
                    return false;
                }
            }
        }
        return true;
    }

    /** Who waits may be interrupted: then every lane is, and each comes to its end in good order. */
    private static void await(Future<Boolean> lane, ExecutorService threads, Queue<List<OutboxOrder>> left) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    lane.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                    left.clear();
                    threads.shutdownNow();
                }
            }
        } catch (ExecutionException e) {
            left.clear();
            switch (e.getCause()) {
                case Error error -> throw error;
                case RuntimeException wrong -> throw wrong;
                case null, default -> throw new IllegalStateException(e);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
