package org.orderbench.demand;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.orderbench.demand.CleaningStep.Figure;

/**
 * Rule {@code one-offs}: a single order far beyond the usual ones (a project, a bulk line) is counted as a large but usual order. Far beyond
 * means: four robust deviations above the median of the days' largest orders on a logarithmic scale, five times the median at least (median
 * absolute deviation: Hampel 1974; Leys et al. 2013), and more than two weeks' usual demand. What happens more often than twice in the history,
 * and more than twice in a hundred days with demand, is no one-off. The buyer's word ({@link LargeOrders}) overrules all of it.
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

    /** Damps {@code units} in place and tells on which days; the buyer's word overrules the rule. */
    static boolean[] damped(double[] units, double[] largest, LargeOrders said, LocalDate from, List<CleaningStep> steps) {
        boolean[] oneOff = new boolean[units.length];
        double[] logs = IntStream.range(0, units.length).filter(d -> largest[d] > 0).mapToDouble(d -> Math.log(largest[d])).sorted().toArray();
        if (logs.length == 0) {
            return oneOff;
        }
        double middle = median(logs);
        double deviation = NORMAL * median(Arrays.stream(logs).map(x -> Math.abs(x - middle)).sorted().toArray());
        double large = Math.exp(middle + Math.max(USUAL_DEVIATIONS * deviation, Math.log(TIMES) / 2));
        boolean[] far = far(units, largest, logs, middle, deviation, large);
        for (int d = 0; d < units.length; d++) {
            LocalDate day = from.plusDays(d);
            boolean recurs = said.is(day, LargeOrders.Verdict.RECURS);
            boolean once = said.is(day, LargeOrders.Verdict.ONE_OFF) && units[d] > 0 && largest[d] > 0;
            if (far[d] && recurs) {
                steps.add(new CleaningStep("one-offs", "A single order of " + Figures.plain(largest[d]) + " on " + day + " counts in full: the buyer says that it will come again.",
                        List.of(new Figure("day", day.toString(), ""), new Figure("order", Figures.plain(largest[d]), ""))));
            } else if (once || (far[d] && !recurs)) {
                // Where the buyer calls one of few orders a one-off, what is usual can only be told from the others.
                double as = once ? Math.min(large, usualBeside(units, largest, d, large)) : large;
                double before = units[d];
                units[d] = Math.max(0, before - largest[d]) + Math.min(Math.min(before, largest[d]), as);
                oneOff[d] = true;
                steps.add(new CleaningStep("one-offs",
                        "A single order of " + Figures.plain(largest[d]) + " on " + day + " is counted as " + Figures.plain(Math.min(largest[d], as)) + ": "
                                + (once ? "the buyer says that it was a one-off." : "it looks like a one-off."),
                        List.of(new Figure("day", day.toString(), ""), new Figure("order", Figures.plain(largest[d]), ""),
                                new Figure("usual order", Figures.plain(Math.exp(middle)), ""), new Figure("counted as", Figures.plain(Math.min(largest[d], as)), ""))));
            }
        }
        return oneOff;
    }

    /** Which days' largest orders lie far beyond the usual ones, by the rule. */
    private static boolean[] far(double[] units, double[] largest, double[] logs, double middle, double deviation, double large) {
        boolean[] far = new boolean[units.length];
        if (logs.length < FEWEST) {
            return far;
        }
        double limit = Math.exp(middle + Math.max(DEVIATIONS * deviation, Math.log(TIMES)));
        double rest = IntStream.range(0, units.length).filter(d -> largest[d] <= limit).mapToDouble(d -> units[d]).sum() / units.length;
        int[] days = IntStream.range(0, units.length)
                .filter(d -> largest[d] > limit && largest[d] > DAYS_OF_DEMAND * rest && units[d] > large)
                .toArray();
        if (days.length <= Math.max(OFTEN, SHARE * logs.length)) {
            for (int d : days) {
                far[d] = true;
            }
        }
        return far;
    }

    /** The largest that the other days sold at most; of a single order nothing is usual. */
    private static double usualBeside(double[] units, double[] largest, int day, double large) {
        return IntStream.range(0, units.length).filter(d -> d != day && largest[d] > 0 && largest[d] <= large).mapToDouble(d -> largest[d]).max().orElse(0);
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
