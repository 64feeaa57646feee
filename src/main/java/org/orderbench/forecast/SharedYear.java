package org.orderbench.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rise and fall of a year that many series share, for those whose own history has too few years to tell (group seasonal indices: Dalhart 1974;
 * Chen and Boylan 2007). The index of a bucket is what all series together had there over their mean, averaged over the years; it is raised to the
 * power {@code trust}, which is what the ratios of a year ago have explained of the ratios that came, at all past dates of the total (a
 * regression slope, drawn to 0 by its own uncertainty as by James and Stein 1961). Without such evidence it is 0 and nothing happens.
 *
 * @param cycle buckets in a year
 * @param leastDrift how many times as high or as low all series together may come out: what a year does can't be told from less than one
 * @param years for each origin that is looked from, now and back, the factors of one cycle from that origin on; empty where nothing is known
 */
record SharedYear(int cycle, double leastDrift, List<Origin> years) {

    /** Of a year that nobody has seen. */
    private static final double UNSEEN = 1.3;

    /** Fewer series say nothing of the rest. */
    private static final int FEWEST = 20;

    private static final double OTHERS = 50;
    /** Factors are kept to so many parts of one. */
    private static final double PARTS = 10_000;
    /** A bucket counts at most as so many times the series' mean. */
    private static final double MOST = 5;
    /** Buckets of a year over which the index is smoothed and level is measured. */
    private static final int SMOOTHED = 52;

    private static final int LEVEL = 6;
    private static final double LEAST = 0.05;

    /**
     * What was known at one origin.
     *
     * @param back    buckets before the end of the histories
     * @param factors for the buckets from the origin on: the first is of the first bucket ahead
     */
    record Origin(int back, double[] factors) {}

    static SharedYear none() {
        return new SharedYear(1, 1, List.of());
    }

    /** @param series histories that end in the same bucket */
    static SharedYear of(List<Series> series, int cycle, Plan plan) {
        return series.size() < FEWEST || cycle < 2 ? none() : of(total(series), cycle, plan);
    }

    /** By category, each drawn towards all; categories of too few series are absent. */
    static Map<String, SharedYear> byCategory(List<Series> series, int cycle, Plan plan) {
        Map<String, SharedYear> years = new TreeMap<>();
        if (series.size() < FEWEST || cycle < 2) {
            return years;
        }
        double[] all = total(series);
        series.stream().collect(Collectors.groupingBy(one -> one.kin.category(), TreeMap::new, Collectors.toList())).forEach((category, own) -> {
            if (own.size() >= FEWEST && own.size() < series.size()) {
                years.put(category, of(drawn(total(own), own.size(), all), cycle, plan));
            }
        });
        return years;
    }

    /** A category's total as if {@link #OTHERS} series of the whole pool were in it too. */
    private static double[] drawn(double[] own, int size, double[] all) {
        double[] drawn = new double[Math.min(own.length, all.length)];
        for (int t = 1; t <= drawn.length; t++) {
            drawn[drawn.length - t] = (size * own[own.length - t] + OTHERS * all[all.length - t]) / (size + OTHERS);
        }
        return drawn;
    }

    private static SharedYear of(double[] total, int cycle, Plan plan) {
        List<Origin> years = plan.backs(Pool.LOOKS).stream()
                .filter(back -> total.length - back > cycle)
                .map(back -> new Origin(back, factors(Arrays.copyOf(total, total.length - back), cycle, plan.lead())))
                .toList();
        return new SharedYear(cycle, total.length < cycle + plan.lead() ? UNSEEN : 1, years);
    }

    /** The mean of all series, each in units of its own mean and its peaks cut, bucket by bucket, to the common end. */
    private static double[] total(List<Series> series) {
        int length = series.stream().mapToInt(Series::length).max().orElse(0);
        double[] sum = new double[length];
        int[] count = new int[length];
        for (Series one : series) {
            double mean = Arrays.stream(one.y).average().orElse(0);
            int from = length - one.length();
            for (int t = 0; t < one.length() && mean > 0; t++) {
                sum[from + t] += Math.min(one.y[t] / mean, MOST);
                count[from + t]++;
            }
        }
        // Buckets that few series reach back to would compare other series with each other.
        int first = 0;
        while (first < length && 2 * count[first] < count[length - 1]) {
            first++;
        }
        double[] total = new double[length - first];
        for (int t = first; t < length; t++) {
            total[t - first] = Math.max(LEAST, sum[t] / count[t]);
        }
        return total;
    }

    private static double[] factors(double[] total, int cycle, int horizon) {
        double trust = trust(total, cycle, horizon);
        double[] index = index(level(total, cycle), cycle);
        double[] factors = new double[cycle];
        for (int j = 0; j < cycle; j++) {
            factors[j] = Math.max(LEAST, Math.round(PARTS * Math.pow(index[j], trust)) / PARTS);
        }
        return factors;
    }

    /** The total without its growth from year to year, which the index would take for season. */
    private static double[] level(double[] total, int cycle) {
        double grown = 0;
        for (int t = cycle; t < total.length; t++) {
            grown += Math.log(total[t] / total[t - cycle]);
        }
        double rate = grown / (total.length - cycle) / cycle;
        double[] level = new double[total.length];
        for (int t = 0; t < level.length; t++) {
            level[t] = total[t] * Math.exp(-rate * (t - level.length));
        }
        return level;
    }

    /** One index for each bucket of the year from the end on; the years before the last in proportion to it where they are incomplete. */
    private static double[] index(double[] total, int cycle) {
        double[] sum = new double[cycle];
        int[] count = new int[cycle];
        double[] last = new double[cycle];
        for (int end = total.length; end > 0; end -= cycle) {
            int from = Math.max(0, end - cycle);
            int skipped = cycle - (end - from);
            double here = 0;
            double there = 0;
            for (int j = skipped; j < cycle; j++) {
                here += total[from + j - skipped];
                there += end == total.length ? 1 : last[j];
            }
            for (int j = skipped; j < cycle; j++) {
                double value = total[from + j - skipped] * there / here;
                if (end == total.length) {
                    last[j] = value;
                }
                sum[j] += value;
                count[j]++;
            }
        }
        int half = Math.max(1, cycle / SMOOTHED / 2);
        double[] index = new double[cycle];
        for (int j = 0; j < cycle; j++) {
            for (int d = -half; d <= half; d++) {
                int at = Math.floorMod(j + d, cycle);
                index[j] += sum[at] / count[at] / (2 * half + 1);
            }
        }
        return index;
    }

    private static double trust(double[] total, int cycle, int horizon) {
        double[] sums = new double[total.length + 1];
        for (int t = 0; t < total.length; t++) {
            sums[t + 1] = sums[t] + total[t];
        }
        int level = Math.max(2, cycle / LEVEL);
        int first = cycle + level / 2;
        int count = total.length - horizon - first + 1;
        if (count < horizon) {
            return 0;
        }
        double[] ago = IntStream.range(first, first + count).mapToDouble(t -> rise(sums, t - cycle, level, horizon)).toArray();
        double[] now = IntStream.range(first, first + count).mapToDouble(t -> rise(sums, t, level, horizon)).toArray();
        // Around their means: what grows from year to year rises at all dates, and is no season.
        double meanAgo = Arrays.stream(ago).average().orElse(0);
        double meanNow = Arrays.stream(now).average().orElse(0);
        double product = 0;
        double before = 0;
        double after = 0;
        for (int i = 0; i < count; i++) {
            product += (ago[i] - meanAgo) * (now[i] - meanNow);
            before += (ago[i] - meanAgo) * (ago[i] - meanAgo);
            after += (now[i] - meanNow) * (now[i] - meanNow);
        }
        if (product <= 0) {
            return 0;
        }
        double slope = product / before;
        // Windows overlap: only every horizon-th counts.
        double unexplained = Math.max(0, after - slope * product) / ((double) count / horizon);
        return Math.min(1, slope * Math.max(0, 1 - unexplained / (slope * product)));
    }

    /** The logarithm of how the next {@code horizon} buckets compare with the last {@code level} before {@code t}. */
    private static double rise(double[] sums, int t, int level, int horizon) {
        int from = Math.max(0, t - level);
        return Math.log((sums[t + horizon] - sums[t]) / horizon / ((sums[t] - sums[from]) / (t - from)));
    }

    /**
     * The factors of the buckets around an origin.
     *
     * @param back   buckets before the end of the history that looks
     * @param after  buckets by which that history ends after those of the pool
     * @param before how many before the origin
     * @param ahead  how many from it on
     * @return empty where nothing is known of that origin
     */
    double[] around(int back, int after, int before, int ahead) {
        for (Origin origin : years) {
            if (origin.back == back) {
                double[] factors = new double[before + ahead];
                for (int t = 0; t < factors.length; t++) {
                    factors[t] = origin.factors[Math.floorMod(t - before + after, cycle)];
                }
                return factors;
            }
        }
        return new double[0];
    }
}
