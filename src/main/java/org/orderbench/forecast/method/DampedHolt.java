package org.orderbench.forecast.method;

/** Holt's level and a trend that fades ({@link Trend}), on the history without its season. */
public final class DampedHolt implements Trending {

    @Override
    public String name() {
        return "damped trend";
    }

    @Override
    public double[] ahead(Fits fits, int horizon) {
        return fits.x.length < Trend.FEWEST ? Numbers.level(fits.smoothing().level(), horizon) : fits.damped().path(horizon);
    }
}
