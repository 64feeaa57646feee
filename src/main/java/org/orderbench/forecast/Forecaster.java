package org.orderbench.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.orderbench.demand.BucketSize;
import org.orderbench.demand.CleanDemand;
import org.orderbench.demand.CleaningStep;
import org.orderbench.forecast.method.Methods;

/** Forecasts SKUs with the help of a pool. Immutable, safe for any thread, deterministic; some milliseconds for one SKU. */
public final class Forecaster {

    /** Buckets of history that a forecast needs at least, and days with demand among them. */
    private static final int FEWEST_BUCKETS = 6;

    private static final int FEWEST_DEMANDS = 2;

    /** SKUs that a pool is fitted on at most; of more, every second, fourth … is taken. */
    private static final int MOST = 3000;

    private final ForecastPool pool;

    public Forecaster(ForecastPool pool) {
        this.pool = pool;
    }

    /** Learns from all SKUs; the histories are read once, in their order, and need not be held all at a time. Uses all cores. */
    public static ForecastPool fit(Iterable<SkuHistory> histories) {
        Map<BucketSize, Thinned> samples = new EnumMap<>(BucketSize.class);
        Analogue.Gathering analogues = new Analogue.Gathering();
        long end = Long.MIN_VALUE;
        for (SkuHistory history : histories) {
            end = end == Long.MIN_VALUE ? history.demand().end().toEpochDay() : end;
            analogues.add(history);
            long common = end;
            for (BucketSize size : BucketSize.values()) {
                if (size == BucketSize.of(history.demand(), 0) || size == BucketSize.of(history.demand(), Integer.MAX_VALUE)) {
                    samples.computeIfAbsent(size, _ -> new Thinned(MOST)).offer(() -> series(history, size, common));
                }
            }
        }
        Map<BucketSize, Pool> pools = new EnumMap<>(BucketSize.class);
        samples.forEach((size, sample) -> pools.put(size, Pool.fit(sample.kept(), Knots.plan(size), size.year()).pool()));
        return new ForecastPool(Math.max(0, end), pools, analogues.analogues());
    }

    /**
     * The forecast of one SKU.
     *
     * @param protectionDays the stretch that matters most, in days: it chooses the bucket. Any other stretch may be asked of the answer
     */
    public Forecast forecast(SkuHistory history, int protectionDays) {
        CleanDemand demand = history.demand();
        BucketSize size = BucketSize.of(demand, protectionDays);
        Series series = series(history, size, pool.end());
        if (series.length() == 0) {
            return new Forecast.Unavailable("no demand in " + demand.days() + " days of history");
        }
        int demands = demand.daysWithDemand();
        if (series.length() < FEWEST_BUCKETS || demands < FEWEST_DEMANDS) {
            return byAnalogue(history, series, size).orElseGet(() -> new Forecast.Unavailable("%d %s since the first demand with %d days of demand; %d %s with %d days of demand needed"
                    .formatted(series.length(), words(size), demands, FEWEST_BUCKETS, words(size), FEWEST_DEMANDS)));
        }
        Pool shared = pool.of(size);
        Pool.Ahead ahead = shared.ahead(series, shared.lookBack(series));
        DemandDistribution total = new FutureDemand(size.days(), ahead.path(), Knots.of(size), ahead.quantiles().toArray(double[][]::new));
        List<String> remarks = new ArrayList<>(demand.steps().stream().map(CleaningStep::text).toList());
        return new Forecast.Available(demand.end(), total, method(ahead.weights(), size), confidence(demand, series, size), remarks);
    }

    /** A new SKU is forecast by what others of its category sell and by what it sold itself so far. */
    private Optional<Forecast> byAnalogue(SkuHistory history, Series series, BucketSize size) {
        Analogue analogue = pool.analogues().get(history.category());
        if (analogue == null) {
            return Optional.empty();
        }
        CleanDemand demand = history.demand();
        double units = Arrays.stream(demand.filled()).sum();
        List<String> remarks = new ArrayList<>(demand.steps().stream().map(CleaningStep::text).toList());
        remarks.add("New: forecast from what " + analogue.skus() + " SKUs of its category sell, and from its own " + demand.days() + " days.");
        return Optional.of(new Forecast.Available(
                demand.end(), analogue.after(units, demand.days()), "category analogue", confidence(demand, series, size), remarks));
    }

    /** @param common the day after the pool's histories */
    private static Series series(SkuHistory history, BucketSize size, long common) {
        long after = history.demand().end().toEpochDay() - common;
        Kin kin = new Kin(history.category(), true, Math.toIntExact(Math.floorDiv(after + size.days() / 2, size.days())));
        return Series.of(size.sums(history.demand()), size.season(), kin);
    }

    /** The methods that carry most, the heaviest first. */
    private static String method(double[] weights, BucketSize size) {
        List<Integer> order = IntStream.range(0, weights.length).boxed()
                .filter(i -> weights[i] >= 0.1)
                .sorted((a, b) -> Double.compare(weights[b], weights[a]))
                .limit(3)
                .toList();
        String names = order.isEmpty()
                ? "mean of all methods"
                : order.stream().map(i -> Methods.all().get(i).name()).collect(Collectors.joining(", "));
        return names + "; " + size.word();
    }

    /** Rises with history up to a year, and with demands up to twelve; falls with the share of days out of stock. */
    private static double confidence(CleanDemand demand, Series series, BucketSize size) {
        double length = Math.min(1, series.length() * (double) size.days() / 364);
        double demands = Math.min(1, demand.daysWithDemand() / 12.0);
        double open = 1 - (double) demand.censoredDays() / demand.days();
        return Math.sqrt(length * demands) * open;
    }

    private static String words(BucketSize size) {
        return switch (size) {
            case DAY -> "days";
            case WEEK -> "weeks";
            case FOUR_WEEKS -> "months of four weeks";
        };
    }
}
