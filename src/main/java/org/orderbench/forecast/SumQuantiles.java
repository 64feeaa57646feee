package org.orderbench.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * How far the total over one window strays from its forecast, learned from the looks back at all series of a pool (split-conformal: Vovk,
 * Gammerman and Shafer 2005; Lei et al. 2018), and mixed with what the series' own history says. Three sets of quantiles are averaged with
 * weights that cost least by pinball loss (quantile averaging: Nowotarski and Weron 2015), and then moved so that each covered its share of
 * the pool:
 * <ol>
 * <li>the forecast plus pooled errors, in units of the series' own spread, of series with a similar ratio of forecast to spread;
 * <li>the forecast plus the errors smoothing would have made on the series itself;
 * <li>the totals that the series' own history holds.
 * </ol>
 *
 * @param window the stretch of buckets
 * @param ratio  forecast over spread at the middle of each group of similar series, rising
 * @param pooled for each group the scaled errors at {@link Probabilities#GRID}
 * @param mix    weights of the three sets, sum 1
 * @param shift  the last correction at each probability, in spreads
 */
record SumQuantiles(Window window, double[] ratio, double[][] pooled, double[] mix, double[] shift) {

    /** Looks back that a group needs. */
    private static final int GROUP = 60;

    private static final int MOST_GROUPS = 8;
    private static final int FEWEST = 30;
    private static final double STEP = 0.1;
    /** The corrections count with n / (n + this). */
    private static final double DOUBT = 30;
    /** Own errors count with looks / (looks + this); the rest is the pool. */
    private static final double OWN = 4;

    /** One look back at one window: what was forecast and what came, both in the series' unit, and the series' own quantiles. */
    record Look(double forecast, double actual, double spread, double scale, double looks, double[] errors, double[] totals) {

        static Look of(double forecast, double actual, double scale, OwnErrors own, Window window) {
            return new Look(forecast, actual, own.spread(), scale * window.length(), (double) own.errors().length / window.length(),
                    quantiles(own.errors()), quantiles(own.totals()));
        }

        private static double[] quantiles(double[] sorted) {
            return sorted.length == 0
                    ? new double[0]
                    : Arrays.stream(Probabilities.GRID).map(p -> Probabilities.of(sorted, p)).toArray();
        }
    }

    /** Learns from looks back; with too few of them it is the normal distribution and the series' own errors in equal parts. */
    static SumQuantiles fit(Window window, List<Look> all) {
        List<Look> looks = all.stream().filter(look -> look.spread > 0 && look.scale > 0).toList();
        int grid = Probabilities.GRID.length;
        if (looks.size() < FEWEST) {
            return new SumQuantiles(window, new double[] {1}, new double[][] {Probabilities.SCORE}, new double[] {0.5, 0.5, 0}, new double[grid]);
        }
        double[] ratios = looks.stream().mapToDouble(look -> look.forecast / look.spread).sorted().toArray();
        int groups = Math.clamp(looks.size() / GROUP, 1, MOST_GROUPS);
        double[] middle = new double[groups];
        double[][] pooled = new double[groups][grid];
        for (int g = 0; g < groups; g++) {
            middle[g] = Probabilities.of(ratios, (g + 0.5) / groups);
            double low = g == 0 ? Double.NEGATIVE_INFINITY : Probabilities.of(ratios, (double) g / groups);
            double high = g == groups - 1 ? Double.POSITIVE_INFINITY : Probabilities.of(ratios, (g + 1.0) / groups);
            double[] errors = looks.stream()
                    .filter(look -> look.forecast / look.spread >= low && look.forecast / look.spread <= high)
                    .mapToDouble(look -> (look.actual - look.forecast) / look.spread)
                    .sorted()
                    .toArray();
            double centre = T.CENTRE * Arrays.stream(errors).average().orElse(0);
            for (int i = 0; i < grid; i++) {
                pooled[g][i] = -centre + Probabilities.of(errors, Probabilities.GRID[i]);
            }
        }
        SumQuantiles plain = new SumQuantiles(window, middle, pooled, new double[] {1, 0, 0}, new double[grid]);
        double[] best = plain.mix;
        double least = Double.POSITIVE_INFINITY;
        double[][][] sets = new double[looks.size()][][];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = plain.sets(looks.get(i));
        }
        for (double a = 0; a <= 1 + 1e-9; a += STEP) {
            for (double b = 0; a + b <= 1 + 1e-9; b += STEP) {
                double[] mix = {a, b, Math.max(0, 1 - a - b)};
                double cost = 0;
                for (int i = 0; i < sets.length; i++) {
                    cost += pinball(sets[i], mix, looks.get(i));
                }
                if (cost < least * 0.9999) {
                    least = cost;
                    best = mix;
                }
            }
        }
        double[] shift = new double[grid];
        double trust = looks.size() / (looks.size() + DOUBT);
        for (int i = 0; i < grid; i++) {
            double[] beyond = new double[sets.length];
            for (int j = 0; j < beyond.length; j++) {
                Look look = looks.get(j);
                beyond[j] = (look.actual - mixed(sets[j], best, i)) / look.spread;
            }
            Arrays.sort(beyond);
            shift[i] = T.SHIFT * trust * Probabilities.of(beyond, Probabilities.GRID[i]);
        }
        return new SumQuantiles(window, middle, pooled, best, shift);
    }

    private static final int[] JUDGED = {indexOf(0.5), indexOf(0.75), indexOf(0.9), indexOf(0.95), indexOf(0.99)};

    private static int indexOf(double p) {
        return Arrays.binarySearch(Probabilities.GRID, p);
    }

    private static double pinball(double[][] sets, double[] mix, Look look) {
        double cost = 0;
        for (int i : JUDGED) {
            double over = look.actual - mixed(sets, mix, i);
            double p = Probabilities.GRID[i];
            cost += (over >= 0 ? p * over : (p - 1) * over) / look.scale;
        }
        return cost;
    }

    private static double mixed(double[][] sets, double[] mix, int i) {
        return mix[0] * sets[0][i] + mix[1] * sets[1][i] + mix[2] * sets[2][i];
    }

    private double[][] sets(Look look) {
        int grid = Probabilities.GRID.length;
        double[][] sets = new double[3][grid];
        double trust = look.errors.length == 0 ? 0 : look.looks / (look.looks + OWN);
        double[] z = scaledErrors(look.forecast / look.spread);
        for (int i = 0; i < grid; i++) {
            sets[0][i] = Math.max(0, look.forecast + look.spread * z[i]);
            double own = trust == 0 ? 0 : look.errors[i];
            sets[1][i] = Math.max(0, look.forecast + trust * own + (1 - trust) * look.spread * z[i]);
            sets[2][i] = look.totals[i];
        }
        return sets;
    }

    private double[] scaledErrors(double at) {
        int g = 0;
        while (g < ratio.length - 1 && ratio[g + 1] < at) {
            g++;
        }
        if (g == ratio.length - 1 || at <= ratio[0]) {
            return pooled[g];
        }
        double share = ratio[g + 1] > ratio[g] ? (at - ratio[g]) / (ratio[g + 1] - ratio[g]) : 0;
        double[] z = new double[pooled[g].length];
        for (int i = 0; i < z.length; i++) {
            z[i] = pooled[g][i] + share * (pooled[g + 1][i] - pooled[g][i]);
        }
        return z;
    }

    /** Quantiles of the window's total at {@link Probabilities#GRID}, rising, not negative. */
    double[] of(double forecast, OwnErrors own) {
        double[] quantiles = new double[Probabilities.GRID.length];
        if (own.spread() <= 0) {
            Arrays.fill(quantiles, forecast);
            return quantiles;
        }
        double[][] sets = sets(Look.of(forecast, 0, 1, own, window));
        double least = 0;
        for (int i = 0; i < quantiles.length; i++) {
            least = Math.max(least, mixed(sets, mix, i) + shift[i] * own.spread());
            quantiles[i] = least;
        }
        return quantiles;
    }
}
