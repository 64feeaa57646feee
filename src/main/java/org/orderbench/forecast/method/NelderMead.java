package org.orderbench.forecast.method;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The downhill simplex search within a box (Nelder and Mead 1965, with the usual coefficients 1, 2, ½, ½). For the few smoothing constants of
 * a model, where a look at the function is cheap and a gradient is not at hand.
 */
final class NelderMead {

    private NelderMead() {}

    /** The best point found in at most {@code looks} evaluations. Points outside [low, high] are moved to the edge. */
    static double[] minimise(ToDoubleFunction<double[]> cost, double[] start, double[] low, double[] high, int looks) {
        int n = start.length;
        double[][] point = new double[n + 1][];
        double[] value = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            point[i] = start.clone();
            if (i > 0) {
                double step = 0.25 * (high[i - 1] - low[i - 1]);
                point[i][i - 1] += point[i][i - 1] + step > high[i - 1] ? -step : step;
            }
            value[i] = cost.applyAsDouble(inside(point[i], low, high));
        }
        int used = n + 1;
        double[] centre = new double[n];
        while (used < looks) {
            sort(point, value);
            if (value[n] - value[0] <= 1e-7 * Math.abs(value[0])) {
                break;
            }
            Arrays.fill(centre, 0);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    centre[j] += point[i][j] / n;
                }
            }
            double[] reflected = inside(along(centre, point[n], -1), low, high);
            double atReflected = cost.applyAsDouble(reflected);
            used++;
            if (atReflected < value[0]) {
                double[] further = inside(along(centre, point[n], -2), low, high);
                double atFurther = cost.applyAsDouble(further);
                used++;
                boolean better = atFurther < atReflected;
                replaceWorst(point, value, better ? further : reflected, better ? atFurther : atReflected);
            } else if (atReflected < value[n - 1]) {
                replaceWorst(point, value, reflected, atReflected);
            } else {
                double[] nearer = inside(along(centre, point[n], atReflected < value[n] ? -0.5 : 0.5), low, high);
                double atNearer = cost.applyAsDouble(nearer);
                used++;
                if (atNearer < Math.min(atReflected, value[n])) {
                    replaceWorst(point, value, nearer, atNearer);
                } else {
                    for (int i = 1; i <= n; i++) {
                        point[i] = along(point[0], point[i], 0.5);
                        value[i] = cost.applyAsDouble(point[i]);
                        used++;
                    }
                }
            }
        }
        sort(point, value);
        return point[0];
    }

    /** centre + share × (other − centre). */
    private static double[] along(double[] centre, double[] other, double share) {
        double[] result = new double[centre.length];
        for (int j = 0; j < result.length; j++) {
            result[j] = centre[j] + share * (other[j] - centre[j]);
        }
        return result;
    }

    private static double[] inside(double[] point, double[] low, double[] high) {
        for (int j = 0; j < point.length; j++) {
            point[j] = Math.clamp(point[j], low[j], high[j]);
        }
        return point;
    }

    private static void replaceWorst(double[][] point, double[] value, double[] with, double cost) {
        point[point.length - 1] = with;
        value[value.length - 1] = cost;
    }

    private static void sort(double[][] point, double[] value) {
        for (int i = 1; i < value.length; i++) {
            double[] p = point[i];
            double v = value[i];
            int j = i - 1;
            while (j >= 0 && value[j] > v) {
                point[j + 1] = point[j];
                value[j + 1] = value[j];
                j--;
            }
            point[j + 1] = p;
            value[j + 1] = v;
        }
    }
}
