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

    static double mean(DemandDistribution demand, LeadTime lead, int reviewDays) {
        double sum = 0;
        for (int i = 0; i < lead.scenarios().length; i++) {
            sum += lead.weights()[i] * demand.mean(lead.scenarios()[i] + reviewDays);
        }
        return sum;
    }

    static double quantile(DemandDistribution demand, LeadTime lead, int reviewDays, double p) {
        int[] scenarios = lead.scenarios();
        if (scenarios[0] == scenarios[scenarios.length - 1]) {
            return demand.quantile(p, scenarios[0] + reviewDays);
        }
        Point[] points = new Point[scenarios.length * (EDGES.length - 1)];
        int at = 0;
        for (int i = 0; i < scenarios.length; i++) {
            for (int j = 1; j < EDGES.length; j++) {
                double middle = (EDGES[j - 1] + EDGES[j]) / 2;
                double weight = lead.weights()[i] * (EDGES[j] - EDGES[j - 1]);
                points[at++] = new Point(demand.quantile(middle, scenarios[i] + reviewDays), weight);
            }
        }
        Arrays.sort(points);
        return interpolate(points, p);
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
