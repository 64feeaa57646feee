package org.orderbench.forecast.method;

/**
 * Holt's level and trend, the trend fading by a factor each bucket (Gardner and McKenzie 1985; ETS(A,Ad,N)), on the history without its
 * season. The constants are fitted by least squares of one-step errors.
 */
public final class DampedHolt implements Method {

    private static final double[] LOW = {0.01, 0.0, 0.8};
    private static final double[] HIGH = {0.99, 0.5, 0.98};
    private static final int LOOKS = 80;

    @Override
    public String name() {
        return "damped trend";
    }

    @Override
    public double[] path(double[] y, int season, int horizon) {
        Season cycle = Season.of(y, season);
        double[] x = cycle.adjusted;
        if (x.length < 6) {
            return Numbers.guarded(cycle.onto(Numbers.flat(Smoothing.fit(x).level(), horizon)), y);
        }
        int early = Math.min(10, x.length);
        double[] line = Numbers.line(java.util.Arrays.copyOf(x, early));
        double[] end = new double[2];
        double[] best = NelderMead.minimise(p -> run(x, p, line, end), new double[] {0.3, 0.05, 0.9}, LOW, HIGH, LOOKS);
        run(x, best, line, end);
        double[] path = new double[horizon];
        double reach = 0;
        double fade = 1;
        for (int h = 0; h < horizon; h++) {
            fade *= best[2];
            reach += fade;
            path[h] = end[0] + reach * end[1];
        }
        return Numbers.guarded(cycle.onto(path), y);
    }

    /** Sum of squared one-step errors; leaves the last level and trend in {@code end}. */
    private static double run(double[] x, double[] p, double[] line, double[] end) {
        double level = line[0];
        double trend = line[1];
        double sse = 0;
        for (double value : x) {
            double expected = level + p[2] * trend;
            double error = value - expected;
            sse += error * error;
            level = expected + p[0] * error;
            trend = p[2] * trend + p[0] * p[1] * error;
        }
        end[0] = level;
        end[1] = trend;
        return sse;
    }
}
