package org.orderbench.demand;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.orderbench.demand.CleaningStep.Figure;

/**
 * Rule {@code one-offs}: a single order far beyond the usual ones (a project, a bulk line) is counted as a large but usual order. Far beyond
 * means: four robust deviations above the median of the days' largest orders on a logarithmic scale, five times the median at least (median
 * absolute deviation: Hampel 1974; Leys et al. 2013), and more than two weeks' usual demand. What happens more often than twice in the history,
 * and more than twice in a hundred days with demand, is no one-off.
 */
final class OneOffs {

    private static final int FEWEST = 10;
    private static final double DEVIATIONS = 4;
    private static final double USUAL_DEVIATIONS = 2;
    private static final double TIMES = 5;
    private static final double DAYS_OF_DEMAND = 14;
    private static final double SHARE = 0.02;
    private static final int OFTEN = 2;
    /** Makes the median absolute deviation of normal values their standard deviation. */
    private static final double NORMAL = 1.4826;

    private OneOffs() {}

    /** Damps {@code units} in place and tells on which days; days that are {@code usual} by the buyer's word stay. */
    static boolean[] damped(double[] units, double[] largest, IntPredicate usual, LocalDate from, List<CleaningStep> steps) {
        boolean[] oneOff = new boolean[units.length];
        double[] logs = IntStream.range(0, units.length).filter(d -> largest[d] > 0).mapToDouble(d -> Math.log(largest[d])).sorted().toArray();
        if (logs.length < FEWEST) {
            return oneOff;
        }
        double middle = median(logs);
        double deviation = NORMAL * median(Arrays.stream(logs).map(x -> Math.abs(x - middle)).sorted().toArray());
        double limit = Math.exp(middle + Math.max(DEVIATIONS * deviation, Math.log(TIMES)));
        double large = Math.exp(middle + Math.max(USUAL_DEVIATIONS * deviation, Math.log(TIMES) / 2));
        double rest = IntStream.range(0, units.length).filter(d -> largest[d] <= limit).mapToDouble(d -> units[d]).sum() / units.length;
        int[] far = IntStream.range(0, units.length)
                .filter(d -> largest[d] > limit && largest[d] > DAYS_OF_DEMAND * rest && units[d] > large)
                .toArray();
        if (far.length > Math.max(OFTEN, SHARE * logs.length)) {
            return oneOff;
        }
        for (int d : far) {
            if (!usual.test(d)) {
                double before = units[d];
                units[d] = Math.max(0, before - largest[d]) + Math.min(before, large);
                oneOff[d] = true;
                steps.add(new CleaningStep("one-offs",
                        "A single order of " + Figures.plain(largest[d]) + " on " + Figures.day(from.plusDays(d)) + " is counted as " + Figures.plain(large) + ": it looks like a one-off.",
                        List.of(new Figure("day", from.plusDays(d).toString(), ""), new Figure("order", Figures.plain(largest[d]), ""),
                                new Figure("usual order", Figures.plain(Math.exp(middle)), ""), new Figure("counted as", Figures.plain(large), ""))));
            }
        }
        return oneOff;
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
