package org.orderbench.replenish;

import java.util.List;
import org.orderbench.forecast.DemandDistribution;
import org.orderbench.forecast.Forecast;

/** Forecasts for tests: a rate and a spread that a buyer could say aloud. */
public final class Demand {

    public static final String METHOD = "test";

    private Demand() {}

    /** {@code perDay} units a day, known exactly. */
    public static ForecastFunction exactly(double perDay) {
        return of(new DemandDistribution() {
            @Override
            public double mean(double days) {
                return perDay * days;
            }

            @Override
            public double quantile(double p, double days) {
                return perDay * days;
            }
        });
    }

    /** {@code perDay} units a day on average, as many customers would buy single units. */
    public static ForecastFunction lively(double perDay) {
        return of(new SteadyDemand(perDay, 1));
    }

    /** The same, bought in lots. */
    public static ForecastFunction lumpy(double perDay, double dispersion) {
        return of(new SteadyDemand(perDay, dispersion));
    }

    private static ForecastFunction of(DemandDistribution total) {
        return days -> new Forecast.Available(Facts.TODAY, total, METHOD, 0.8, List.of());
    }

    public static ForecastFunction none() {
        return days -> new Forecast.Unavailable("2 weeks of history, 6 needed");
    }
}
