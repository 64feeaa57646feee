package org.orderbench.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderbench.forecast.method.Method;
import org.orderbench.forecast.method.Methods;

/** What holds for any history, over seeded random ones of many kinds. */
class ForecastPropertiesTest {

    private static final double[] PROBABILITIES = {0.01, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};
    private static final int HORIZON = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyMethodIsFiniteNotNegativeAndGrowsWithItsHistory(long seed) {
        for (double[] y : series(seed, 60)) {
            Series plain = Series.of(y, 12);
            if (plain.length() == 0) {
                continue;
            }
            double[] eightfold = Arrays.stream(plain.y).map(value -> value * 8).toArray();
            for (Method method : Methods.all()) {
                double[] path = method.path(plain.y, 12, HORIZON);
                assertThat(path).as(method.name()).hasSize(HORIZON);
                double[] scaled = method.path(eightfold, 12, HORIZON);
                for (int h = 0; h < HORIZON; h++) {
                    assertThat(path[h]).as(method.name()).isFinite().isNotNegative();
                    assertThat(scaled[h]).as(method.name()).isCloseTo(8 * path[h], within(1e-6 + 0.02 * path[h]));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void quantilesRiseAndAreNeverNegative(long seed) {
        List<double[]> series = series(seed, 120);
        SeriesForecaster forecaster = SeriesForecaster.fit(SeriesSource.of(series, _ -> true), 12, 12, HORIZON);
        for (int i = 0; i < series.size(); i++) {
            SeriesForecaster.Ahead ahead = forecaster.forecast(i);
            for (int step = -1; step < HORIZON; step++) {
                double before = 0;
                for (double p : PROBABILITIES) {
                    double quantile = step < 0 ? ahead.total().at(p) : ahead.quantile(step, p);
                    assertThat(quantile).isFinite().isGreaterThanOrEqualTo(before);
                    before = quantile;
                }
            }
            assertThat(Arrays.stream(ahead.mean()).allMatch(value -> Double.isFinite(value) && value >= 0)).isTrue();
        }
    }

    /**
     * Sums are consistent: a total is never less than any of its periods needs; and where demand does not pause, to be as safe over all periods takes
     * less, over all series, than to be so in each for itself. (Of sparse demand it may take more: nine of ten single periods need nothing.)
     */
    @ParameterizedTest
    @ValueSource(longs = {14, 15})
    void aTotalHangsTogetherWithItsPeriods(long seed) {
        List<double[]> series = series(seed, 120);
        SeriesForecaster forecaster = SeriesForecaster.fit(SeriesSource.of(series, _ -> true), 12, 12, HORIZON);
        for (double p : new double[] {0.75, 0.9, 0.95, 0.99}) {
            double together = 0;
            double apart = 0;
            for (int i = 0; i < series.size(); i++) {
                SeriesForecaster.Ahead ahead = forecaster.forecast(i);
                double total = ahead.total().at(p);
                double[] each = IntStream.range(0, HORIZON).mapToDouble(step -> ahead.quantile(step, p)).toArray();
                assertThat(total).as("series %d at %s", i, p).isGreaterThanOrEqualTo(Arrays.stream(each).max().orElseThrow());
                double level = Arrays.stream(series.get(i)).average().orElse(0);
                if (Arrays.stream(series.get(i)).noneMatch(value -> value == 0)) {
                    together += total / level;
                    apart += Arrays.stream(each).sum() / level;
                }
            }
            assertThat(together).as("at %s", p).isPositive().isLessThan(apart);
        }
    }

    @Test
    void unitsOfMeasureDoNotMatter() {
        List<double[]> series = series(6, 120);
        List<double[]> dozens = series.stream().map(y -> Arrays.stream(y).map(value -> value * 16).toArray()).toList();
        SeriesForecaster one = SeriesForecaster.fit(SeriesSource.of(series, _ -> true), 12, 1, HORIZON);
        SeriesForecaster other = SeriesForecaster.fit(SeriesSource.of(dozens, _ -> true), 12, 1, HORIZON);
        for (int i = 0; i < series.size(); i++) {
            assertThat(other.forecast(i).total().at(0.95)).isCloseTo(16 * one.forecast(i).total().at(0.95), Percentage.withPercentage(1e-6));
            assertThat(other.forecast(i).mean()[0]).isCloseTo(16 * one.forecast(i).mean()[0], Percentage.withPercentage(1e-6));
        }
    }

    @Test
    void theSameSeriesGiveTheSameAnswerOnAnyNumberOfThreads() {
        List<double[]> series = series(7, 200);
        double[] once = totals(series);
        double[] again = totals(series);
        assertThat(again).containsExactly(once);
    }

    @Test
    void aConstantSeriesIsForecastAsItselfAmongOthers() {
        List<double[]> series = new ArrayList<>(series(8, 80));
        double[] constant = new double[40];
        Arrays.fill(constant, 7);
        series.add(constant);
        SeriesForecaster.Ahead ahead = SeriesForecaster.fit(SeriesSource.of(series, _ -> true), 12, 1, HORIZON).forecast(series.size() - 1);
        for (double value : ahead.mean()) {
            assertThat(value).isCloseTo(7, within(1e-6));
        }
        for (double p : PROBABILITIES) {
            assertThat(ahead.total().at(p)).isCloseTo(7 * HORIZON, within(1e-6));
        }
    }

    @Test
    void noFileCanMakeItFail() {
        List<double[]> odd = List.of(new double[0], new double[] {0}, new double[] {3}, new double[] {0, 0, 1e12}, new double[] {1e12, 1e-9, 1e12},
                new double[] {1e-300, 0, 0, 1e-300, 5, 0, 0}, new double[900]);
        SeriesForecaster forecaster = SeriesForecaster.fit(SeriesSource.of(odd, _ -> true), 7, 52, 400);
        for (int i = 0; i < odd.size(); i++) {
            SeriesForecaster.Ahead ahead = forecaster.forecast(i);
            assertThat(Arrays.stream(ahead.mean()).allMatch(value -> Double.isFinite(value) && value >= 0)).isTrue();
            assertThat(ahead.total().at(0.95)).isFinite().isNotNegative();
        }
    }

    /** Each of the still ones moved in its first buckets only, then jumped: scaled by its own hardly visible errors, the jump is millions of them. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.05, 0.5})
    void aFewStillSeriesThatJumpDoNotExplodeTheRest(double early) {
        List<double[]> usual = series(21, 200).stream().map(y -> Arrays.stream(y).map(value -> value + 40).toArray()).toList();
        double[] alone = topTotals(usual, 200);
        List<double[]> mixed = new ArrayList<>(usual);
        for (int i = 0; i < 4; i++) {
            double[] still = new double[60];
            Arrays.fill(still, 20 + i);
            still[1] *= 1 + early;
            Arrays.fill(still, 57, 60, 3 * (20 + i));
            mixed.add(still);
        }
        double[] beside = topTotals(mixed, 200);
        for (int i = 0; i < alone.length; i++) {
            assertThat(beside[i]).as("series %d", i).isLessThan(4 * alone[i]);
        }
    }

    private static double[] topTotals(List<double[]> series, int count) {
        SeriesForecaster forecaster = SeriesForecaster.fit(SeriesSource.of(series, _ -> true), 1, 1, HORIZON);
        return IntStream.range(0, count).mapToDouble(i -> forecaster.forecast(i).total().at(0.995)).toArray();
    }

    private static double[] totals(List<double[]> series) {
        SeriesForecaster forecaster = SeriesForecaster.fit(SeriesSource.of(series, _ -> true), 12, 12, HORIZON);
        double[] totals = new double[series.size()];
        for (int i = 0; i < totals.length; i++) {
            totals[i] = forecaster.forecast(i).total().at(0.9);
        }
        return totals;
    }

    /** Smooth, seasonal, trending, erratic and sparse ones, of six to sixty buckets. */
    private static List<double[]> series(long seed, int count) {
        Random random = new Random(seed);
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] y = new double[6 + random.nextInt(55)];
            double level = Math.exp(random.nextGaussian() * 2 + 2);
            double trend = random.nextGaussian() * 0.02;
            double wave = random.nextInt(3) == 0 ? 0.5 : 0;
            double zeros = random.nextInt(3) == 0 ? 0.7 : 0;
            for (int t = 0; t < y.length; t++) {
                double value = level * (1 + trend * t) * (1 + wave * Math.sin(t * Math.PI / 6)) * Math.exp(0.4 * random.nextGaussian());
                y[t] = random.nextDouble() < zeros ? 0 : Math.max(0, Math.rint(value));
            }
            all.add(y);
        }
        return all;
    }
}
