package org.orderbench.forecast;

import org.orderbench.forecast.method.Methods;

/**
 * How the errors of the methods go together: the mean product of the scaled errors of each pair. What combination weights are found from.
 *
 * @param weight how many looks back it stands for
 * @param product mean products, methods by methods
 */
record Errors(double weight, double[][] product) {

    /** Below this size, in the history's own changes, an error counts no more for being smaller. */
    private static final double LEAST = 0.1;
    /** The power of an error's size that it is divided by: 1 would be the mean of roots; somewhat more is more robust. */
    private static final double TAMED = 1.5;

    static Errors none() {
        int m = Methods.all().size();
        return new Errors(0, new double[m][m]);
    }

    /** Of one look back: half from the errors of single buckets, half from that of the total, all in units of the history's own changes. */
    static Errors of(Trial trial) {
        double scale = Trial.scale(trial.known().history());
        int m = trial.paths().length;
        if (scale == 0) {
            return none();
        }
        int steps = trial.actual().length;
        double[][] error = new double[m][steps];
        double[] total = new double[m];
        for (int i = 0; i < m; i++) {
            for (int h = 0; h < steps; h++) {
                error[i][h] = (trial.paths()[i][h] - trial.actual()[h]) / scale;
                total[i] += error[i][h] / steps;
            }
        }
        double[][] product = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int h = 0; h < steps; h++) {
                    sum += error[i][h] * error[j][h];
                }
                product[i][j] = (sum / steps + total[i] * total[j]) / 2;
                product[j][i] = product[i][j];
            }
        }
        return new Errors(1, product);
    }

    /**
     * The same errors divided by the size of the combination's own: a sum of these is lowest where the mean of roots is, as in RMSSE, so that
     * wild series don't outweigh the rest (iteratively reweighted least squares).
     */
    Errors tamed(double[] weights) {
        double size = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                size += weights[i] * weights[j] * product[i][j];
            }
        }
        double factor = 1 / Math.pow(Math.max(Math.sqrt(Math.max(0, size)), LEAST), TAMED);
        double[][] divided = new double[product.length][product.length];
        for (int i = 0; i < divided.length; i++) {
            for (int j = 0; j < divided.length; j++) {
                divided[i][j] = product[i][j] * factor;
            }
        }
        return new Errors(weight, divided);
    }

    /** Both together, each by its weight. */
    Errors plus(Errors other) {
        double all = weight + other.weight;
        if (all == 0) {
            return this;
        }
        int m = product.length;
        double[][] mixed = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                mixed[i][j] = (weight * product[i][j] + other.weight * other.product[i][j]) / all;
            }
        }
        return new Errors(all, mixed);
    }

    /** The same mean products, standing for at most {@code most} looks back. */
    Errors capped(double most) {
        return weight <= most ? this : new Errors(most, product);
    }
}
