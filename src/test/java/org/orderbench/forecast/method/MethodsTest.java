package org.orderbench.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each method on histories whose answer can be reckoned by hand. */
class MethodsTest {

    private static final double[] GROWING = series(24, t -> 10 + 2 * t);
    private static final double[] EVERY_THIRD = series(36, t -> t % 3 == 2 ? 9 : 0);

    private interface At {
        double at(int t);
    }

    private static double[] series(int length, At value) {
        double[] y = new double[length];
        for (int t = 0; t < length; t++) {
            y[t] = value.at(t);
        }
        return y;
    }

    private static double next(Method method, double... y) {
        return method.path(y, 1, 1)[0];
    }

    @Test
    void theIssuesMethodsAreAllThereEachUnderItsName() {
        assertThat(Methods.all().stream().map(Method::name)).contains(
                "exponential smoothing", "damped trend", "averaged ETS", "Holt-Winters, additive", "Holt-Winters, multiplicative", "Theta", "optimised Theta",
                "seasonal naive", "mean", "mean of last 12", "Croston SBA", "TSB", "ADIDA", "IMAPA", "cycle profile");
        assertThat(Methods.all().stream().map(Method::name).distinct().count()).isEqualTo(Methods.all().size());
    }

    @Test
    void meansAreOfAllOrOfTheLast() {
        assertThat(next(new Mean(0), 1, 2, 3, 10)).isEqualTo(4);
        assertThat(next(new Mean(2), 1, 2, 3, 10)).isEqualTo(6.5);
        assertThat(next(new Mean(12), 1, 3)).as("fewer than that").isEqualTo(2);
    }

    @Test
    void theSeasonalNaiveRepeatsTheLastCycle() {
        assertThat(new SeasonalNaive().path(new double[] {9, 9, 9, 1, 2, 3}, 3, 4)).containsExactly(1, 2, 3, 1);
        assertThat(new SeasonalNaive().path(new double[] {9, 5}, 3, 2)).as("no full cycle").containsExactly(5, 5);
    }

    @Test
    void smoothingFollowsAJumpAndStaysOnALevel() {
        double[] jumped = series(40, t -> t < 20 ? 10 : 30);
        assertThat(next(new Ses(0), jumped)).isCloseTo(30, within(0.5));
        assertThat(next(new Ses(0.2), 8, 8, 8, 8)).isCloseTo(8, within(1e-9));
        assertThat(next(new Ses(0.05), 0, 10)).as("two buckets: a growing mean").isCloseTo(5, within(1e-9));
    }

    @Test
    void trendsAreContinuedAndTheDampedOneLess() {
        assertThat(new Theta().path(GROWING, 1, 1)[0]).isBetween(56.0, 58.5);
        assertThat(new OptimisedTheta().path(GROWING, 1, 1)[0]).isCloseTo(58, within(0.5));
        assertThat(new AveragedEts().path(GROWING, 1, 1)[0]).isCloseTo(58, within(0.5));
        double[] damped = new DampedHolt().path(GROWING, 1, 12);
        assertThat(damped[0]).isBetween(56.0, 58.5);
        assertThat(damped[11]).as("twelve ahead, a straight line would say 80").isBetween(62.0, 79.0);
    }

    @Test
    void aFactorIsContinuedOnLogarithms() {
        double[] doubling = series(12, t -> Math.pow(1.2, t));
        assertThat(next(new Logged(new Theta()), doubling)).isGreaterThan(next(new Theta(), doubling));
        assertThat(next(new Logged(new Theta()), EVERY_THIRD)).as("zeros have no logarithm").isEqualTo(next(new Theta(), EVERY_THIRD));
    }

    @Test
    void aSeasonIsAddedOrMultiplied() {
        double[] factor = series(60, t -> 100 * (1 + t / 60.0) * (t % 12 == 11 ? 3 : 1));
        assertThat(new HoltWinters(true).path(factor, 12, 12)[11]).isCloseTo(100 * (1 + 71 / 60.0) * 3, within(40.0));
        double[] amount = series(60, t -> 100 + (t % 12 == 11 ? 50 : 0));
        double[] path = new HoltWinters(false).path(amount, 12, 12);
        assertThat(path[11]).isCloseTo(150, within(3.0));
        assertThat(path[3]).isCloseTo(100, within(3.0));
    }

    @Test
    void aSeasonThatExplodesIsHeldToThreeTimesTheLargestBucket() {
        double[] wild = series(30, t -> t % 12 == 0 ? 1e6 : Math.exp(t / 2.0));
        for (Method method : List.of(new HoltWinters(true), new Logged(new DampedHolt()), new Logged(new Theta()))) {
            double[] path = method.path(wild, 12, 60);
            assertThat(Arrays.stream(path).max().orElseThrow()).as(method.name()).isLessThanOrEqualTo(3 * Arrays.stream(wild).max().orElseThrow());
        }
    }

    @Test
    void crostonDividesSizeByIntervalAndCorrects() {
        assertThat(next(new Sba(), EVERY_THIRD)).isCloseTo(9.0 / 3 * 0.95, within(1e-9));
        assertThat(next(new Sba(), 4, 4, 4)).as("never pauses").isCloseTo(4, within(1e-9));
    }

    @Test
    void whatEndedFadesUnderTsbAndNotUnderCroston() {
        double[] ended = series(60, t -> t < 24 && t % 3 == 2 ? 9 : 0);
        assertThat(next(new Tsb(), ended)).isLessThan(0.5);
        assertThat(next(new Sba(), ended)).isGreaterThan(2);
    }

    @Test
    void adidaSmoothsBlocksOfTheMeanIntervalAndSpreadsThemBack() {
        assertThat(Adida.usualBlock(EVERY_THIRD)).isEqualTo(3);
        assertThat(Adida.blocks(new double[] {7, 1, 2, 3, 4, 5, 6}, 3)).as("aligned to the end").containsExactly(6, 15);
        assertThat(new Adida().path(EVERY_THIRD, 1, 2)).as("blocks of 9 over 3 buckets").containsExactly(new double[] {3, 3}, within(1e-9));
        assertThat(Adida.usualBlock(series(12, t -> t == 11 ? 1 : 0))).as("no larger than four blocks allow").isEqualTo(3);
        assertThat(new Adida().path(new double[5], 1, 1)).containsExactly(0);
    }

    @Test
    void imapaIsTheMeanOfAdidaOverAllBlockSizes() {
        Random random = new Random(4);
        double[] y = series(40, t -> random.nextInt(5) == 0 ? 1 + random.nextInt(9) : 0);
        int largest = Math.max(4, Adida.usualBlock(y));
        double sum = 0;
        for (int block = 1; block <= largest; block++) {
            sum += Adida.rate(y, block);
        }
        assertThat(next(new Imapa(), y)).isCloseTo(sum / largest, within(1e-9));
        assertThat(Adida.rate(y, 1)).as("a block of one bucket is plain smoothing").isEqualTo(next(new Ses(0), y));
    }

    @Test
    void aWeeksPatternIsSpreadOverItsDays() {
        double[] closedOnSunday = series(70, t -> t % 7 == 6 ? 0 : 7);
        double[] path = new CycleProfile().path(closedOnSunday, 7, 7);
        assertThat(path[6]).isLessThan(path[0] / 2);
        assertThat(Arrays.stream(path).sum()).isCloseTo(42, within(0.5));
    }

    @Test
    void theSharedWayComesToTheSameAsEachMethodAlone() {
        double[][] paths = Methods.paths(GROWING, 12, 6);
        for (int m = 0; m < paths.length; m++) {
            assertThat(paths[m]).as(Methods.all().get(m).name()).containsExactly(Methods.all().get(m).path(GROWING, 12, 6), within(1e-9));
        }
    }
}
