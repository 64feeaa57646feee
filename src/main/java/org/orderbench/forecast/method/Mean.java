package org.orderbench.forecast.method;

/**
 * The mean of the last buckets, or of all.
 *
 * @param buckets how many; 0 means all
 */
public record Mean(int buckets) implements Method {

    @Override
    public String name() {
        return buckets == 0 ? "mean" : "mean of last " + buckets;
    }

    @Override
    public double[] path(double[] y, int season, int horizon) {
        int from = buckets == 0 ? 0 : Math.max(0, y.length - buckets);
        return Numbers.flat(Numbers.mean(y, from, y.length), horizon);
    }
}
