package org.orderbench.forecast.method;

import java.util.Arrays;

/**
 * A repeating pattern taken out of a history and put back on a path: classical decomposition by centred moving averages. Where every bucket is
 * positive it is multiplicative, and drawn towards no season by as much as chance alone would make the indices differ (James-Stein shrinkage:
 * Miller and Williams 2003). Otherwise it is additive, and used at full strength only where the autocorrelation at the season is beyond its 90 %
 * limit (as in the Theta method: Assimakopoulos and Nikolopoulos 2000; Makridakis, Wheelwright and Hyndman 1998, ch. 3).
 */
final class Season {

    private static final double LIMIT = 1.645;

    /** The history without its season. */
    final double[] adjusted;

    private final double[] index;
    private final boolean multiplicative;
    private final int phase;

    private Season(double[] adjusted, double[] index, boolean multiplicative, int phase) {
        this.adjusted = adjusted;
        this.index = index;
        this.multiplicative = multiplicative;
        this.phase = phase;
    }

    /** Whether the history has two cycles and repeats itself beyond chance. */
    static boolean present(double[] y, int season) {
        int n = y.length;
        if (season < 2 || n < 2 * season + 2) {
            return false;
        }
        double mean = Numbers.mean(y, 0, n);
        double variance = 0;
        for (double value : y) {
            variance += (value - mean) * (value - mean);
        }
        if (variance <= 1e-18 * mean * mean * n) {
            return false;
        }
        double squares = 0;
        double last = 0;
        for (int lag = 1; lag <= season; lag++) {
            double covariance = 0;
            for (int t = lag; t < n; t++) {
                covariance += (y[t] - mean) * (y[t - lag] - mean);
            }
            last = covariance / variance;
            if (lag < season) {
                squares += last * last;
            }
        }
        return last > LIMIT * Math.sqrt((1 + 2 * squares) / n);
    }

    /** Takes the season out if it is there; else the history stays as it is. */
    static Season of(double[] y, int season) {
        boolean multiplicative = Numbers.positive(y);
        if (multiplicative ? season < 2 || y.length < 2 * season + 2 : !present(y, season)) {
            return new Season(y, new double[] {0}, false, 0);
        }
        double[] index = multiplicative ? Seasonality.of(y, season, true).shrunk() : Seasonality.of(y, season, false).index();
        double[] adjusted = new double[y.length];
        for (int t = 0; t < y.length; t++) {
            adjusted[t] = multiplicative ? y[t] / index[t % season] : y[t] - index[t % season];
        }
        return new Season(adjusted, index, multiplicative, y.length % season);
    }

    boolean isFlat() {
        return index.length == 1;
    }

    /** Puts the season on a path that starts right after the history. */
    double[] onto(double[] path) {
        if (isFlat()) {
            return path;
        }
        double[] result = Arrays.copyOf(path, path.length);
        for (int h = 0; h < path.length; h++) {
            double own = index[(phase + h) % index.length];
            result[h] = multiplicative ? path[h] * own : path[h] + own;
        }
        return result;
    }
}
