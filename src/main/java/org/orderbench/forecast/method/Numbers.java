package org.orderbench.forecast.method;

import java.util.Arrays;

/** Small sums over histories. */
final class Numbers {

    private Numbers() {}

    static double mean(double[] y, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += y[t];
        }
        return sum / (to - from);
    }

    static double[] flat(double level, int horizon) {
        return level(Math.max(0, level), horizon);
    }

    /** The same everywhere; may be negative, for a history that has been transformed. */
    static double[] level(double level, int horizon) {
        double[] path = new double[horizon];
        Arrays.fill(path, level);
        return path;
    }

    static boolean positive(double[] y) {
        for (double value : y) {
            if (value <= 0) {
                return false;
            }
        }
        return true;
    }

    /** Intercept (at t = 0) and slope of the least-squares line through y over t = 0, 1, 2 … */
    static double[] line(double[] y) {
        int n = y.length;
        double middle = (n - 1) / 2.0;
        double mean = mean(y, 0, n);
        double above = 0;
        double below = 0;
        for (int t = 0; t < n; t++) {
            above += (t - middle) * (y[t] - mean);
            below += (t - middle) * (t - middle);
        }
        double slope = below > 0 ? above / below : 0;
        return new double[] {mean - slope * middle, slope};
    }

    /**
     * Keeps a path within what the history makes thinkable: not negative, and not above three times the largest bucket. Guards against
     * explosion; never active on a path that anybody would believe.
     */
    static double[] guarded(double[] path, double[] y) {
        double ceiling = 0;
        for (double value : y) {
            ceiling = Math.max(ceiling, value);
        }
        ceiling *= 3;
        for (int h = 0; h < path.length; h++) {
            path[h] = Double.isNaN(path[h]) ? mean(y, 0, y.length) : Math.clamp(path[h], 0, ceiling);
        }
        return path;
    }
}
