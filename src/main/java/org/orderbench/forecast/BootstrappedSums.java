package org.orderbench.forecast;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Totals of a stretch of buckets drawn from a sparse history (Willemain, Smart and Schwarz 2004, "A new approach to forecasting
 * intermittent demand for service parts inventories", without its jitter): whether a bucket has demand follows on whether the one before had, as often
 * as it did in the history, and how much is drawn from the demands that came. The same history gives the same totals. Pure.
 */
final class BootstrappedSums {

    static final int DRAWS = 200;
    private static final long SEED = 2004;
    /** Times that each step is taken to have been seen beyond what was: no step of a short history is certain. */
    private static final double UNSEEN = 0.5;

    private BootstrappedSums() {}

    /**
     * @param y      the buckets, oldest first, not negative
     * @param length of the stretch, in buckets
     * @return the drawn totals, sorted; empty where no bucket had demand
     */
    static double[] of(double[] y, int length) {
        double[] sizes = Arrays.stream(y).filter(value -> value > 0).toArray();
        if (sizes.length == 0) {
            return sizes;
        }
        double afterNone = chance(y, false);
        double afterDemand = chance(y, true);
        SplittableRandom random = new SplittableRandom(SEED);
        double[] sums = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            boolean demand = y[y.length - 1] > 0;
            for (int t = 0; t < length; t++) {
                demand = random.nextDouble() < (demand ? afterDemand : afterNone);
                sums[i] += demand ? sizes[random.nextInt(sizes.length)] : 0;
            }
        }
        Arrays.sort(sums);
        return sums;
    }

    /** How often demand followed on a bucket with demand, or on one without; 1 where none was ever without. */
    private static double chance(double[] y, boolean onDemand) {
        int began = 0;
        int followed = 0;
        int withDemand = 0;
        for (int t = 0; t < y.length; t++) {
            withDemand += y[t] > 0 ? 1 : 0;
            if (t > 0 && y[t - 1] > 0 == onDemand) {
                began++;
                followed += y[t] > 0 ? 1 : 0;
            }
        }
        double usual = (double) withDemand / y.length;
        return (followed + 2 * UNSEEN * usual) / (began + 2 * UNSEEN);
    }
}
