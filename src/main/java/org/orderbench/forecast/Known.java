package org.orderbench.forecast;

import java.util.Arrays;
import org.orderbench.forecast.method.LevelTrack;
import org.orderbench.forecast.method.Methods;

/**
 * What is known of a series at one origin.
 *
 * @param history the buckets before it
 * @param plain   the same without the year that it shares with others; {@code history} itself where it shares none
 * @param season  buckets in a cycle of its own
 * @param year    the shared year's factors of the buckets ahead; empty where it shares none
 * @param now     the mean of its factors in the last buckets
 */
record Known(double[] history, double[] plain, int season, double[] year, double now) {

    /** Buckets that smoothing looks at most. */
    private static final int RECENT = 6;

    /**
     * @param back  buckets before the end of the series
     * @param ahead how many buckets ahead will be asked for
     * @param year  what its pool shares; a series with a season of its own of that length does without
     */
    static Known of(Series series, int back, int ahead, SharedYear year) {
        double[] history = back == 0 ? series.y : series.before(series.length() - back);
        double[] factors = series.kin.aligned() && !(series.season == year.cycle() && Methods.seasonal(history, series.season))
                ? year.around(back, series.kin.after(), history.length, ahead)
                : new double[0];
        if (factors.length == 0) {
            return new Known(history, history, series.season, factors, 1);
        }
        double[] plain = new double[history.length];
        for (int t = 0; t < plain.length; t++) {
            plain[t] = history[t] / factors[t];
        }
        double now = Arrays.stream(factors, Math.max(0, history.length - RECENT), history.length).average().orElse(1);
        if (unlike(LevelTrack.of(history, series.season), LevelTrack.of(plain, series.season), factors)) {
            return new Known(history, history, series.season, new double[0], 1);
        }
        return new Known(history, plain, series.season, Arrays.copyOfRange(factors, history.length, factors.length), now);
    }

    /** Whether smoothing follows the series worse when the year is taken out: then the series doesn't share it. */
    private static boolean unlike(LevelTrack with, LevelTrack without, double[] factors) {
        double before = 0;
        double after = 0;
        for (int t = with.history().length / 4; t < with.history().length; t++) {
            double one = with.adjusted()[t] - with.levelBefore()[t];
            double other = factors[t] * (without.adjusted()[t] - without.levelBefore()[t]);
            before += one * one;
            after += other * other;
        }
        return after > before;
    }

    /** The paths of all methods, the shared year put back. */
    double[][] paths(int horizon) {
        double[][] paths = Methods.paths(plain, season, horizon);
        if (year.length == 0) {
            return paths;
        }
        double[][] risen = new double[paths.length][horizon];
        for (int m = 0; m < paths.length; m++) {
            for (int h = 0; h < horizon; h++) {
                risen[m][h] = paths[m][h] * year[h];
            }
        }
        return risen;
    }

    /** The path as it would be if the year rose and fell that share as much from now on. */
    double[] tempered(double[] path, double share) {
        if (year.length == 0) {
            return path;
        }
        double[] tempered = new double[path.length];
        for (int h = 0; h < path.length; h++) {
            tempered[h] = path[h] / year[h] * (share * year[h] + (1 - share) * now);
        }
        return tempered;
    }

    LevelTrack track() {
        return LevelTrack.of(plain, season);
    }

    OwnErrors errors(LevelTrack track, Window window, DemandClass kind) {
        OwnErrors errors = OwnErrors.of(track, window, kind);
        return year.length == 0 ? errors : errors.times(window.sumOf(year) / window.length());
    }
}
