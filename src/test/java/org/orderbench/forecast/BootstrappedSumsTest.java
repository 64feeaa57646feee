package org.orderbench.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orderbench.forecast.method.LevelTrack;

class BootstrappedSumsTest {

    private static final double[] SPARSE = pattern(36, 0, 0, 0, 5, 0, 0, 1, 0, 0, 0, 0, 2);
    /** Half of the buckets have demand in both; here it comes in runs, there by turns. */
    private static final double[] RUNS = pattern(48, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0);

    private static final double[] TURNS = pattern(48, 1, 0);

    private static double[] pattern(int length, double... repeated) {
        return IntStream.range(0, length).mapToDouble(t -> repeated[t % repeated.length]).toArray();
    }

    @Test
    void totalsComeToWhatTheHistoryBrought() {
        double expected = 24 * Arrays.stream(SPARSE).average().orElseThrow();
        assertThat(Arrays.stream(BootstrappedSums.of(SPARSE, 24)).average().orElseThrow()).isCloseTo(expected, within(0.12 * expected));
    }

    @Test
    void demandThatComesInRunsSpreadsItsTotals() {
        assertThat(range(BootstrappedSums.of(RUNS, 6))).isGreaterThanOrEqualTo(5);
        assertThat(range(BootstrappedSums.of(TURNS, 6))).isLessThanOrEqualTo(2);
    }

    private static double range(double[] sums) {
        return Probabilities.of(sums, 0.95) - Probabilities.of(sums, 0.05);
    }

    @Test
    void aRunGoesOnFromTheLastBucket() {
        double[] afterDemand = Arrays.copyOf(RUNS, 42);
        assertThat(Arrays.stream(BootstrappedSums.of(afterDemand, 1)).sum()).isGreaterThan(0.7 * BootstrappedSums.DRAWS);
        assertThat(Arrays.stream(BootstrappedSums.of(RUNS, 1)).sum()).isLessThan(0.3 * BootstrappedSums.DRAWS);
    }

    @Test
    void aHistoryTooShortForOneWindowStillHasTotals() {
        double[] sums = BootstrappedSums.of(new double[] {4, 0, 0, 3}, 8);
        assertThat(sums).hasSize(BootstrappedSums.DRAWS).isSorted();
        assertThat(sums[sums.length - 1]).isGreaterThan(7);
    }

    @Test
    void theSameHistoryGivesTheSameTotalsInAnyUnit() {
        double[] dozens = Arrays.stream(SPARSE).map(value -> 16 * value).toArray();
        double[] expected = Arrays.stream(BootstrappedSums.of(SPARSE, 7)).map(value -> 16 * value).toArray();
        assertThat(BootstrappedSums.of(dozens, 7)).containsExactly(expected);
    }

    @Test
    void aConstantStaysAndNothingBringsNothing() {
        assertThat(BootstrappedSums.of(pattern(9, 3), 4)).containsOnly(12);
        assertThat(BootstrappedSums.of(new double[12], 4)).isEmpty();
    }

    @Test
    void onlyWhereDemandPausesAreTotalsDrawn() {
        LevelTrack track = LevelTrack.of(SPARSE, 1);
        assertThat(OwnErrors.of(track, Window.first(6), DemandClass.LUMPY).sums()).containsExactly(BootstrappedSums.of(SPARSE, 6));
        assertThat(OwnErrors.of(track, Window.first(6), DemandClass.INTERMITTENT).sums()).hasSize(BootstrappedSums.DRAWS);
        assertThat(OwnErrors.of(track, Window.first(6), DemandClass.ERRATIC).sums()).hasSize(31);
        assertThat(OwnErrors.of(track, Window.first(6), DemandClass.SMOOTH).sums()).isEmpty();
    }
}
