package org.orderbench.forecast.method;

/**
 * Another method on the logarithms of the history without its season (Box and Cox 1964, lambda 0): a trend grows by a factor, and the peak of a
 * promotion pulls less. A history with zeros has no logarithms and is left to the method itself.
 */
public final class Logged implements Method {

    private final Trending inner;

    Logged(Trending inner) {
        this.inner = inner;
    }

    @Override
    public String name() {
        return inner.name() + " of logarithms";
    }

    @Override
    public double[] path(double[] y, int season, int horizon) {
        if (!Numbers.positive(y)) {
            return inner.path(y, season, horizon);
        }
        Season cycle = Season.of(y, season);
        return path(y, cycle, Fits.ofLogs(cycle.adjusted), horizon);
    }

    /** The same from what others have fitted to the logarithms already; the history must be positive. */
    double[] path(double[] y, Season cycle, Fits logs, int horizon) {
        double[] path = inner.ahead(logs, horizon);
        for (int h = 0; h < horizon; h++) {
            path[h] = Math.exp(path[h]);
        }
        return Numbers.guarded(cycle.onto(path), y);
    }
}
