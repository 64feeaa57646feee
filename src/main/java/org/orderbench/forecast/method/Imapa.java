package org.orderbench.forecast.method;

/**
 * {@link Adida} over all block sizes from one bucket up to the mean interval between demands (at least up to 4), averaged: no single size has to be
 * the right one (Petropoulos and Kourentzes 2015, IMAPA).
 */
public final class Imapa implements Method {

    private static final int LEAST_LARGEST = 4;

    @Override
    public String name() {
        return "IMAPA";
    }

    @Override
    public double[] path(double[] y, int season, int horizon) {
        int largest = Adida.within(y, Math.max(Adida.usualBlock(y), LEAST_LARGEST));
        double sum = 0;
        for (int block = 1; block <= largest; block++) {
            sum += Adida.rate(y, block);
        }
        return Numbers.flat(sum / largest, horizon);
    }
}
