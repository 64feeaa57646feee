package org.orderbench.replenish;

import java.util.List;
import java.util.Optional;
import org.orderbench.forecast.DemandDistribution;
import org.orderbench.forecast.Forecast;

/**
 * The demand that a quantity is planned on: the forecast, or where there is none a fallback that says so.
 *
 * @param fallback true when it is not a forecast
 * @param remarks  what the buyer should know of it
 */
public record DemandBasis(DemandDistribution demand, String method, double confidence, boolean fallback, List<String> remarks) {

    /** A rate from less than this is worth nothing. */
    private static final int SHORTEST_DAYS = 14;

    public DemandBasis {
        remarks = List.copyOf(remarks);
    }

    /** Empty where nothing was ever issued that a rate could be taken from. */
    static Optional<DemandBasis> of(SkuFacts facts, Forecast forecast) {
        return switch (forecast) {
            case Forecast.Available available -> Optional.of(
                    new DemandBasis(SampledDemand.of(available.total(), facts), available.method(), available.confidence(), false, available.remarks()));
            case Forecast.Unavailable unavailable -> lastYear(facts, unavailable.reason());
        };
    }

    private static Optional<DemandBasis> lastYear(SkuFacts facts, String why) {
        History history = facts.history();
        int days = history.yearDays();
        double sum = history.yearSold();
        if (days < SHORTEST_DAYS || !(sum > 0)) {
            return Optional.empty();
        }
        String method = "mean of the last " + Words.days(days);
        return Optional.of(new DemandBasis(
                new SteadyDemand(sum / days, Math.max(1, history.yearSquares() / sum)), method, 0, true, List.of("No forecast (" + why + "): planned with the " + method + ".")));
    }

    /** The same at another strength, for a what-if. */
    DemandBasis times(double factor) {
        return new DemandBasis(new Scaled(demand, factor), method + " × " + Words.amount(factor), confidence, fallback, remarks);
    }

    private record Scaled(DemandDistribution of, double factor) implements DemandDistribution {
        @Override
        public double mean(double days) {
            return of.mean(days) * factor;
        }

        @Override
        public double quantile(double p, double days) {
            return of.quantile(p, days) * factor;
        }
    }
}
