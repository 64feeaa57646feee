package org.orderbench.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Demand of one SKU day by day, cleaned, with what was done to it. The arrays have one entry for each day and must not be changed.
 *
 * @param from     the first day
 * @param units    demand served on each day, in the product's own unit: net of returns, one-offs damped; not negative
 * @param censored days on which nothing was on the shelf to sell: what was served then says little about what was wanted
 * @param oneOff   days whose demand held a one-off order, which {@code units} counts as a large but usual one
 * @param steps    the rules that applied, in order
 */
public record CleanDemand(LocalDate from, double[] units, boolean[] censored, boolean[] oneOff, List<CleaningStep> steps) {

    /** Days on each side that a censored day is judged by. */
    private static final int AROUND = 28;
    /** Days that the mean of the whole history counts among them. */
    private static final double OVERALL = 7;

    public CleanDemand {
        if (units.length != censored.length || units.length != oneOff.length) {
            throw new IllegalArgumentException("one entry for each day, in all three arrays");
        }
        steps = List.copyOf(steps);
    }

    /** The same, saying that the days until {@code until} are of a product which it succeeds (rule {@code predecessor}). */
    public CleanDemand inherited(String code, LocalDate until) {
        List<CleaningStep> told = new ArrayList<>(List.of(new CleaningStep(
                "predecessor", "Its history until " + until + " is that of " + code + ", which it succeeds.",
                List.of(new CleaningStep.Figure("until", until.toString(), "")))));
        told.addAll(steps);
        return new CleanDemand(from, units, censored, oneOff, told);
    }

    public int days() {
        return units.length;
    }

    /** The first day after the history: the origin of a forecast. */
    public LocalDate end() {
        return from.plusDays(units.length);
    }

    public int daysWithDemand() {
        return (int) Arrays.stream(units).filter(u -> u > 0).count();
    }

    public int censoredDays() {
        int count = 0;
        for (boolean day : censored) {
            count += day ? 1 : 0;
        }
        return count;
    }

    /**
     * Demand of each day, where a censored day counts as the mean of the open days of the four weeks around it (drawn to the mean of all open
     * days by as much as seven days weigh), but never as less than what was served.
     */
    public double[] filled() {
        int n = units.length;
        double[] sum = new double[n + 1];
        int[] open = new int[n + 1];
        for (int d = 0; d < n; d++) {
            sum[d + 1] = sum[d] + (censored[d] ? 0 : units[d]);
            open[d + 1] = open[d] + (censored[d] ? 0 : 1);
        }
        double[] filled = units.clone();
        if (open[n] == 0) {
            return filled;
        }
        double overall = sum[n] / open[n];
        for (int d = 0; d < n; d++) {
            if (censored[d]) {
                int low = Math.max(0, d - AROUND);
                int high = Math.min(n, d + AROUND + 1);
                double rate = (sum[high] - sum[low] + OVERALL * overall) / (open[high] - open[low] + OVERALL);
                filled[d] = Math.max(units[d], rate);
            }
        }
        return filled;
    }
}
