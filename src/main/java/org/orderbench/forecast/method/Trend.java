package org.orderbench.forecast.method;

import java.util.Arrays;

/**
 * Holt's level and trend after the last bucket of a history, the trend fading by a factor each bucket or not at all (Holt 1957; Gardner and McKenzie
 * 1985; ETS(A,A,N) and ETS(A,Ad,N) in Hyndman, Koehler, Ord and Snyder 2008), fitted by least squares of one-step errors.
 *
 * @param level the level after the last bucket
 * @param slope its trend
 * @param fade  the factor that the trend keeps from bucket to bucket; 1 for all of it
 * @param sse   sum of squared one-step errors
 */
record Trend(double level, double slope, double fade, double sse) {

    /** Fewer buckets carry no trend. */
    static final int FEWEST = 6;

    private static final double[] LOW = {0.01, 0.0, 0.8};
    private static final double[] HIGH = {0.99, 0.5, 0.98};
    private static final int LOOKS_DAMPED = 80;
    private static final int LOOKS_UNDAMPED = 60;
    private static final int EARLY = 10;

    /** @param x at least {@link #FEWEST} buckets, without their season */
    static Trend fit(double[] x, boolean damped) {
        double[] line = Numbers.line(Arrays.copyOf(x, Math.min(EARLY, x.length)));
        double[] end = new double[2];
        double[] best;
        if (damped) {
            best = NelderMead.minimise(p -> run(x, p[0], p[1], p[2], line, end), new double[] {0.3, 0.05, 0.9}, LOW, HIGH, LOOKS_DAMPED);
        } else {
            double[] found = NelderMead.minimise(
                    p -> run(x, p[0], p[1], 1, line, end), new double[] {0.3, 0.05}, Arrays.copyOf(LOW, 2), Arrays.copyOf(HIGH, 2), LOOKS_UNDAMPED);
            best = new double[] {found[0], found[1], 1};
        }
        double sse = run(x, best[0], best[1], best[2], line, end);
        return new Trend(end[0], end[1], best[2], sse);
    }

    /** Sum of squared one-step errors; leaves the last level and trend in {@code end}. */
    private static double run(double[] x, double alpha, double beta, double fade, double[] line, double[] end) {
        double level = line[0];
        double slope = line[1];
        double sse = 0;
        for (double value : x) {
            double expected = level + fade * slope;
            double error = value - expected;
            sse += error * error;
            level = expected + alpha * error;
            slope = fade * slope + alpha * beta * error;
        }
        end[0] = level;
        end[1] = slope;
        return sse;
    }

    double[] path(int horizon) {
        double[] path = new double[horizon];
        double reach = 0;
        double kept = 1;
        for (int h = 0; h < horizon; h++) {
            kept *= fade;
            reach += kept;
            path[h] = level + reach * slope;
        }
        return path;
    }
}
