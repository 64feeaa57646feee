package org.orderbench.forecast;

import java.util.List;

/**
 * Kept forecasts compared with what happened, for one SKU or for all SKUs of a slice: whether forecasts lean, how large their errors are, and
 * whether quantiles cover what they promise. Pure.
 */
public final class Tracking {

    /** Beyond this, forecasts lean one way for longer than chance allows (Trigg 1964: about 1.5 standard deviations of the smoothed signal). */
    public static final double LEANING = 0.5;

    /** Below this many outcomes a signal says nothing yet. */
    public static final int FEWEST = 6;

    private static final double SHARE = 0.2;

    private Tracking() {}

    /**
     * One kept forecast of a stretch that is over.
     *
     * @param forecast expected total, in the product's own unit
     * @param upper    the quantile that was kept with it
     * @param p        the probability of that quantile
     * @param actual   the total that came, cleaned like the history it continues; stretches with stock-out days should be left out
     * @param change   mean absolute change of the history from one such stretch to the next: what errors are measured in; 0 when unknown
     */
    public record Outcome(double forecast, double upper, double p, double actual, double change) {}

    /**
     * What outcomes say together.
     *
     * @param count    how many
     * @param bias     sum of forecast less actual, over the sum of actual; NaN when nothing was demanded
     * @param mase     mean absolute error in units of the history's own change (Hyndman and Koehler 2006); NaN when no change is known
     * @param rmsse    root of the mean squared error in the same units (after M5, Makridakis et al. 2022); NaN when no change is known
     * @param coverage share of outcomes at or below their upper quantile; NaN when there are none
     * @param promised mean of the probabilities of those quantiles
     * @param signal   smoothed error over smoothed absolute error, from -1 (always too low) to 1 (always too high) (Trigg 1964)
     */
    public record Score(int count, double bias, double mase, double rmsse, double coverage, double promised, double signal) {

        /** Whether forecasts lean one way beyond chance: what the guardrails listen to. */
        public boolean leans() {
            return count >= FEWEST && Math.abs(signal) > LEANING;
        }

        /** Whether upper quantiles were broken far more often than they promised: by more than two standard errors of a share. */
        public boolean breaksPromises() {
            return count >= FEWEST && coverage < promised - 2 * Math.sqrt(promised * (1 - promised) / count);
        }
    }

    /** The score of outcomes in order of time, oldest first. */
    public static Score of(List<Outcome> outcomes) {
        double error = 0;
        double demand = 0;
        double absolute = 0;
        double squared = 0;
        int scaled = 0;
        int covered = 0;
        double promised = 0;
        double smoothed = 0;
        double size = 0;
        for (Outcome outcome : outcomes) {
            double e = outcome.forecast - outcome.actual;
            error += e;
            demand += outcome.actual;
            covered += outcome.actual <= outcome.upper ? 1 : 0;
            promised += outcome.p;
            if (outcome.change > 0) {
                scaled++;
                absolute += Math.abs(e) / outcome.change;
                squared += e * e / (outcome.change * outcome.change);
            }
            smoothed += SHARE * (e - smoothed);
            size += SHARE * (Math.abs(e) - size);
        }
        int n = outcomes.size();
        return new Score(
                n,
                demand > 0 ? error / demand : Double.NaN,
                scaled > 0 ? absolute / scaled : Double.NaN,
                scaled > 0 ? Math.sqrt(squared / scaled) : Double.NaN,
                n > 0 ? (double) covered / n : Double.NaN,
                n > 0 ? promised / n : Double.NaN,
                size > 0 ? smoothed / size : 0);
    }
}
