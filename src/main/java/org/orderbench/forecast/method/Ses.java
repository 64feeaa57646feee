package org.orderbench.forecast.method;

/**
 * Simple exponential smoothing: the last level, carried on (Brown 1956).
 *
 * @param alpha the share of each new bucket in the level; 0 to fit it to the history by least squares ({@link Smoothing}). A fixed one starts as a
 *              growing mean until it has seen as much as the constant stands for, and works on the history without its season
 */
public record Ses(double alpha) implements Trending {

    @Override
    public String name() {
        return alpha == 0 ? "exponential smoothing" : "exponential smoothing by " + Math.round(100 * alpha) + " %";
    }

    /** A fitted one follows the season as it comes. */
    @Override
    public double[] path(double[] y, Season cycle, Fits fits, int horizon) {
        if (alpha > 0) {
            return Trending.super.path(y, cycle, fits, horizon);
        }
        Smoothing smoothing = cycle.isFlat() ? fits.smoothing() : Smoothing.fit(y);
        return Numbers.flat(smoothing.level(), horizon);
    }

    @Override
    public double[] ahead(Fits fits, int horizon) {
        double[] x = fits.x;
        double level = 0;
        for (int t = 0; t < x.length; t++) {
            level += Math.max(alpha, 1.0 / (t + 1)) * (x[t] - level);
        }
        return Numbers.level(level, horizon);
    }
}
