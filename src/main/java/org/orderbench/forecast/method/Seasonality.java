package org.orderbench.forecast.method;

import java.util.Arrays;

/**
 * The indices of a cycle, and how sure they are.
 *
 * @param index          one for each bucket of the cycle: ratios with mean 1, or differences with mean 0
 * @param multiplicative whether they are ratios
 * @param noise          variance of an index by chance: what the cycles differ among themselves; NaN when too few cycles tell
 */
record Seasonality(double[] index, boolean multiplicative, double noise) {

    private static final double LEAST = 0.01;

    static Seasonality of(double[] y, int season, boolean multiplicative) {
        double[] sum = new double[season];
        double[] squares = new double[season];
        int[] count = new int[season];
        int half = season / 2;
        for (int t = half; t < y.length - half; t++) {
            double trend = trend(y, t, season);
            if (!multiplicative || trend > 0) {
                double value = multiplicative ? y[t] / trend : y[t] - trend;
                sum[t % season] += value;
                squares[t % season] += value * value;
                count[t % season]++;
            }
        }
        double within = 0;
        int spare = 0;
        double parts = 0;
        double centre = 0;
        double[] index = new double[season];
        for (int j = 0; j < season; j++) {
            index[j] = count[j] > 0 ? sum[j] / count[j] : multiplicative ? 1 : 0;
            centre += index[j] / season;
            if (count[j] > 0) {
                within += Math.max(0, squares[j] - sum[j] * sum[j] / count[j]);
                spare += count[j] - 1;
                parts += 1.0 / count[j] / season;
            }
        }
        for (int j = 0; j < season; j++) {
            index[j] = multiplicative ? Math.max(index[j] / centre, LEAST) : index[j] - centre;
        }
        return new Seasonality(index, multiplicative, spare > 0 ? within / spare * parts : Double.NaN);
    }

    /** The centred moving average over one cycle. */
    private static double trend(double[] y, int t, int season) {
        int half = season / 2;
        double trend = 0;
        for (int j = -half; j <= half; j++) {
            trend += y[t + j] * (season % 2 == 0 && Math.abs(j) == half ? 0.5 : 1);
        }
        return trend / season;
    }

    /** The indices drawn towards none by the share of their spread that is chance; none at all where too few cycles tell. */
    double[] shrunk() {
        double neutral = multiplicative ? 1 : 0;
        double spread = 0;
        for (double value : index) {
            spread += (value - neutral) * (value - neutral);
        }
        if (spread == 0) {
            return index;
        }
        // With three free indices or fewer James and Stein's factor would be 0; a half is kept then.
        double factor = Math.max(0.5, index.length - 3.0);
        double kept = Double.isNaN(noise) ? 0 : 1 - Math.min(1, factor * noise / spread);
        return Arrays.stream(index).map(value -> neutral + kept * (value - neutral)).toArray();
    }
}
