package org.orderbench.forecast;

import java.util.Arrays;

/**
 * Combination weights: not negative, sum 1, least mean squared error of the combination over the looks back, drawn towards equal weights
 * (Bates and Granger 1969; Timmermann 2006 on shrinking to equal).
 */
final class Weights {

    private static final int MOVES = 200;

    private Weights() {}

    static double[] equal(int m) {
        double[] w = new double[m];
        Arrays.fill(w, 1.0 / m);
        return w;
    }

    /** By the inverse of the mean squared errors, to a power; equal ones where nothing is known. */
    static double[] inverse(Errors errors, double power, double[] prior) {
        int m = errors.product().length;
        double[] w = prior.clone();
        if (errors.weight() == 0) {
            return w;
        }
        double sum = 0;
        for (int i = 0; i < m; i++) {
            w[i] *= Math.pow(Math.max(errors.product()[i][i], 1e-9), -power);
            sum += w[i];
        }
        for (int i = 0; i < m; i++) {
            w[i] /= sum;
        }
        return w;
    }

    /** Moves weight from the method that costs most at the margin to the one that costs least, as far as it pays, until nothing is gained. */
    static double[] of(Errors errors, double[] prior) {
        int m = errors.product().length;
        double[] w = prior.clone();
        if (errors.weight() == 0) {
            return w;
        }
        double[][] g = new double[m][m];
        double trace = 0;
        for (int i = 0; i < m; i++) {
            g[i] = errors.product()[i].clone();
            trace += g[i][i];
        }
        // The ridge pulls to zero and, since the sum is fixed, that is to equal weights.
        for (int i = 0; i < m; i++) {
            g[i][i] += T.DRAWN * errors.product()[i][i];
        }
        double[] gradient = new double[m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                gradient[i] += g[i][j] * w[j];
            }
            gradient[i] -= T.DRAWN * errors.product()[i][i] * prior[i];
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
