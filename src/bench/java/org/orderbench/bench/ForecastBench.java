package org.orderbench.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.orderbench.forecast.SeriesForecaster;
import org.orderbench.forecast.SeriesSource;
import org.orderbench.forecast.method.DampedHolt;

/**
 * The whole forecaster, learning included, against fitting one damped trend to each of the same series: weeks, months, and many SKUs by day.
 * Arguments: SKUs by day (default 10,000).
 */
public final class ForecastBench {

    private static final int WARM_UPS = 2;
    private static final int RUNS = 5;

    private ForecastBench() {}

    /** One kind of series. */
    private record Kind(String name, int series, int length, int season, int year, int horizon, double rate) {}

    public static void main(String[] args) throws Exception {
        int daily = args.length > 0 && !args[0].isBlank() ? Integer.parseInt(args[0].strip()) : 10_000;
        measure(new Kind("weeks", 1_000, 97, 1, 52, 8, 4), WARM_UPS, RUNS);
        measure(new Kind("months", 1_000, 115, 12, 12, 18, 200), WARM_UPS, RUNS);
        measure(new Kind("days", daily, 730, 7, 364, 28, 0.4), 0, 1);
    }

    private static void measure(Kind kind, int warmUps, int runs) throws Exception {
        List<double[]> series = series(kind);
        Stopwatch.resetPeak();
        Stopwatch.Timing all = Stopwatch.time(warmUps, runs, () -> {
            SeriesForecaster forecaster = SeriesForecaster.fit(SeriesSource.of(series, _ -> true), kind.season, kind.year, kind.horizon);
            return IntStream.range(0, series.size()).parallel().mapToDouble(i -> forecaster.forecast(i).total().at(0.95)).sum();
        });
        double peak = Stopwatch.peakHeapMegabytes();
        Stopwatch.Timing one = Stopwatch.time(warmUps, runs,
                () -> series.parallelStream().mapToDouble(y -> new DampedHolt().path(y, kind.season, kind.horizon)[0]).sum());
        System.out.printf("%-7s %6d series: %s; %.2f CPU s for 1,000, peak heap %.0f MB; %.0f times one damped trend%n", kind.name, kind.series, all.words(),
                all.cpuMedian() * 1000 / kind.series, peak, all.cpuMedian() / one.cpuMedian());
    }

    /** Orders of one to five units at rates around the kind's, with a wave of a season. */
    private static List<double[]> series(Kind kind) {
        Random random = new Random(1);
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < kind.series; i++) {
            double rate = kind.rate * Math.exp(random.nextGaussian());
            double[] y = new double[kind.length];
            for (int t = 0; t < y.length; t++) {
                double expected = rate * (1 + 0.3 * Math.sin(2 * Math.PI * t / Math.max(2, kind.season)));
                double orders = expected + Math.sqrt(expected) * random.nextGaussian();
                y[t] = Math.max(0, Math.rint(orders)) * (expected < 2 ? 1 + random.nextInt(5) : 1);
            }
            all.add(y);
        }
        return all;
    }
}
