package org.orderbench.policy;

import org.orderbench.replenish.Forecastability;
import org.orderbench.replenish.ValueClass;

/** How much a SKU matters, and how steadily it moves: the ABC/XYZ class by which slices are cut. */
public record DemandClass(ValueClass value, Forecastability forecastability) {

    private static final double X_BELOW = 0.5;
    private static final double Y_BELOW = 1;

    /**
     * The second half by the variation of weekly demand (standard deviation over mean): X below 0.5, Y below 1, Z otherwise or without demand. The
     * plan's own half looks at the stretch of each order; this one can be told for every SKU at once, from sums.
     *
     * @param weeks   how many; weeks without demand count
     * @param sum     of weekly demand
     * @param squares of weekly demand, summed
     */
    public static Forecastability steadiness(int weeks, double sum, double squares) {
        if (!(sum > 0) || weeks < 2) {
            return Forecastability.Z;
        }
        double mean = sum / weeks;
        double variation = Math.sqrt(Math.max(0, squares / weeks - mean * mean)) / mean;
        return variation < X_BELOW ? Forecastability.X : variation < Y_BELOW ? Forecastability.Y : Forecastability.Z;
    }
}
