package org.orderbench.forecast;

/**
 * How demand comes: by the mean interval between buckets with demand (1.32) and the squared variation of their sizes (0.49) (Syntetos, Boylan
 * and Croston 2005).
 */
public enum DemandClass {
    SMOOTH,
    ERRATIC,
    INTERMITTENT,
    LUMPY;

    private static final double INTERVAL = 1.32;
    private static final double VARIATION = 0.49;

    /** Whether buckets without demand are usual. */
    boolean pauses() {
        return this == INTERMITTENT || this == LUMPY;
    }

    /** Whether the sizes of demands vary much. */
    boolean varies() {
        return this == ERRATIC || this == LUMPY;
    }

    static DemandClass of(double[] y) {
        int demands = 0;
        double sum = 0;
        double squares = 0;
        for (double value : y) {
            if (value > 0) {
                demands++;
                sum += value;
                squares += value * value;
            }
        }
        if (demands == 0) {
            return LUMPY;
        }
        double mean = sum / demands;
        double variation = (squares / demands - mean * mean) / (mean * mean);
        boolean pauses = (double) y.length / demands >= INTERVAL;
        boolean varies = variation >= VARIATION;
        return pauses ? varies ? LUMPY : INTERMITTENT : varies ? ERRATIC : SMOOTH;
    }
}
