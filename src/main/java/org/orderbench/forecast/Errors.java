package org.orderbench.forecast;

import org.orderbench.forecast.method.Methods;

/**
 * How the errors of the methods go together: the mean product of the scaled errors of each pair. What combination weights are found from.
 *
 * @param weight how many looks back it stands for
 * @param product mean products, methods by methods
 */
record Errors(double weight, double[][] product) {

    static Errors none() {
        int m = Methods.all().size();
        return new Errors(0, new double[m][m]);
    }

    /** Of one look back: half from the errors of single buckets, half from that of the total, all in units of the history's own changes. */
    static Errors of(Trial trial) {
        double scale = Trial.scale(trial.history());
        int m = trial.paths().length;
        if (scale == 0) {
            return none();
        }
        int steps = trial.actual().length;
        double[][] error = new double[m][steps];
        double[] total = new double[m];
        double[] centre = new double[steps];
        for (int i = 0; i < m; i++) {
            for (int h = 0; h < steps; h++) {
                error[i][h] = (trial.paths()[i][h] - trial.actual()[h]) / scale;
                total[i] += error[i][h] / steps;
                centre[h] += error[i][h] / m;
            }
        }
        double size = 0;
        for (double e : centre) {
            size += e * e / steps;
        }
        // RMSSE is a mean of roots: dividing by the root lets wild series not outweigh the rest.
        double tame = 1 / Math.max(Math.sqrt(size), 0.1);
        double[][] product = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int h = 0; h < steps; h++) {
                    sum += error[i][h] * error[j][h];
                }
                product[i][j] = tame * (sum / steps + total[i] * total[j]) / 2;
                product[j][i] = product[i][j];
            }
        }
        return new Errors(1, product);
    }

    /** Both together, {@code other} counting with {@code share} of its weight. */
    Errors plus(Errors other, double share) {
        double added = other.weight * share;
        double all = weight + added;
        if (all == 0) {
            return this;
        }
        int m = product.length;
        double[][] mixed = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                mixed[i][j] = (weight * product[i][j] + added * other.product[i][j]) / all;
            }
        }
        return new Errors(all, mixed);
    }

    /** The same mean products, standing for at most {@code most} looks back. */
    Errors capped(double most) {
        return weight <= most ? this : new Errors(most, product);
    }
}
