package org.orderbench.forecast.method;

/**
 * The history summed into ever larger blocks, each smoothed and spread back, and the results averaged (Petropoulos and Kourentzes 2015,
 * IMAPA). With one block size only it is ADIDA (Nikolopoulos, Syntetos, Boylan, Petropoulos and Assimakopoulos 2011), whose usual block is
 * the mean interval between demands.
 *
 * @param all whether to average over all block sizes up to the mean interval (at least up to 4), or take that one block size
 */
public record Imapa(boolean all) implements Method {

    @Override
    public String name() {
        return all ? "IMAPA" : "ADIDA";
    }

    @Override
    public double[] path(double[] y, int season, int horizon) {
        int demands = 0;
        for (double value : y) {
            demands += value > 0 ? 1 : 0;
        }
        if (demands == 0) {
            return Numbers.flat(0, horizon);
        }
        int largest = Math.clamp(Math.round((float) y.length / demands), 2, Math.max(2, y.length / 4));
        if (all) {
            largest = Math.min(Math.max(largest, 4), Math.max(2, y.length / 4));
        }
        double sum = 0;
        int from = all ? 1 : largest;
        for (int block = from; block <= largest; block++) {
            sum += Smoothing.fit(blocks(y, block)).level() / block;
        }
        return Numbers.flat(sum / (largest - from + 1), horizon);
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
