package org.orderbench.replenish;

import org.orderbench.forecast.DemandDistribution;

/**
 * Demand at a constant rate, for when there is no forecast: a compound Poisson stream whose quantiles are those of the gamma law with the same mean and
 * variance, by the Wilson–Hilferty cube-root approximation (Wilson and Hilferty 1931).
 *
 * @param perDay     expected units a day; not negative
 * @param dispersion variance over mean of the total; at least 1 where goods leave one by one, more where they leave in lots
 */
record SteadyDemand(double perDay, double dispersion) implements DemandDistribution {

    @Override
    public double mean(double days) {
        return perDay * Math.max(0, days);
    }

    @Override
    public double quantile(double p, double days) {
        double mean = mean(days);
        if (!(mean > 0)) {
            return 0;
        }
        double shape = mean / dispersion;
        double ninth = 1 / (9 * shape);
        double root = 1 - ninth + Normal.quantile(p) * Math.sqrt(ninth);
        return mean * Math.pow(Math.max(0, root), 3);
    }
}
