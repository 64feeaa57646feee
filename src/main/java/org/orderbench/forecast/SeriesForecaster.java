package org.orderbench.forecast;

import java.util.Arrays;
import java.util.List;
import org.orderbench.forecast.method.Methods;

/**
 * Forecasts plain series of one kind over one horizon: the pool is fitted on the series themselves. Immutable after its making, safe for any
 * thread, deterministic.
 */
public final class SeriesForecaster {

    /** Series that the pool is fitted on at most; of more, every second, fourth … is taken. */
    private static final int MOST = 3000;

    private static final int FEWEST = 300;
    /** Numbers that looks back hold at most while the pool is fitted; as doubles about 150 MB. */
    private static final long HELD = 20_000_000;
    /** Series whose length is looked at first. */
    private static final int PROBED = 1000;

    private final SeriesSource source;
    private final int season;
    private final Pool pool;
    /** The looks back at each series where the pool was fitted on all of them; of so many that it wasn't, the weights of its class serve each. */
    private final List<List<Errors>> errors;

    private SeriesForecaster(SeriesSource source, int season, Pool.Fitted fitted) {
        this.source = source;
        this.season = season;
        this.pool = fitted.pool();
        this.errors = fitted.errors().size() == source.size() ? fitted.errors() : List.of();
    }

    /**
     * One series ahead, in its own unit.
     *
     * @param mean  expected demand of each period ahead
     * @param total the total over all of them
     * @param ends  the first and the last period, between which the spread of single periods is interpolated
     * @param never whether it never had demand, and is forecast as none
     */
    public record Ahead(double[] mean, Spread total, List<Spread> ends, boolean never) {

        /** The quantile of one period ahead, 0 being the first; never more than that of the total, which it is part of. */
        public double quantile(int step, double p) {
            double share = mean.length == 1 ? 0 : (double) step / (mean.length - 1);
            double first = ends.getFirst().at(p) - mean[0];
            double last = ends.getLast().at(p) - mean[mean.length - 1];
            return Math.min(Math.max(0, mean[step] + first + share * (last - first)), total.at(p));
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
     * Learns from the series; uses all cores. Holds a sample of them while it learns.
     *
     * @param season  periods in a cycle that a series can show by itself; 1 for none
     * @param year    periods in a year, whose rise and fall the series may share; 1 for none
     * @param horizon periods ahead
     */
    public static SeriesForecaster fit(SeriesSource source, int season, int year, int horizon) {
        Thinned sample = new Thinned(most(source, horizon));
        for (int i = 0; i < source.size(); i++) {
            int index = i;
            sample.offer(() -> series(source, index, season));
        }
        List<Window> windows = List.of(Window.first(horizon), new Window(0, 1), new Window(horizon - 1, horizon));
        return new SeriesForecaster(source, season, Pool.fit(sample.kept(), Plan.of(horizon, windows), year));
    }

    /** Fewer where histories or horizons are long: each look back holds the history and the path of each method. */
    private static int most(SeriesSource source, int horizon) {
        int longest = 1;
        for (int i = 0; i < source.size(); i += Math.max(1, source.size() / PROBED)) {
            longest = Math.max(longest, source.periods(i).length);
        }
        long held = (long) Pool.LOOKS * (2L * longest + (long) Methods.all().size() * horizon);
        return Math.toIntExact(Math.clamp(HELD / held, FEWEST, MOST));
    }

    private static Series series(SeriesSource source, int index, int season) {
        return Series.of(source.periods(index), season, source.aligned(index) ? Kin.SAME_DATES : Kin.OTHER_DATES);
    }

    /** Forecasts one of the series; one that never had demand is forecast as none. */
    public Ahead forecast(int index) {
        Series series = series(source, index, season);
        Pool.Ahead ahead = pool.ahead(series, errors.isEmpty() ? List.of() : errors.get(index));
        List<Spread> spreads = ahead.quantiles().stream().map(q -> new Spread(Arrays.copyOf(q, q.length))).toList();
        return new Ahead(ahead.typical(), spreads.getFirst(), spreads.subList(1, 3), series.length() == 0);
    }
}
