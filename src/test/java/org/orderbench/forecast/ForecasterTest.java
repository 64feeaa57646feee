package org.orderbench.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderbench.demand.CleanDemand;

class ForecasterTest {

    private static final double[] PROBABILITIES = {0.001, 0.1, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999};
    private static final double[] DAYS = {0, 0.5, 1, 3, 7, 10, 17, 28, 45, 60, 100, 182, 200, 365};

    @Test
    void aConstantDemandIsForecastAsItself() {
        double[] units = new double[400];
        java.util.Arrays.fill(units, 5);
        DemandDistribution total = available(new Forecaster(pool(1)).forecast(history(units), 30)).total();
        assertThat(total.mean(17)).isCloseTo(85, within(1e-6));
        assertThat(total.quantile(0.95, 17)).isCloseTo(85, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void quantilesRiseWithProbabilityAndTimeAndAreNeverNegative(long seed) {
        Forecaster forecaster = new Forecaster(pool(seed));
        for (double rate : new double[] {0.02, 0.2, 1, 8}) {
            if (!(forecaster.forecast(history(random(new Random(seed), 500, rate)), 21) instanceof Forecast.Available forecast)) {
                continue;
            }
            DemandDistribution total = forecast.total();
            for (double p : PROBABILITIES) {
                double before = 0;
                for (double days : DAYS) {
                    double q = total.quantile(p, days);
                    assertThat(q).isFinite().isGreaterThanOrEqualTo(before - 1e-9);
                    assertThat(total.quantile(p / 2, days)).isLessThanOrEqualTo(q + 1e-9);
                    before = q;
                }
            }
            assertThat(total.quantile(0.9, 0)).isZero();
            assertThat(total.mean(0)).isZero();
            assertThat(total.mean(200)).isFinite().isGreaterThanOrEqualTo(total.mean(100));
        }
    }

    @Test
    void theSameHistoryGivesTheSameAnswer() {
        double[] units = random(new Random(9), 500, 2);
        DemandDistribution one = available(new Forecaster(pool(4)).forecast(history(units), 21)).total();
        DemandDistribution two = available(new Forecaster(pool(4)).forecast(history(units), 21)).total();
        for (double days : DAYS) {
            assertThat(one.quantile(0.95, days)).isEqualTo(two.quantile(0.95, days));
            assertThat(one.mean(days)).isEqualTo(two.mean(days));
        }
    }

    @Test
    void aPoolSurvivesItsJson() {
        ForecastPool pool = pool(5);
        String json = pool.toJson();
        assertThat(json.length()).isLessThan(500_000);
        double[] units = random(new Random(10), 300, 1);
        DemandDistribution one = available(new Forecaster(pool).forecast(history(units), 21)).total();
        DemandDistribution two = available(new Forecaster(ForecastPool.fromJson(json)).forecast(history(units), 21)).total();
        assertThat(two.quantile(0.95, 21)).isEqualTo(one.quantile(0.95, 21));
        assertThat(two.mean(21)).isEqualTo(one.mean(21));
    }

    @Test
    void withoutAPoolAForecastIsStillMade() {
        DemandDistribution total = available(new Forecaster(ForecastPool.empty()).forecast(history(random(new Random(3), 300, 3)), 21)).total();
        assertThat(total.mean(30)).isBetween(130.0, 230.0);
        assertThat(total.quantile(0.95, 30)).isGreaterThan(total.mean(30));
    }

    @Test
    void noDemandIsUnavailableWithTheReason() {
        assertThat(new Forecaster(ForecastPool.empty()).forecast(history(new double[90]), 21))
                .isEqualTo(new Forecast.Unavailable("no demand in 90 days of history"));
    }

    @Test
    void tooShortAHistoryIsUnavailableWithTheFigures() {
        double[] units = new double[21];
        units[2] = 4;
        assertThat(new Forecaster(ForecastPool.empty()).forecast(history(units), 21))
                .isEqualTo(new Forecast.Unavailable("3 weeks since the first demand with 1 days of demand; 6 weeks with 2 days of demand needed"));
    }

    @Test
    void theUpperQuantileCoversWhatItPromises() {
        Forecaster forecaster = new Forecaster(pool(6));
        Random random = new Random(60);
        int covered = 0;
        int count = 0;
        for (int i = 0; i < 200; i++) {
            double[] units = random(random, 528, 0.3);
            double ahead = 0;
            for (int d = 500; d < 528; d++) {
                ahead += units[d];
            }
            if (forecaster.forecast(history(java.util.Arrays.copyOf(units, 500)), 28) instanceof Forecast.Available forecast) {
                count++;
                covered += ahead <= forecast.total().quantile(0.95, 28) ? 1 : 0;
            }
        }
        assertThat(count).isGreaterThan(150);
        assertThat(covered / (double) count).isBetween(0.90, 0.99);
    }

    @Test
    void aSkuOfLessThanTwoYearsRisesAsItsCategoryDidAYearAgo() {
        Forecaster forecaster = new Forecaster(Forecaster.fit(peaking(120, 560)));
        DemandDistribution peak = available(forecaster.forecast(peaking(1, 560).getFirst(), 56)).total();
        DemandDistribution flat = available(new Forecaster(ForecastPool.empty()).forecast(peaking(1, 560).getFirst(), 56)).total();
        assertThat(peak.mean(56)).isGreaterThan(1.4 * flat.mean(56));
        assertThat(peak.quantile(0.95, 56)).isGreaterThan(peak.mean(56));
    }

    @Test
    void theYearKeepsItsDatesWhenThePoolIsOlderThanTheHistory() {
        Forecaster forecaster = new Forecaster(Forecaster.fit(peaking(120, 560)));
        DemandDistribution later = available(forecaster.forecast(peaking(1, 560 + 70).getFirst(), 28)).total();
        DemandDistribution flat = available(new Forecaster(ForecastPool.empty()).forecast(peaking(1, 560 + 70).getFirst(), 28)).total();
        assertThat(later.mean(28)).as("ten weeks on, the peak is over").isLessThan(0.8 * flat.mean(28));
    }

    @Test
    void aSkuThatEndedIsForecastNearNothing() {
        double[] units = random(new Random(12), 500, 1);
        DemandDistribution alive = available(new Forecaster(pool(4)).forecast(history(units.clone()), 21)).total();
        java.util.Arrays.fill(units, 300, 500, 0);
        DemandDistribution ended = available(new Forecaster(pool(4)).forecast(history(units), 21)).total();
        assertThat(ended.mean(28)).as("no demand for 200 days").isLessThan(0.1 * alive.mean(28));
    }

    @Test
    void aNewSkuIsForecastByItsCategoryAndByWhatItSold() {
        Forecaster forecaster = new Forecaster(pool(7));
        double[] slow = new double[21];
        slow[4] = 2;
        double[] fast = new double[21];
        java.util.Arrays.fill(fast, 9);
        Forecast.Available one = available(forecaster.forecast(history(slow), 21));
        Forecast.Available other = available(forecaster.forecast(history(fast), 21));
        assertThat(one.method()).isEqualTo("category analogue");
        assertThat(one.remarks()).anyMatch(remark -> remark.startsWith("New: forecast from what 80 SKUs of its category sell"));
        assertThat(one.confidence()).isLessThan(0.15);
        assertThat(one.total().mean(30)).isBetween(3.0, 90.0);
        assertThat(other.total().mean(30)).isBetween(150.0, 270.0);
        assertThat(one.total().quantile(0.95, 30)).isGreaterThan(one.total().mean(30));
    }

    /** SKUs whose demand triples in the two months from day 196 of each year on, and for six weeks in spring; the first day is day 0. */
    private static List<SkuHistory> peaking(int skus, int days) {
        List<SkuHistory> histories = new ArrayList<>();
        for (int i = 0; i < skus; i++) {
            Random random = new Random(i);
            double[] units = new double[days];
            for (int d = 0; d < days; d++) {
                int day = d % 364;
                double rate = day >= 196 && day < 252 || day >= 70 && day < 112 ? 3 : 1;
                units[d] = random.nextDouble() < 0.5 ? Math.round(4 * rate * random.nextDouble()) : 0;
            }
            histories.add(history(units));
        }
        return histories;
    }

    private static Forecast.Available available(Forecast forecast) {
        assertThat(forecast).isInstanceOf(Forecast.Available.class);
        return (Forecast.Available) forecast;
    }

    private static ForecastPool pool(long seed) {
        Random random = new Random(seed);
        List<SkuHistory> histories = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            histories.add(history(random(random, 420, 0.3)));
            histories.add(history(random(random, 380, 3)));
        }
        return Forecaster.fit(histories);
    }

    private static SkuHistory history(double[] units) {
        return new SkuHistory(
                new CleanDemand(LocalDate.of(2025, 1, 1), units, new boolean[units.length], new boolean[units.length], List.of()), "all");
    }

    /** Orders of one to three units, {@code rate} of them a day on average. */
    private static double[] random(Random random, int days, double rate) {
        double[] units = new double[days];
        for (int d = 0; d < days; d++) {
            for (double left = -Math.log(random.nextDouble()) / rate; left < 1; left -= Math.log(random.nextDouble()) / rate) {
                units[d] += 1 + random.nextInt(3);
            }
        }
        return units;
    }
}
