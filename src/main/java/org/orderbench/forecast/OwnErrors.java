package org.orderbench.forecast;

import java.util.Arrays;
import org.orderbench.forecast.method.LevelTrack;

/**
 * What a series says by itself about the spread of a window's total: the errors that smoothing would have made on it all along its history, in
 * overlapping windows, around their own mean (smoothing lags behind a trend that the combination follows).
 *
 * @param spread typical size of an error of the window's total; 0 for a constant history
 * @param errors sorted errors of the window's total; empty when the history is too short
 */
record OwnErrors(double spread, double[] errors) {

    /** As many looks of window length as the spread from single buckets counts. */
    private static final double FROM_BUCKETS = 3;

    static OwnErrors of(LevelTrack track, Window window) {
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
        double sum = count > 0 ? window.sumOf(Arrays.copyOfRange(x, start, start + window.to())) : 0;
        double centre = 0;
        for (int i = 0; i < count; i++) {
            int t = start + i;
            errors[i] = sum - length * track.levelBefore()[t];
            squares += errors[i] * errors[i];
            centre += errors[i] / count;
            if (i + 1 < count) {
                sum += x[t + window.to()] - x[t + window.from()];
            }
        }
        double looks = (double) count / length;
        double spread = Math.sqrt(
                ((count > 0 ? squares / count * looks : 0) + FROM_BUCKETS * single * length) / (looks + FROM_BUCKETS));
        for (int i = 0; i < count; i++) {
            errors[i] -= centre;
        }
        Arrays.sort(errors);
        return new OwnErrors(spread, errors);
    }
}
