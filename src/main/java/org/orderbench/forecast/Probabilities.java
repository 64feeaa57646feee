package org.orderbench.forecast;

import java.util.Arrays;

/** The probabilities at which quantiles are learned, and what lies between and beyond them. */
final class Probabilities {

    static final double[] GRID = {0.01, 0.05, 0.1, 0.25, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.975, 0.99, 0.995};

    /** Where each of {@link #GRID} lies on the normal distribution: the axis on which is interpolated. */
    static final double[] SCORE = Arrays.stream(GRID).map(Probabilities::score).toArray();

    private Probabilities() {}

    /** The quantile at {@code p} from the quantiles at {@link #GRID}: linear in the normal score, and continued so beyond the ends. */
    static double at(double p, double[] quantiles) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("a probability must lie between 0 and 1, but is " + p);
        }
        double z = score(p);
        int i = 1;
        while (i < SCORE.length - 1 && SCORE[i] < z) {
            i++;
        }
        double share = (z - SCORE[i - 1]) / (SCORE[i] - SCORE[i - 1]);
        return Math.max(0, quantiles[i - 1] + share * (quantiles[i] - quantiles[i - 1]));
    }

    /** The empirical quantile of sorted values, midpoint-continuous (Hyndman and Fan 1996, type 5). */
    static double of(double[] sorted, double p) {
        double at = p * sorted.length - 0.5;
        int below = (int) Math.floor(at);
        if (below < 0) {
            return sorted[0];
        }
        if (below >= sorted.length - 1) {
            return sorted[sorted.length - 1];
        }
        return sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
    }

    /** The inverse of the normal distribution function, to 1e-9 (P. J. Acklam's rational approximation). */
    static double score(double p) {
        if (p > 0.5) {
            return -score(1 - p);
        }
        if (p < 0.02425) {
            double q = Math.sqrt(-2 * Math.log(p));
            return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q - 2.549732539343734) * q
                            + 4.374664141464968) * q + 2.938163982698783)
                    / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1);
        }
        double q = p - 0.5;
        double r = q * q;
        return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r + 1.383577518672690e+02) * r
                        - 3.066479806614716e+01) * r + 2.506628277459239) * q
                / (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r + 6.680131188771972e+01) * r
                        - 1.328068155288572e+01) * r + 1);
    }
}
