package org.orderbench.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orderbench.demand.CleanDemand;

/**
 * What SKUs of one category sell: what a new one is expected to, until it has a history of its own. Rates of orders are spread over the category's
 * SKUs as a gamma distribution; the new SKU's own orders update it (empirical Bayes; Greenwood and Yule 1920, as in Bradford and Sugrue 1990).
 *
 * @param skus how many SKUs it is from
 * @param rate their mean demand in a day, in units
 * @param size mean size of an order, weighted by units
 * @param even how alike the rates are: the squared mean over the variance
 */
record Analogue(int skus, double rate, double size, double even) {

    /** Fewer SKUs don't tell how a category sells. */
    private static final int FEWEST = 10;

    private static final int FEWEST_DAYS = 56;
    /** Limits to how alike or unlike rates are taken to be, whatever the category shows. */
    private static final double LEAST_EVEN = 0.1;

    private static final double MOST_EVEN = 4;

    /** Gathers rates category by category. */
    static final class Gathering {
        private final Map<String, List<double[]>> byCategory = new TreeMap<>();

        void add(SkuHistory history) {
            CleanDemand demand = history.demand();
            double units = 0;
            double squares = 0;
            for (double day : demand.units()) {
                units += day;
                squares += day * day;
            }
            if (units > 0 && demand.days() >= FEWEST_DAYS && !history.category().isBlank()) {
                byCategory.computeIfAbsent(history.category(), _ -> new ArrayList<>()).add(new double[] {units / demand.days(), squares / units});
            }
        }

        Map<String, Analogue> analogues() {
            Map<String, Analogue> analogues = new TreeMap<>();
            byCategory.forEach((category, skus) -> {
                if (skus.size() >= FEWEST) {
                    double rate = skus.stream().mapToDouble(sku -> sku[0]).average().orElse(0);
                    double size = skus.stream().mapToDouble(sku -> sku[1]).average().orElse(1);
                    double variance = skus.stream().mapToDouble(sku -> (sku[0] - rate) * (sku[0] - rate)).sum() / (skus.size() - 1);
                    analogues.put(category, new Analogue(skus.size(), rate, size, Math.clamp(rate * rate / variance, LEAST_EVEN, MOST_EVEN)));
                }
            });
            return analogues;
        }
    }

    /** Demand ahead of a SKU that sold {@code units} in its first {@code days}. */
    DemandDistribution after(double units, int days) {
        double orders = units / size;
        double mean = size * (even + orders) / (even * size / rate + days);
        return new NewDemand(mean, size, even + orders);
    }

    /**
     * Gamma-distributed totals whose variance is that of orders of one size at a rate that is itself uncertain.
     *
     * @param rate  mean demand in a day
     * @param size  units of an order
     * @param shape how sure the rate is
     */
    private record NewDemand(double rate, double size, double shape) implements DemandDistribution {
        @Override
        public double mean(double days) {
            return rate * days;
        }

        /** By Wilson and Hilferty's cube root (1931). */
        @Override
        public double quantile(double p, double days) {
            double mean = mean(days);
            if (mean <= 0) {
                return 0;
            }
            double ninth = (size / mean + 1 / shape) / 9;
            double root = Math.max(0, 1 - ninth + Probabilities.score(p) * Math.sqrt(ninth));
            return mean * root * root * root;
        }
    }
}
