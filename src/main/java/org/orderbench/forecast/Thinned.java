package org.orderbench.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** An even sample of a stream of unknown length, without chance: when it is full, every second is dropped and from then on every second taken. */
final class Thinned {

    private final int most;
    private List<Series> kept = new ArrayList<>();
    private long stride = 1;
    private long seen;

    Thinned(int most) {
        this.most = most;
    }

    void offer(Supplier<Series> series) {
        if (seen++ % stride == 0) {
            kept.add(series.get());
            if (kept.size() > most) {
                List<Series> half = new ArrayList<>();
                for (int i = 0; i < kept.size(); i += 2) {
                    half.add(kept.get(i));
                }
                kept = half;
                stride *= 2;
            }
        }
    }

    List<Series> kept() {
        return kept;
    }
}
