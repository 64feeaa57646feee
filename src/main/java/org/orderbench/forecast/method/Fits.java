package org.orderbench.forecast.method;

import org.jspecify.annotations.Nullable;

/** A history without its season, and what several methods fit to it, fitted once. For one thread. */
final class Fits {

    final double[] x;
    private @Nullable Smoothing smoothing;
    private @Nullable Trend damped;

    Fits(double[] x) {
        this.x = x;
    }

    /** The same in logarithms; all must be positive. */
    static Fits ofLogs(double[] x) {
        double[] logs = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            logs[t] = Math.log(x[t]);
        }
        return new Fits(logs);
    }

    Smoothing smoothing() {
        Smoothing found = smoothing == null ? Smoothing.fit(x) : smoothing;
        smoothing = found;
        return found;
    }

    Trend damped() {
        Trend found = damped == null ? Trend.fit(x, true) : damped;
        damped = found;
        return found;
    }
}
