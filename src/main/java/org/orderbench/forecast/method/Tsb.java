package org.orderbench.forecast.method;

/**
 * Teunter, Syntetos and Babai (2011): the chance of demand is updated in every bucket and the size in buckets with demand, so the forecast of
 * a product that has ended fades. The two constants are chosen by one-step errors from a small grid.
 */
public final class Tsb implements Method {

    private static final double[] CHANCE = {0.02, 0.05, 0.1, 0.2};
    private static final double[] SIZE = {0.05, 0.1, 0.2};

    @Override
    public String name() {
        return "TSB";
    }

    @Override
    public double[] path(double[] y, int season, int horizon) {
        int demands = 0;
        double sizes = 0;
        for (double value : y) {
            if (value > 0) {
                demands++;
                sizes += value;
            }
        }
        if (demands == 0) {
            return Numbers.flat(0, horizon);
        }
        double best = Double.POSITIVE_INFINITY;
        double level = 0;
        for (double onChance : CHANCE) {
            for (double onSize : SIZE) {
                double chance = (double) demands / y.length;
                double size = sizes / demands;
                double sse = 0;
                for (double value : y) {
                    double error = value - chance * size;
                    sse += error * error;
                    chance += onChance * ((value > 0 ? 1 : 0) - chance);
                    if (value > 0) {
                        size += onSize * (value - size);
                    }
                }
                if (sse < best) {
                    best = sse;
                    level = chance * size;
                }
            }
        }
        return Numbers.flat(level, horizon);
    }
}
