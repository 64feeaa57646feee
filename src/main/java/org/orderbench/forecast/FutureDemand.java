package org.orderbench.forecast;

/**
 * Demand ahead from a path and from quantiles of the totals over some stretches: between the stretches quantiles are interpolated, before the
 * first and beyond the last their distance from the mean grows with the root of time.
 */
final class FutureDemand implements DemandDistribution {

    private final int bucketDays;
    private final double[] sums;
    private final int[] knots;
    private final double[][] quantiles;

    /**
     * @param bucketDays length of a bucket
     * @param path       expected demand of each bucket, at least up to the last knot
     * @param knots      rising numbers of buckets
     * @param quantiles  for each knot the quantiles of the total at {@link Probabilities#GRID}
     */
    FutureDemand(int bucketDays, double[] path, int[] knots, double[][] quantiles) {
        this.bucketDays = bucketDays;
        this.knots = knots.clone();
        this.sums = new double[path.length + 1];
        for (int h = 0; h < path.length; h++) {
            sums[h + 1] = sums[h] + path[h];
        }
        this.quantiles = new double[knots.length][];
        for (int k = 0; k < knots.length; k++) {
            this.quantiles[k] = quantiles[k].clone();
        }
    }

    @Override
    public double mean(double days) {
        double buckets = buckets(days);
        int n = sums.length - 1;
        if (buckets >= n) {
            return sums[n] * buckets / n;
        }
        int whole = (int) buckets;
        return sums[whole] + (buckets - whole) * (sums[whole + 1] - sums[whole]);
    }

    @Override
    public double quantile(double p, double days) {
        double buckets = buckets(days);
        if (buckets == 0) {
            return 0;
        }
        int k = 0;
        while (k < knots.length && knots[k] < buckets) {
            k++;
        }
        if (k == 0) {
            return beyond(p, days, 0);
        }
        if (k == knots.length) {
            return Math.max(at(p, k - 1), beyond(p, days, k - 1));
        }
        double share = (buckets - knots[k - 1]) / (knots[k] - knots[k - 1]);
        return at(p, k - 1) + share * (at(p, k) - at(p, k - 1));
    }

    private double beyond(double p, double days, int k) {
        double stretch = knots[k] * (double) bucketDays;
        double gap = at(p, k) - mean(stretch);
        return Math.max(0, mean(days) + gap * Math.sqrt(days / stretch));
    }

    /** A longer stretch never needs less than a shorter one. */
    private double at(double p, int k) {
        double most = 0;
        for (int i = 0; i <= k; i++) {
            most = Math.max(most, Probabilities.at(p, quantiles[i]));
        }
        return most;
    }

    private double buckets(double days) {
        if (!(days >= 0)) {
            throw new IllegalArgumentException("days ahead must be 0 or more, but are " + days);
        }
        return days / bucketDays;
    }
}
