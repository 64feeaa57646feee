package org.orderbench.forecast.method;

/** Simple exponential smoothing ({@link Smoothing}): the last level, carried on. */
public final class Ses implements Method {

    @Override
    public String name() {
        return "exponential smoothing";
    }

    @Override
    public double[] path(double[] y, int season, int horizon) {
        return Numbers.flat(Smoothing.fit(y).level(), horizon);
    }
}
