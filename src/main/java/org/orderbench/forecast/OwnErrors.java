package org.orderbench.forecast;

import java.util.Arrays;
import org.orderbench.forecast.method.LevelTrack;

/**
 * What a series says by itself about the spread of a window's total.
 *
 * @param spread typical size of an error of the window's total; 0 for a constant history
 * @param errors sorted errors that smoothing would have made on it all along its history, in overlapping windows, around their own mean (smoothing
 *               lags behind a trend that the combination follows); empty when the history is too short
 * @param sums   sorted totals of all windows of the history (Porras and Dekker 2008), or where demand pauses {@link BootstrappedSums}: long windows of
 *               sparse demand overlap so much that they are few. Empty for smooth demand, which they lag behind, and when the history is too short
 * @param trust  how much the series' own errors say beside those of others, 0 to 1
 */
record OwnErrors(double spread, double[] errors, double[] sums, double trust) {

    /** As many looks of window length as the spread from single buckets counts. */
    private static final double FROM_BUCKETS = 3;
    /** Own errors of so many windows count as much as the pool. */
    private static final double PAUSING = 4;

    private static final double REGULAR = 2;
    /** The least spread, in changes from bucket to bucket that add up as if independent: for white noise the spread is 0.7 of them. */
    private static final double OF_CHANGES = 0.25;
    /** The least spread as a share of the level: nobody foresees demand to the hundredth. */
    private static final double OF_LEVEL = 0.01;

    static OwnErrors of(LevelTrack track, Window window, DemandClass kind) {
        double[] x = track.adjusted();
        int length = window.length();
        int start = Math.max(2, x.length / 4);
        double single = 0;
        for (int t = start; t < x.length; t++) {
            double e = x[t] - track.levelBefore()[t];
            single += e * e;
        }
        single /= Math.max(1, x.length - start);
        int count = Math.max(0, x.length - window.to() + 1 - start);
        double[] errors = new double[count];
        double squares = 0;
        double centre = 0;
        for (int i = 0; i < count; i++) {
            int t = start + i;
            errors[i] = sum(x, t + window.from(), t + window.to()) - length * track.levelBefore()[t];
            squares += errors[i] * errors[i];
            centre += errors[i] / count;
        }
        double looks = (double) count / length;
        double spread = Math.sqrt(
                ((count > 0 ? squares / count * looks : 0) + FROM_BUCKETS * single * length) / (looks + FROM_BUCKETS));
        spread = Math.max(spread, leastSpread(track, length));
        for (int i = 0; i < count; i++) {
            errors[i] -= centre;
        }
        Arrays.sort(errors);
        double[] sums = switch (kind) {
            case SMOOTH -> new double[0];
            case ERRATIC -> sums(track.history(), length);
            case INTERMITTENT, LUMPY -> BootstrappedSums.of(track.history(), length);
        };
        return new OwnErrors(spread, errors, sums, looks / (looks + (kind.pauses() ? PAUSING : REGULAR)));
    }

    /**
     * The least that the total's error may be believed to be. Where smoothing followed a history by luck, or where it moved in its first buckets only,
     * the errors along the way come out near nothing; what then happens is thousands of them, and would be learned for all similar series.
     */
    private static double leastSpread(LevelTrack track, int length) {
        if (Trial.scale(track.history()) == 0) {
            return 0;
        }
        double fromChanges = OF_CHANGES * Trial.scale(track.adjusted()) * Math.sqrt(length);
        double fromLevel = OF_LEVEL * length * Math.abs(Arrays.stream(track.adjusted()).average().orElse(0));
        return Math.max(fromChanges, fromLevel);
    }

    private static double[] sums(double[] y, int length) {
        double[] sums = new double[Math.max(0, y.length - length + 1)];
        for (int t = 0; t < sums.length; t++) {
            sums[t] = sum(y, t, t + length);
        }
        Arrays.sort(sums);
        return sums;
    }

    private static double sum(double[] x, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += x[t];
        }
        return sum;
    }

    /** For a stretch in which everything is so many times as large. */
    OwnErrors times(double factor) {
        return new OwnErrors(spread * factor, times(errors, factor), times(sums, factor), trust);
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }
}
