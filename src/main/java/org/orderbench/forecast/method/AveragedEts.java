package org.orderbench.forecast.method;

/**
 * Three models of the history without its season, a level, a level with a trend and one with a fading trend (ETS(A,N,N), (A,A,N) and (A,Ad,N):
 * Hyndman, Koehler, Ord and Snyder 2008), averaged by how well they fit for their number of constants (Akaike weights: Burnham and Anderson
 * 2002; for exponential smoothing Kolassa 2011).
 */
public final class AveragedEts implements Trending {

    private static final int FEWEST = 10;
    /** Constants of each model, its first state and the error's variance included. */
    private static final int LEVEL = 3;

    private static final int TREND = 5;
    private static final int DAMPED = 6;

    @Override
    public String name() {
        return "averaged ETS";
    }

    @Override
    public double[] ahead(Fits fits, int horizon) {
        double[] x = fits.x;
        Smoothing level = fits.smoothing();
        double[] flat = Numbers.level(level.level(), horizon);
        if (x.length < FEWEST) {
            return flat;
        }
        Trend straight = Trend.fit(x, false);
        Trend damped = fits.damped();
        return averaged(
                new double[][] {flat, straight.path(horizon), damped.path(horizon)},
                new double[] {criterion(x.length, level.sse(), LEVEL), criterion(x.length, straight.sse(), TREND), criterion(x.length, damped.sse(), DAMPED)});
    }

    private static double[] averaged(double[][] paths, double[] criteria) {
        double least = Double.POSITIVE_INFINITY;
        for (double criterion : criteria) {
            least = Math.min(least, criterion);
        }
        double[] path = new double[paths[0].length];
        double all = 0;
        for (int m = 0; m < paths.length; m++) {
            double weight = Math.exp(-(criteria[m] - least) / 2);
            all += weight;
            for (int h = 0; h < path.length; h++) {
                path[h] += weight * paths[m][h];
            }
        }
        for (int h = 0; h < path.length; h++) {
            path[h] /= all;
        }
        return path;
    }

    /** Akaike's criterion, corrected for short histories (Hurvich and Tsai 1989). */
    private static double criterion(int n, double sse, int constants) {
        return n * Math.log(Math.max(sse, 1e-12) / n) + 2.0 * constants + 2.0 * constants * (constants + 1) / (n - constants - 1);
    }
}
