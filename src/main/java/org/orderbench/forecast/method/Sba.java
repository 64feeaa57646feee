package org.orderbench.forecast.method;

/**
 * Croston's method with the Syntetos-Boylan correction: size and interval of the demands are smoothed apart and divided; the quotient is
 * corrected by 1 − alpha/2 (Croston 1972; Syntetos and Boylan 2005). Where demand never pauses there is no interval to correct for, and the
 * smoothed size stands.
 */
public final class Sba implements Method {

    private static final double ALPHA = 0.1;

    @Override
    public String name() {
        return "Croston SBA";
    }

    @Override
    public double[] path(double[] y, int season, int horizon) {
        double size = 0;
        double interval = 0;
        int demands = 0;
        int since = 0;
        boolean pauses = false;
        for (double value : y) {
            since++;
            if (value > 0) {
                demands++;
                // A growing mean until it has seen as much as the constant stands for: no favour for the first demand.
                double share = Math.max(ALPHA, 1.0 / demands);
                size += share * (value - size);
                interval += share * (since - interval);
                pauses |= since > 1;
                since = 0;
            }
        }
        if (demands == 0) {
            return Numbers.flat(0, horizon);
        }
        return Numbers.flat(size / interval * (pauses ? 1 - ALPHA / 2 : 1), horizon);
    }
}
