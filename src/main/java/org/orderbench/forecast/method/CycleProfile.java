package org.orderbench.forecast.method;

/**
 * Sums of whole cycles are smoothed, and spread over the cycle by the share that each of its buckets had: for daily demand with a week's
 * pattern, closed days included, where single days are too sparse to decompose. The shares are drawn towards equal ones by as much as two
 * cycles weigh. (Aggregation as in Nikolopoulos et al. 2011, with a seasonal instead of an equal spread.)
 */
public final class CycleProfile implements Method {

    private static final double DRAWN = 2;

    @Override
    public String name() {
        return "cycle profile";
    }

    @Override
    public double[] path(double[] y, int season, int horizon) {
        if (season < 2 || y.length < 4 * season) {
            return Numbers.flat(Smoothing.fit(y).level(), horizon);
        }
        double[] cycles = Adida.blocks(y, season);
        double level = Smoothing.fit(cycles).level();
        double[] share = new double[season];
        int skip = y.length - cycles.length * season;
        double total = 0;
        for (int t = skip; t < y.length; t++) {
            share[(t - skip) % season] += y[t];
            total += y[t];
        }
        double drawn = DRAWN * total / cycles.length;
        double[] path = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            path[h] = total > 0 ? level * (share[h % season] + drawn / season) / (total + drawn) : 0;
        }
        return path;
    }
}
