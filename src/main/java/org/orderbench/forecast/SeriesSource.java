package org.orderbench.forecast;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * Series of demand that are read when they are needed, so that not all need be held at a time. Reading the same series again gives the same
 * periods. Safe for any thread.
 */
public interface SeriesSource {

    int size();

    /** Demand of one series by period, oldest first; none negative. */
    double[] periods(int index);

    /** Whether the series ends in the last period of all, so that its periods are the same dates as the others'. */
    boolean aligned(int index);

    /** Series that are held anyway. */
    static SeriesSource of(List<double[]> series, IntPredicate aligned) {
        return new SeriesSource() {
            @Override
            public int size() {
                return series.size();
            }

            @Override
            public double[] periods(int index) {
                return series.get(index);
            }

            @Override
            public boolean aligned(int index) {
                return aligned.test(index);
            }
        };
    }
}
