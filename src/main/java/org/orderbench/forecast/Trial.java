package org.orderbench.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One look back (a rolling origin): what each method would have said at bucket {@code origin}, beside what then came.
 *
 * @param known   what was known
 * @param paths   one path for each method, of the length of {@code actual}
 * @param actual  what came
 */
record Trial(Known known, double[][] paths, double[] actual) {

    /** Fewest buckets that a history needs before an origin. */
    static final int LEAST_HISTORY = 6;

    /** Up to {@code most} looks back, the newest first; none lies in the first third of the history. */
    static List<Trial> of(Series series, Plan plan, SharedYear year, int most) {
        List<Trial> trials = new ArrayList<>();
        int n = series.length();
        int earliest = Math.max(LEAST_HISTORY, n / 3);
        for (int origin = n - plan.lead(); origin >= earliest && trials.size() < most; origin -= plan.step()) {
            double[] actual = Arrays.copyOfRange(series.y, origin, Math.min(n, origin + plan.horizon()));
            Known known = Known.of(series, n - origin, actual.length, year);
            trials.add(new Trial(known, known.paths(actual.length), actual));
        }
        return trials;
    }

    /** Root mean square of the changes from bucket to bucket: the scale of RMSSE (Makridakis, Spiliotis and Assimakopoulos 2022, M5). */
    static double scale(double[] y) {
        double squares = 0;
        for (int t = 1; t < y.length; t++) {
            squares += (y[t] - y[t - 1]) * (y[t] - y[t - 1]);
        }
        return y.length < 2 ? 0 : Math.sqrt(squares / (y.length - 1));
    }
}
