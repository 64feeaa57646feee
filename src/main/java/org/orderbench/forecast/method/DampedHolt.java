package org.orderbench.forecast.method;

/** Holt's level and a trend that fades ({@link Trend}), on the history without its season. */
public final class DampedHolt implements Trending {

    @Override
    public String name() {
        return "damped trend";
    }

    @Override
    public double[] ahead(double[] x, int horizon) {
        return x.length < Trend.FEWEST ? Numbers.level(Smoothing.fit(x).level(), horizon) : Trend.fit(x, true).path(horizon);
    }
}
