package org.orderbench.forecast;

/**
 * Combination weights: not negative, sum 1, least mean squared error of the combination over the looks back, drawn towards weights by
 * inverse error (Bates and Granger 1969; Timmermann 2006 on shrinkage).
 */
final class Weights {

    /** How strongly weights are drawn to where they start, as a share of each method's own mean squared error. */
    private static final double DRAWN = 0.05;
    /** How sharply the start tells good methods from bad. */
    private static final double POWER = 4;

    private static final int MOVES = 200;

    private Weights() {}

    /** The methods of {@code usual}, each by the inverse of its mean squared error to a power; as they are where nothing is known. */
    static double[] byError(Errors errors, double[] usual) {
        double[] w = usual.clone();
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            w[i] *= errors.weight() == 0 ? 1 : Math.pow(Math.max(errors.product()[i][i], 1e-9), -POWER);
            sum += w[i];
        }
        for (int i = 0; i < w.length; i++) {
            w[i] /= sum;
        }
        return w;
    }

    /**
     * Weights for these errors, drawn towards {@code start} by a ridge in proportion to each method's own error, so that a method that is far off
     * does not come in as a hedge.
     *
     * <p>Moves weight from the method that costs most at the margin to the one that costs least, as far as it pays, until nothing is
     * gained.
     */
    static double[] of(Errors errors, double[] start) {
        int m = errors.product().length;
        double[] w = start.clone();
        if (errors.weight() == 0) {
            return w;
        }
        double[][] g = new double[m][m];
        double trace = 0;
        for (int i = 0; i < m; i++) {
            g[i] = errors.product()[i].clone();
            trace += g[i][i];
        }
        for (int i = 0; i < m; i++) {
            g[i][i] += DRAWN * errors.product()[i][i];
        }
        double[] gradient = new double[m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                gradient[i] += g[i][j] * w[j];
            }
            gradient[i] -= DRAWN * errors.product()[i][i] * start[i];
        }
        for (int move = 0; move < MOVES; move++) {
            int from = -1;
            int to = 0;
            for (int i = 0; i < m; i++) {
                if (w[i] > 0 && (from < 0 || gradient[i] > gradient[from])) {
                    from = i;
                }
                to = gradient[i] < gradient[to] ? i : to;
            }
            double gain = gradient[from] - gradient[to];
            double curve = g[from][from] + g[to][to] - 2 * g[from][to];
            if (gain <= 1e-6 * trace / m || curve <= 0) {
                break;
            }
            double moved = Math.min(w[from], gain / curve);
            w[from] -= moved;
            w[to] += moved;
            for (int i = 0; i < m; i++) {
                gradient[i] += moved * (g[i][to] - g[i][from]);
            }
        }
        return w;
    }

    static double[] combine(double[] w, double[][] paths) {
        double[] path = new double[paths[0].length];
        for (int i = 0; i < w.length; i++) {
            for (int h = 0; h < path.length && w[i] > 0; h++) {
                path[h] += w[i] * paths[i][h];
            }
        }
        return path;
    }
}
