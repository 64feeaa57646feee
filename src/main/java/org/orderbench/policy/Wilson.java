package org.orderbench.policy;

/**
 * Wilson's score interval of a share (Wilson 1927, Journal of the American Statistical Association 22): honest for few observations, where a
 * bare share is not. At 95 % confidence.
 *
 * @param lower 0 to 1; 0 without observations
 * @param upper 0 to 1; 1 without observations
 */
public record Wilson(double lower, double upper) {

    private static final double Z = 1.959964;

    public static Wilson of(int hits, int observations) {
        if (hits < 0 || hits > observations) {
            throw new IllegalArgumentException(hits + " of " + observations + " is no share");
        }
        if (observations == 0) {
            return new Wilson(0, 1);
        }
        double n = observations;
        double p = hits / n;
        double z2 = Z * Z;
        double middle = p + z2 / (2 * n);
        double spread = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        double scale = 1 + z2 / n;
        return new Wilson(Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale));
    }
}
