package org.orderbench.forecast.method;

/**
 * Simple exponential smoothing fitted by least squares: the level follows each bucket by a share alpha (Brown 1956; Hyndman, Koehler, Ord
 * and Snyder 2008, ETS(A,N,N)). The first level is the exact least-squares one for each alpha, since the errors are linear in it.
 *
 * @param alpha share of each new bucket in the level, in (0, 1)
 * @param first the level before the first bucket
 * @param level the level after the last bucket
 * @param sse   sum of squared one-step errors
 */
record Smoothing(double alpha, double first, double level, double sse) {

    private static final double[] GRID = {0.005, 0.02, 0.05, 0.1, 0.16, 0.24, 0.34, 0.46, 0.6, 0.78, 0.97};
    private static final int REFINEMENTS = 4;

    static Smoothing fit(double[] y) {
        int best = 0;
        Smoothing[] tried = new Smoothing[GRID.length];
        double smallest = y[0];
        double largest = y[0];
        for (double value : y) {
            smallest = Math.min(smallest, value);
            largest = Math.max(largest, value);
        }
        for (int i = 0; i < GRID.length; i++) {
            tried[i] = at(GRID[i], y, smallest, largest);
            if (tried[i].sse < tried[best].sse) {
                best = i;
            }
        }
        Smoothing fitted = tried[best];
        double low = GRID[Math.max(0, best - 1)];
        double high = GRID[Math.min(GRID.length - 1, best + 1)];
        for (int i = 0; i < REFINEMENTS; i++) {
            Smoothing below = at((low + fitted.alpha) / 2, y, smallest, largest);
            Smoothing above = at((fitted.alpha + high) / 2, y, smallest, largest);
            if (below.sse < fitted.sse && below.sse <= above.sse) {
                high = fitted.alpha;
                fitted = below;
            } else if (above.sse < fitted.sse) {
                low = fitted.alpha;
                fitted = above;
            } else {
                low = below.alpha;
                high = above.alpha;
            }
        }
        return fitted;
    }

    /** Smoothing with a given alpha; the first level lies between the given limits. */
    private static Smoothing at(double alpha, double[] y, double smallest, double largest) {
        double keep = 1 - alpha;
        double fromZero = 0;
        double trace = 1;
        double square = 0;
        double cross = 0;
        double traces = 0;
        for (double value : y) {
            double error = value - fromZero;
            square += error * error;
            cross += error * trace;
            traces += trace * trace;
            fromZero += alpha * error;
            trace *= keep;
        }
        double first = Math.clamp(cross / traces, smallest, largest);
        double sse = Math.max(0, square - 2 * first * cross + first * first * traces);
        return new Smoothing(alpha, first, fromZero + first * trace, sse);
    }
}
