package org.orderbench.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far the total over one window strays from its forecast, learned from the looks back at all series of a pool (split-conformal: Vovk,
 * Gammerman and Shafer 2005; Lei et al. 2018) and mixed with what the series' own history shows. Three sets of quantiles are averaged (quantile
 * averaging: Nowotarski and Weron 2015), by the weights that cost least in pinball loss, drawn towards equal ones:
 * <ol>
 * <li>the forecast plus pooled errors, in units of the series' own spread, of series with a similar ratio of forecast to spread;
 * <li>the forecast plus the errors that smoothing would have made on the series itself;
 * <li>the totals of all windows of the series' history, where demand isn't smooth; else the second again.
 * </ol>
 *
 * @param window  the stretch of buckets
 * @param ratio   forecast over spread at the middle of each group of similar series, rising
 * @param pooled  for each group the scaled errors at {@link Probabilities#GRID}
 * @param weights of the three sets, not negative, sum 1
 */
record SumQuantiles(Window window, double[] ratio, double[][] pooled, double[] weights) {

    /** Looks back that a group needs, each counted twice. */
    private static final int GROUP = 120;

    private static final int MOST_GROUPS = 8;
    private static final int FEWEST = 60;
    /** Weights are tried in steps of one over this. */
    private static final int STEPS = 5;
    /** How much a better fit must pay to leave equal weights. */
    private static final double DRAWN = 0.02;

    private static final double[] UNLEARNED = {0.5, 0.5, 0};
    private static final double MOST_DRIFT = 2;
    /** Looks back of one date that tell how all series drifted. */
    private static final int FEWEST_OF_A_DATE = 20;

    private static final int[] JUDGED = {indexOf(0.5), indexOf(0.75), indexOf(0.9), indexOf(0.95), indexOf(0.99)};

    /**
     * One look back at one window: what was forecast and what came, both in the series' unit.
     *
     * @param spread typical size of an error of the total
     * @param scale  what costs are measured in
     * @param trust  how much the series' own errors say, 0 to 1
     * @param errors the series' own errors at {@link Probabilities#GRID}; empty when there are none
     * @param sums   the totals of the series' own windows there; empty when there are none
     * @param date   which of the looks back it is: those of one date share what all series did then
     */
    record Look(double forecast, double actual, double spread, double scale, double trust, double[] errors, double[] sums, int date) {

        Look withActual(double other) {
            return new Look(forecast, other, spread, scale, trust, errors, sums, date);
        }

        static Look of(double forecast, double actual, double scale, OwnErrors own, Window window, int date) {
            return new Look(forecast, actual, own.spread(), scale * window.length(), own.trust(), grid(own.errors()), grid(own.sums()), date);
        }

        private static double[] grid(double[] sorted) {
            return sorted.length == 0 ? sorted : Arrays.stream(Probabilities.GRID).map(p -> Probabilities.of(sorted, p)).toArray();
        }
    }

    /**
     * Learns from looks back; with too few of them it is the normal distribution and the series' own errors in equal parts.
     *
     * @param leastDrift how many times as high or as low all series together may come out at least, whatever the looks back say
     */
    static SumQuantiles fit(Window window, List<Look> all, double leastDrift) {
        List<Look> looks = driftingEitherWay(all.stream().filter(look -> look.spread > 0 && look.scale > 0).toList(), leastDrift);
        if (looks.size() < FEWEST) {
            return new SumQuantiles(window, new double[] {1}, new double[][] {Probabilities.SCORE}, UNLEARNED);
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
        return new SumQuantiles(window, middle, pooled, UNLEARNED).withBestWeights(looks);
    }

    /**
     * Each look twice: with what came, and with what would have come had all series together drifted as far the other way. Series of one pool
     * rise and fall together, so errors of one date are far from independent: their common part tells how far all may drift, but not which way
     * they will next.
     */
    private static List<Look> driftingEitherWay(List<Look> looks, double leastDrift) {
        Map<Integer, List<Look>> byDate = looks.stream().collect(Collectors.groupingBy(Look::date, TreeMap::new, Collectors.toList()));
        List<Look> both = new ArrayList<>();
        for (List<Look> ofDate : byDate.values()) {
            double came = ofDate.stream().mapToDouble(look -> look.actual / look.scale).sum();
            double forecast = ofDate.stream().mapToDouble(look -> look.forecast / look.scale).sum();
            boolean known = ofDate.size() >= FEWEST_OF_A_DATE && came > 0 && forecast > 0;
            double ratio = known ? Math.clamp(came / forecast, 1 / MOST_DRIFT, MOST_DRIFT) : 1;
            double drift = Math.max(leastDrift, Math.max(ratio, 1 / ratio));
            for (Look look : ofDate) {
                both.add(look.withActual(look.actual / ratio * drift));
                both.add(look.withActual(look.actual / ratio / drift));
            }
        }
        return both;
    }

    private SumQuantiles withBestWeights(List<Look> looks) {
        double[][][] sets = looks.stream().map(this::sets).toArray(double[][][]::new);
        List<double[]> tried = new ArrayList<>();
        for (int a = 0; a <= STEPS; a++) {
            for (int b = 0; a + b <= STEPS; b++) {
                tried.add(new double[] {(double) a / STEPS, (double) b / STEPS, (double) (STEPS - a - b) / STEPS});
            }
        }
        double[] costs = tried.parallelStream().mapToDouble(w -> cost(looks, sets, w)).toArray();
        double least = Arrays.stream(costs).min().orElse(0);
        int best = 0;
        for (int i = 0; i < costs.length; i++) {
            costs[i] += DRAWN * least * Arrays.stream(tried.get(i)).map(w -> (w - 1.0 / 3) * (w - 1.0 / 3)).sum();
            best = costs[i] < costs[best] ? i : best;
        }
        return new SumQuantiles(window, ratio, pooled, tried.get(best));
    }

    private static double cost(List<Look> looks, double[][][] sets, double[] weights) {
        double cost = 0;
        for (int j = 0; j < sets.length; j++) {
            for (int i : JUDGED) {
                double over = looks.get(j).actual - mixed(sets[j], weights, i);
                double p = Probabilities.GRID[i];
                cost += (over >= 0 ? p * over : (p - 1) * over) / looks.get(j).scale;
            }
        }
        return cost;
    }

    private static int indexOf(double p) {
        return Arrays.binarySearch(Probabilities.GRID, p);
    }

    private static double mixed(double[][] sets, double[] weights, int i) {
        return weights[0] * sets[0][i] + weights[1] * sets[1][i] + weights[2] * sets[2][i];
    }

    private double[][] sets(Look look) {
        int grid = Probabilities.GRID.length;
        double[][] sets = new double[3][grid];
        double trust = look.errors.length == 0 ? 0 : look.trust;
        double[] z = scaledErrors(look.forecast / look.spread);
        for (int i = 0; i < grid; i++) {
            double own = trust == 0 ? 0 : look.errors[i];
            sets[0][i] = Math.max(0, look.forecast + look.spread * z[i]);
            sets[1][i] = Math.max(0, look.forecast + trust * own + (1 - trust) * look.spread * z[i]);
            sets[2][i] = look.sums.length == 0 ? sets[1][i] : look.trust * look.sums[i] + (1 - look.trust) * sets[0][i];
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
        double[][] sets = sets(Look.of(forecast, 0, 1, own, window, 0));
        double least = 0;
        for (int i = 0; i < quantiles.length; i++) {
            least = Math.max(least, mixed(sets, weights, i));
            quantiles[i] = least;
        }
        return quantiles;
    }
}
