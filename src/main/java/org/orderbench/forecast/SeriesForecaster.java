package org.orderbench.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Forecasts plain series of one kind over one horizon: the pool is fitted on the series themselves. Immutable after its making, safe for any
 * thread, deterministic.
 */
public final class SeriesForecaster {

    /** Series that the pool is fitted on at most; of more, every second, fourth … is taken. */
    private static final int MOST = 3000;

    private final List<double[]> periods;
    private final IntPredicate aligned;
    private final int season;
    private final Pool pool;
    /** The looks back at each series where the pool was fitted on all of them; of so many that it wasn't, the weights of its class serve each. */
    private final List<List<Errors>> errors;

    private SeriesForecaster(List<double[]> periods, IntPredicate aligned, int season, Pool.Fitted fitted) {
        this.periods = periods;
        this.aligned = aligned;
        this.season = season;
        this.pool = fitted.pool();
        this.errors = fitted.errors().size() == periods.size() ? fitted.errors() : List.of();
    }

    /**
     * One series ahead, in its own unit.
     *
     * @param mean  expected demand of each period ahead
     * @param total the total over all of them
     * @param ends  the first and the last period, between which the spread of single periods is interpolated
     */
    public record Ahead(double[] mean, Spread total, List<Spread> ends) {

        /** The quantile of one period ahead, 0 being the first. */
        public double quantile(int step, double p) {
            double share = mean.length == 1 ? 0 : (double) step / (mean.length - 1);
            double first = ends.getFirst().at(p) - mean[0];
            double last = ends.getLast().at(p) - mean[mean.length - 1];
            return Math.max(0, mean[step] + first + share * (last - first));
        }
    }

    /** A distribution by its quantiles. */
    public static final class Spread {
        private final double[] quantiles;

        private Spread(double[] quantiles) {
            this.quantiles = quantiles;
        }

        /** @param p in (0, 1) */
        public double at(double p) {
            return Probabilities.at(p, quantiles);
        }
    }

    /**
     * Learns from the series; uses all cores.
     *
     * @param series  demand by period, oldest first; none negative
     * @param aligned which of them end in the last period of all, so that their periods are the same dates
     * @param season  periods in a cycle that a series can show by itself; 1 for none
     * @param year    periods in a year, whose rise and fall the series may share; 1 for none
     * @param horizon periods ahead
     */
    public static SeriesForecaster fit(List<double[]> series, IntPredicate aligned, int season, int year, int horizon) {
        Thinned sample = new Thinned(MOST);
        for (int i = 0; i < series.size(); i++) {
            int index = i;
            sample.offer(() -> Series.of(series.get(index), season, aligned.test(index) ? Kin.SAME_DATES : Kin.OTHER_DATES));
        }
        List<Window> windows = List.of(Window.first(horizon), new Window(0, 1), new Window(horizon - 1, horizon));
        return new SeriesForecaster(series, aligned, season, Pool.fit(sample.kept(), Plan.of(horizon, windows), year));
    }

    /** Forecasts one of the series; one that never had demand is forecast as none. */
    public Ahead forecast(int index) {
        Series series = Series.of(periods.get(index), season, aligned.test(index) ? Kin.SAME_DATES : Kin.OTHER_DATES);
        Pool.Ahead ahead = pool.ahead(series, errors.isEmpty() ? List.of() : errors.get(index));
        List<Spread> spreads = ahead.quantiles().stream().map(q -> new Spread(Arrays.copyOf(q, q.length))).toList();
        return new Ahead(ahead.typical(), spreads.getFirst(), spreads.subList(1, 3));
    }
}
