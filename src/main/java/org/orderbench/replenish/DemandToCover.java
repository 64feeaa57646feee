package org.orderbench.replenish;

import java.util.Arrays;
import org.orderbench.forecast.DemandDistribution;

/**
 * Demand over the protection interval when its length is uncertain too: the mixture, over the possible lead times, of demand until that lead time and
 * the review period have passed. So safety covers both spreads without assuming a normal law for either.
 */
final class DemandToCover {

    /** Cells of probability in which a scenario's demand is sampled at the middle: finer where service levels lie. */
    private static final double[] EDGES = {
        0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.985, 0.99, 0.995, 1
    };

    private DemandToCover() {}

    static double mean(DemandDistribution demand, Protection protection) {
        double sum = 0;
        for (int i = 0; i < protection.days().length; i++) {
            sum += protection.weights()[i] * StockPath.meanAt(demand, protection.days()[i]);
        }
        return sum;
    }

    static double quantile(DemandDistribution demand, Protection protection, double p) {
        return protection.isCertain() ? demand.quantile(p, protection.days()[0]) : interpolate(points(demand, protection), p);
    }

    /** What of demand a supply is expected to leave unserved: the mean of what exceeds it. */
    static double beyond(DemandDistribution demand, Protection protection, double supply) {
        double sum = 0;
        for (Point point : points(demand, protection)) {
            sum += point.weight() * Math.max(0, point.amount() - supply);
        }
        return sum;
    }

    private static Point[] points(DemandDistribution demand, Protection protection) {
        int[] scenarios = protection.days();
        Point[] points = new Point[scenarios.length * (EDGES.length - 1)];
        int at = 0;
        for (int i = 0; i < scenarios.length; i++) {
            for (int j = 1; j < EDGES.length; j++) {
                double middle = (EDGES[j - 1] + EDGES[j]) / 2;
                double weight = protection.weights()[i] * (EDGES[j] - EDGES[j - 1]);
                points[at++] = new Point(demand.quantile(middle, scenarios[i]), weight);
            }
        }
        Arrays.sort(points);
        return points;
    }

    private static double interpolate(Point[] points, double p) {
        double before = 0;
        double previousMiddle = 0;
        double previous = points[0].amount();
        for (Point point : points) {
            double middle = before + point.weight() / 2;
            if (middle >= p) {
                double span = middle - previousMiddle;
                return span <= 0 ? point.amount() : previous + (point.amount() - previous) * (p - previousMiddle) / span;
            }
            before += point.weight();
            previousMiddle = middle;
            previous = point.amount();
        }
        return previous;
    }

    private record Point(double amount, double weight) implements Comparable<Point> {
        @Override
        public int compareTo(Point other) {
            return Double.compare(amount, other.amount);
        }
    }
}
