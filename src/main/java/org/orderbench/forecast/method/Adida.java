package org.orderbench.forecast.method;

/**
 * The history summed into blocks of the mean interval between demands, smoothed, and spread back evenly: within a block hardly a bucket is left
 * without demand (Nikolopoulos, Syntetos, Boylan, Petropoulos and Assimakopoulos 2011, ADIDA).
 */
public final class Adida implements Method {

    /** Blocks that smoothing needs to see. */
    private static final int FEWEST_BLOCKS = 4;

    @Override
    public String name() {
        return "ADIDA";
    }

    @Override
    public double[] path(double[] y, int season, int horizon) {
        return Numbers.flat(rate(y, usualBlock(y)), horizon);
    }

    /** The mean interval between demands in buckets, at least 2, and no more than leaves blocks to smooth. */
    static int usualBlock(double[] y) {
        int demands = 0;
        for (double value : y) {
            demands += value > 0 ? 1 : 0;
        }
        return within(y, demands == 0 ? y.length : Math.round((float) y.length / demands));
    }

    /** The block size nearest to {@code block} that {@code y} can carry. */
    static int within(double[] y, int block) {
        return Math.clamp(block, 2, Math.max(2, y.length / FEWEST_BLOCKS));
    }

    /** The smoothed demand of one bucket, as blocks of {@code block} buckets tell it. */
    static double rate(double[] y, int block) {
        return Smoothing.fit(blocks(y, block)).level() / block;
    }

    /** Sums of {@code size} buckets each, aligned to the end; an incomplete first block is left out unless it is all there is. */
    static double[] blocks(double[] y, int size) {
        int count = y.length / size;
        if (count == 0) {
            return new double[] {Numbers.mean(y, 0, y.length) * size};
        }
        double[] sums = new double[count];
        int skip = y.length - count * size;
        for (int t = skip; t < y.length; t++) {
            sums[(t - skip) / size] += y[t];
        }
        return sums;
    }
}
