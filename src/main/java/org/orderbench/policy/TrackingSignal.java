package org.orderbench.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether forecasts miss in one direction: the sum of the errors over their mean absolute size (Brown's tracking signal, with the mean
 * absolute deviation of the same window). Positive: demand was higher than forecast. Within ±4 is usual.
 */
public final class TrackingSignal {

    /** Fewer misses than this say nothing. */
    static final int FEWEST = 6;

    /** What was forecast for a stretch of days, and what came, in units or value; only the ratio matters. */
    public record Outcome(double forecast, double actual) {}

    private TrackingSignal() {}

    /** Null if there is too little to tell; 0 if nothing missed. */
    public static @Nullable Double of(List<Outcome> outcomes) {
        if (outcomes.size() < FEWEST) {
            return null;
        }
        double sum = 0;
        double absolute = 0;
        for (Outcome outcome : outcomes) {
            double error = outcome.actual() - outcome.forecast();
            sum += error;
            absolute += Math.abs(error);
        }
        if (!Double.isFinite(sum)) {
            return null;
        }
        return absolute == 0 ? 0.0 : sum / (absolute / outcomes.size());
    }
}
