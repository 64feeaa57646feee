package org.orderbench.replenish;

import org.orderbench.forecast.DemandDistribution;

/** The second half of the ABC/XYZ classes: how widely demand spreads around its mean over the stretch that an order must cover. */
public enum Forecastability {
    /** Steady. */
    X,
    /** Lively. */
    Y,
    /** Erratic. */
    Z;

    private static final double ONE_SIGMA_UP = 0.8413;
    private static final double ONE_SIGMA_DOWN = 0.1587;

    /** By the spread between the 16 % and 84 % quantiles, halved and divided by the mean (a coefficient of variation that one-offs do not inflate). */
    public static Forecastability of(DemandDistribution demand, double days, ClassLimits limits) {
        double mean = demand.mean(days);
        if (!(mean > 0)) {
            return Z;
        }
        double spread = (demand.quantile(ONE_SIGMA_UP, days) - demand.quantile(ONE_SIGMA_DOWN, days)) / 2 / mean;
        return spread < limits.xBelow() ? X : spread < limits.yBelow() ? Y : Z;
    }
}
