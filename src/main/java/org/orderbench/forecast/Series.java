package org.orderbench.forecast;

import java.util.Arrays;

/**
 * A demand history in buckets of equal length, oldest first, ready to be forecast: finite, not negative, without the zeros before the first
 * demand. Internally in units of a power of two near its largest bucket, so that no square overflows and scaling demand scales forecasts.
 */
final class Series {

    /** Demand of each bucket divided by {@link #unit}. */
    final double[] y;

    final int season;
    final double unit;
    final Kin kin;

    private Series(double[] y, int season, double unit, Kin kin) {
        this.y = y;
        this.season = season;
        this.unit = unit;
        this.kin = kin;
    }

    /** @return the series, or one of length 0 when nothing was ever demanded */
    static Series of(double[] buckets, int season) {
        return of(buckets, season, Kin.SAME_DATES);
    }

    static Series of(double[] buckets, int season, Kin kin) {
        int first = 0;
        while (first < buckets.length && buckets[first] <= 0) {
            first++;
        }
        double largest = 0;
        for (double value : buckets) {
            if (!Double.isFinite(value) || value < 0) {
                throw new IllegalArgumentException("demand must be finite and not negative, but is " + value);
            }
            largest = Math.max(largest, value);
        }
        double unit = largest > 0 ? Math.scalb(1.0, Math.getExponent(largest)) : 1;
        double[] y = new double[buckets.length - first];
        for (int t = 0; t < y.length; t++) {
            y[t] = buckets[first + t] / unit;
        }
        return new Series(y, season, unit, kin);
    }

    int length() {
        return y.length;
    }

    /** The history as it was known before bucket {@code origin}. */
    double[] before(int origin) {
        return Arrays.copyOf(y, origin);
    }
}
