package org.orderbench.forecast;

import java.util.Arrays;
import org.orderbench.demand.BucketSize;

/** The stretches whose totals are learned, by bucket size: up to half a year ahead, denser near by. */
final class Knots {

    private Knots() {}

    static int[] of(BucketSize size) {
        return switch (size) {
            case DAY -> new int[] {1, 2, 4, 7, 14, 28};
            case WEEK -> new int[] {1, 2, 3, 4, 6, 8, 13, 26};
            case FOUR_WEEKS -> new int[] {1, 2, 3, 6};
        };
    }

    static Plan plan(BucketSize size) {
        int[] knots = of(size);
        int horizon = knots[knots.length - 1];
        int lead = Math.max(1, horizon / 3);
        return new Plan(horizon, lead, lead, Arrays.stream(knots).mapToObj(Window::first).toList());
    }
}
