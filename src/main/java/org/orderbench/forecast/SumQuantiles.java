package org.orderbench.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far the total over one window strays from its forecast, learned from the looks back at all series of a pool (split-conformal: Vovk,
 * Gammerman and Shafer 2005; Lei et al. 2018) and mixed with the series' own errors. Two sets of quantiles are averaged (quantile averaging:
 * Nowotarski and Weron 2015), by the weight that costs least in pinball loss:
 * <ol>
 * <li>the forecast plus pooled errors, in units of the series' own spread, of series with a similar ratio of forecast to spread;
 * <li>the forecast plus the errors that smoothing would have made on the series itself.
 * </ol>
 *
 * @param window the stretch of buckets
 * @param ratio  forecast over spread at the middle of each group of similar series, rising
 * @param pooled for each group the scaled errors at {@link Probabilities#GRID}
 * @param share  weight of the pooled set, 0 to 1
 */
record SumQuantiles(Window window, double[] ratio, double[][] pooled, double share) {

    /** Looks back that a group needs, each counted twice. */
    private static final int GROUP = 120;

    private static final int MOST_GROUPS = 8;
    private static final int FEWEST = 60;
    private static final double STEP = 0.1;
    /** Own errors count with looks / (looks + this); the rest is the pool. */
    private static final double OWN = 4;

    private static final double MOST_DRIFT = 2;
    private static final int[] JUDGED = {indexOf(0.5), indexOf(0.75), indexOf(0.9), indexOf(0.95), indexOf(0.99)};

    /**
     * One look back at one window: what was forecast and what came, both in the series' unit.
     *
     * @param spread typical size of an error of the total
     * @param scale  what costs are measured in
     * @param looks  how many windows the series' own errors are worth
     * @param errors the series' own errors at {@link Probabilities#GRID}; empty when there are none
     */
    record Look(double forecast, double actual, double spread, double scale, double looks, double[] errors) {

        Look withActual(double other) {
            return new Look(forecast, other, spread, scale, looks, errors);
        }

        static Look of(double forecast, double actual, double scale, OwnErrors own, Window window) {
            double[] errors = own.errors().length == 0
                    ? new double[0]
                    : Arrays.stream(Probabilities.GRID).map(p -> Probabilities.of(own.errors(), p)).toArray();
            return new Look(forecast, actual, own.spread(), scale * window.length(), (double) own.errors().length / window.length(), errors);
        }
    }

    /** Learns from looks back; with too few of them it is the normal distribution and the series' own errors in equal parts. */
    static SumQuantiles fit(Window window, List<Look> all) {
        List<Look> looks = driftingEitherWay(all.stream().filter(look -> look.spread > 0 && look.scale > 0).toList());
        if (looks.size() < FEWEST) {
            return new SumQuantiles(window, new double[] {1}, new double[][] {Probabilities.SCORE}, 0.5);
        }
        int grid = Probabilities.GRID.length;
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
            for (int i = 0; i < grid; i++) {
                pooled[g][i] = Probabilities.of(errors, Probabilities.GRID[i]);
            }
        }
        return new SumQuantiles(window, middle, pooled, 1).withBestShare(looks);
    }

    /**
     * Each look twice: with what came, and with what would have come had all series together drifted as far the other way. Series of one pool
     * rise and fall together, so errors of the same few dates are far from independent: their common part tells how far all may drift, but not
     * which way they will next.
     */
    private static List<Look> driftingEitherWay(List<Look> looks) {
        double came = looks.stream().mapToDouble(look -> look.actual / look.scale).sum();
        double forecast = looks.stream().mapToDouble(look -> look.forecast / look.scale).sum();
        double ratio = came > 0 && forecast > 0 ? Math.clamp(came / forecast, 1 / MOST_DRIFT, MOST_DRIFT) : 1;
        return looks.stream().flatMap(look -> Stream.of(look, look.withActual(look.actual / (ratio * ratio)))).toList();
    }

    private SumQuantiles withBestShare(List<Look> looks) {
        double[][][] sets = looks.stream().map(this::sets).toArray(double[][][]::new);
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double tried = 0; tried <= 1 + 1e-9; tried += STEP) {
            double cost = 0;
            for (int j = 0; j < sets.length; j++) {
                for (int i : JUDGED) {
                    double over = looks.get(j).actual - mixed(sets[j], tried, i);
                    double p = Probabilities.GRID[i];
                    cost += (over >= 0 ? p * over : (p - 1) * over) / looks.get(j).scale;
                }
            }
            if (cost < least) {
                least = cost;
                best = Math.min(1, tried);
            }
        }
        return new SumQuantiles(window, ratio, pooled, best);
    }

    private static int indexOf(double p) {
        return Arrays.binarySearch(Probabilities.GRID, p);
    }

    private static double mixed(double[][] sets, double share, int i) {
        return share * sets[0][i] + (1 - share) * sets[1][i];
    }

    private double[][] sets(Look look) {
        int grid = Probabilities.GRID.length;
        double[][] sets = new double[2][grid];
        double trust = look.errors.length == 0 ? 0 : look.looks / (look.looks + OWN);
        double[] z = scaledErrors(look.forecast / look.spread);
        for (int i = 0; i < grid; i++) {
            double own = trust == 0 ? 0 : look.errors[i];
            sets[0][i] = Math.max(0, look.forecast + look.spread * z[i]);
            sets[1][i] = Math.max(0, look.forecast + trust * own + (1 - trust) * look.spread * z[i]);
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
        double part = ratio[g + 1] > ratio[g] ? (at - ratio[g]) / (ratio[g + 1] - ratio[g]) : 0;
        double[] z = new double[pooled[g].length];
        for (int i = 0; i < z.length; i++) {
            z[i] = pooled[g][i] + part * (pooled[g + 1][i] - pooled[g][i]);
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
            least = Math.max(least, mixed(sets, share, i));
            quantiles[i] = least;
        }
        return quantiles;
    }
}
