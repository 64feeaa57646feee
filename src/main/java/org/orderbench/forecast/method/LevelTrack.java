package org.orderbench.forecast.method;

/**
 * The level that smoothing would have forecast from, before each bucket of a history: for errors made along the way.
 *
 * @param history     the buckets
 * @param adjusted    the same without their season, if they have one
 * @param levelBefore the level of {@code adjusted} that was known before each bucket
 */
public record LevelTrack(double[] history, double[] adjusted, double[] levelBefore) {

    public static LevelTrack of(double[] y, int season) {
        double[] x = Season.of(y, season).adjusted;
        Smoothing fitted = Smoothing.fit(x);
        double[] before = new double[x.length];
        double level = fitted.first();
        for (int t = 0; t < x.length; t++) {
            before[t] = level;
            level += fitted.alpha() * (x[t] - level);
        }
        return new LevelTrack(y, x, before);
    }
}
