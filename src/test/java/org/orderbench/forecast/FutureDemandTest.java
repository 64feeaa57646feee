package org.orderbench.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How totals over any stretch, fractions of a bucket included, hang together with the buckets and the learned stretches that they are made of. */
class FutureDemandTest {

    private static final int WEEK = 7;
    private static final int[] KNOTS = {1, 2, 4, 8};

    private final double[] path = path(new Random(3));
    private final FutureDemand demand = of(path);

    private static double[] path(Random random) {
        return random.doubles(8, 0, 40).toArray();
    }

    private static FutureDemand of(double[] path) {
        double[][] quantiles = new double[KNOTS.length][];
        for (int k = 0; k < KNOTS.length; k++) {
            double mean = Arrays.stream(path, 0, KNOTS[k]).sum();
            double spread = 10 * Math.sqrt(KNOTS[k]);
            quantiles[k] = Arrays.stream(Probabilities.GRID).map(p -> Math.max(0, mean + spread * (p - 0.5) * 2)).toArray();
        }
        return new FutureDemand(WEEK, path, KNOTS, quantiles);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theMeanOfATotalIsTheSumOfItsDays(long seed) {
        FutureDemand any = of(path(new Random(seed)));
        double sum = 0;
        for (int day = 1; day <= 56; day++) {
            double more = any.mean(day) - any.mean(day - 1);
            assertThat(more).isNotNegative();
            sum += more;
            assertThat(any.mean(day)).isCloseTo(sum, within(1e-9));
        }
    }

    @Test
    void wholeBucketsAreSummedAndAFractionIsAShareOfItsBucket() {
        assertThat(demand.mean(14)).isCloseTo(path[0] + path[1], within(1e-9));
        assertThat(demand.mean(17)).as("17 days of weeks: two weeks and three sevenths of the third").isCloseTo(path[0] + path[1] + path[2] * 3 / 7, within(1e-9));
        assertThat(demand.mean(112)).as("beyond the path: as it was on average").isCloseTo(2 * DoubleStream.of(path).sum(), within(1e-9));
    }

    @Test
    void quantilesAreTheLearnedOnesAtTheirStretchAndStraightBetween() {
        double two = demand.quantile(0.95, 14);
        double four = demand.quantile(0.95, 28);
        assertThat(two).isCloseTo(path[0] + path[1] + 10 * Math.sqrt(2) * 0.9, within(1e-6));
        assertThat(demand.quantile(0.95, 17)).isCloseTo(two + (four - two) * 3 / 14, within(1e-9));
    }

    @Test
    void shorterAndLongerStretchesSpreadWithTheRootOfTime() {
        double gap = demand.quantile(0.95, 7) - demand.mean(7);
        assertThat(demand.quantile(0.95, 2) - demand.mean(2)).isCloseTo(gap * Math.sqrt(2.0 / 7), within(1e-9));
        double last = demand.quantile(0.95, 56) - demand.mean(56);
        assertThat(demand.quantile(0.95, 224) - demand.mean(224)).isCloseTo(2 * last, within(1e-9));
    }

    @Test
    void nothingIsNeededForNoTimeAndTimeDoesNotRunBackwards() {
        assertThat(demand.quantile(0.95, 0)).isZero();
        assertThatThrownBy(() -> demand.mean(-1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0 or more");
    }
}
