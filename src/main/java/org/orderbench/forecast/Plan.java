package org.orderbench.forecast;

import java.util.List;

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

    /** For the total over one horizon, and for its single buckets. */
    static Plan of(int horizon, List<Window> windows) {
        return new Plan(horizon, horizon, Math.max(1, horizon / 2), windows);
    }
}
