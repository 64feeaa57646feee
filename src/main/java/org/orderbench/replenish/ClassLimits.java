package org.orderbench.replenish;

/**
 * Where the ABC/XYZ classes end.
 *
 * @param aUpTo  SKUs that together make up this share of the yearly value, the most valuable first, are A
 * @param bUpTo  those that follow, up to this share, are B; the rest is C
 * @param xBelow a spread of demand below this part of its mean is X
 * @param yBelow below this, Y; the rest is Z
 */
public record ClassLimits(double aUpTo, double bUpTo, double xBelow, double yBelow) {

    public static final ClassLimits USUAL = new ClassLimits(0.80, 0.95, 0.5, 1);

    /** @throws IllegalArgumentException if a class ends before the one ahead of it */
    public ClassLimits {
        if (!(0 < aUpTo && aUpTo < bUpTo && bUpTo < 1)) {
            throw new IllegalArgumentException("Class A ends at a share of " + aUpTo + " and B at " + bUpTo + ": A must end before B. Change the other one first.");
        }
        if (!(0 < xBelow && xBelow < yBelow)) {
            throw new IllegalArgumentException("Class X ends at a spread of " + xBelow + " and Y at " + yBelow + ": X must end before Y. Change the other one first.");
        }
    }
}
