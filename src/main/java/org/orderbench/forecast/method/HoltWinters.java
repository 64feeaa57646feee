package org.orderbench.forecast.method;

/**
 * Level, damped trend and a season that keeps learning, additive or multiplicative (Holt 1957, Winters 1960; the recursions of ETS(A,Ad,A)
 * and ETS(A,Ad,M) in Hyndman, Koehler, Ord and Snyder 2008). It starts from the classical decomposition; the constants are fitted by least
 * squares of one-step errors. A history without a clear season, or with zeros under a multiplicative one, is left to {@link DampedHolt}.
 *
 * @param multiplicative whether the season is a factor rather than an amount
 */
public record HoltWinters(boolean multiplicative) implements Method {

    private static final double[] LOW = {0.01, 0.0, 0.0, 0.8};
    private static final double[] HIGH = {0.95, 0.4, 0.6, 0.98};
    private static final int LOOKS = 120;

    @Override
    public String name() {
        return multiplicative ? "Holt-Winters, multiplicative" : "Holt-Winters, additive";
    }

    @Override
    public double[] path(double[] y, int season, int horizon) {
        if (!Season.present(y, season) || (multiplicative && !Numbers.positive(y))) {
            return new DampedHolt().path(y, season, horizon);
        }
        double[] start = Seasonality.of(y, season, multiplicative).index();
        double[] early = new double[Math.min(y.length, Math.max(10, 2 * season))];
        for (int t = 0; t < early.length; t++) {
            early[t] = multiplicative ? y[t] / start[t % season] : y[t] - start[t % season];
        }
        double[] line = Numbers.line(early);
        double[] index = start.clone();
        double[] end = new double[2];
        double[] best = NelderMead.minimise(
                p -> run(y, p, line, start, index, end), new double[] {0.3, 0.05, 0.1, 0.92}, LOW, HIGH, LOOKS);
        run(y, best, line, start, index, end);
        double[] path = new double[horizon];
        double reach = 0;
        double fade = 1;
        for (int h = 0; h < horizon; h++) {
            fade *= best[3];
            reach += fade;
            double own = index[(y.length + h) % season];
            double level = end[0] + reach * end[1];
            path[h] = multiplicative ? level * own : level + own;
        }
        return Numbers.guarded(path, y);
    }

    private double run(double[] y, double[] p, double[] line, double[] start, double[] index, double[] end) {
        System.arraycopy(start, 0, index, 0, start.length);
        double level = line[0];
        double trend = line[1];
        double sse = 0;
        int j = 0;
        for (double value : y) {
            double expected = level + p[3] * trend;
            double own = index[j];
            double error = value - (multiplicative ? expected * own : expected + own);
            sse += error * error;
            double onLevel = multiplicative ? error / Math.max(own, 0.01) : error;
            level = expected + p[0] * onLevel;
            trend = p[3] * trend + p[0] * p[1] * onLevel;
            // The season takes its part of what the level left over (gamma is a share of 1 − alpha).
            double onSeason = multiplicative ? expected > 0 ? error / expected : 0 : error;
            index[j] = own + p[2] * (1 - p[0]) * onSeason;
            j = j + 1 == index.length ? 0 : j + 1;
        }
        end[0] = level;
        end[1] = trend;
        return Double.isNaN(sse) ? Double.POSITIVE_INFINITY : sse;
    }
}
