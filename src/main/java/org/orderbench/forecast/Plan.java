package org.orderbench.forecast;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How far ahead a pool looks, and from where.
 *
 * @param horizon buckets ahead
 * @param lead    buckets that the newest look back leaves after it: at most {@code horizon}; fewer than that let it be more recent, and judge
 *                the nearer buckets only
 * @param step    buckets between one look back and the next
 * @param windows the stretches whose totals are learned, all within {@code horizon}
 */
record Plan(int horizon, int lead, int step, List<Window> windows) {

    Plan {
        windows = List.copyOf(windows);
    }

    /** Buckets before the end of the history from which a forecast is made: 0, and those of that many looks back. */
    List<Integer> backs(int looks) {
        return IntStream.rangeClosed(0, looks).map(look -> look == 0 ? 0 : lead + (look - 1) * step).boxed().toList();
    }

    /** For the total over one horizon, and for its single buckets. */
    static Plan of(int horizon, List<Window> windows) {
        return new Plan(horizon, horizon, Math.max(1, horizon / 2), windows);
    }
}
