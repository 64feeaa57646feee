package org.orderbench.replenish;

/** The standard normal law, as far as planning needs it. */
final class Normal {

    private Normal() {}

    /** Its quantile by the rational approximation 26.2.23 of Abramowitz and Stegun; the error is below 0.00045. {@code p} in (0, 1). */
    static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("a probability between 0 and 1 is needed, not " + p);
        }
        if (p > 0.5) {
            return -quantile(1 - p);
        }
        double t = Math.sqrt(-2 * Math.log(p));
        double upper = 2.515517 + t * (0.802853 + t * 0.010328);
        double lower = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
        return -(t - upper / lower);
    }
}
