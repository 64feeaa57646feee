package org.orderbench.forecast.method;

/** The same bucket of the last cycle; the last bucket when there is no full cycle. */
public final class SeasonalNaive implements Method {

    @Override
    public String name() {
        return "seasonal naive";
    }

    @Override
    public double[] path(double[] y, int season, int horizon) {
        int cycle = season > 1 && y.length >= season ? season : 1;
        double[] path = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            path[h] = y[y.length - cycle + h % cycle];
        }
        return path;
    }
}
