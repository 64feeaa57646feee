package org.orderbench.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts oddities. Safe for several threads. */
final class Warnings {

    private static final int SAMPLES = 5;

    private record Key(String model, Oddity kind) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byModel = model.compareTo(other.model);
            return byModel != 0 ? byModel : kind.compareTo(other.kind);
        }
    }

    private static final class Tally {
        private long count;
        private final List<Long> samples = new ArrayList<>();
    }

    private final Map<Key, Tally> tallies = new TreeMap<>();

    synchronized void count(Oddity kind, String model, long id) {
        Tally tally = tallies.computeIfAbsent(new Key(model, kind), key -> new Tally());
        tally.count++;
        if (tally.samples.size() < SAMPLES && id > 0) {
            tally.samples.add(id);
        }
    }

    synchronized List<SyncWarning> list() {
        return tallies.entrySet().stream()
                .map(each -> new SyncWarning(each.getKey().kind(), each.getKey().model(), each.getValue().count, List.copyOf(each.getValue().samples)))
                .toList();
    }
}
