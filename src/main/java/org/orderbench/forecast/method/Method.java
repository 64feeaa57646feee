package org.orderbench.forecast.method;

/** One way to continue a demand history. Stateless and safe for any thread. */
public interface Method {

    /** In words that the window may show: "Theta". */
    String name();

    /**
     * The expected demand of each of the next buckets.
     *
     * @param y       at least one bucket, oldest first; finite and not negative. Not changed
     * @param season  buckets in a cycle; 1 when there is none. A method that needs more cycles than {@code y} has forecasts without season
     * @param horizon how many buckets ahead, at least 1
     * @return finite and not negative, one figure for each bucket ahead
     */
    double[] path(double[] y, int season, int horizon);
}
