package org.orderbench.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How methods are combined: by what their errors were, and never by one look alone. */
class WeightsTest {

    private static final double[] EQUAL = {0.25, 0.25, 0.25, 0.25};

    /** Mean products of {@code looks} made-up errors of four methods; the first is the best of them, the last far off. */
    private static Errors errors(Random random, int looks) {
        double[][] product = new double[4][4];
        for (int look = 0; look < looks; look++) {
            double common = random.nextGaussian();
            double[] e = {common + 0.2 * random.nextGaussian(), common + random.nextGaussian(), common + 1.5 * random.nextGaussian(), 5 + common};
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    product[i][j] += e[i] * e[j] / looks;
                }
            }
        }
        return new Errors(looks, product);
    }

    private static double cost(Errors errors, double[] w) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w.length; j++) {
                sum += w[i] * w[j] * errors.product()[i][j];
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theyAreSharesThatCostNoMoreThanWhereTheyStartedFrom(long seed) {
        Errors errors = errors(new Random(seed), 40);
        double[] start = Weights.byError(errors, EQUAL);
        double[] w = Weights.of(errors, start);
        assertThat(Arrays.stream(w).sum()).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(w).allMatch(share -> share >= 0 && share <= 1)).isTrue();
        assertThat(cost(errors, w)).isLessThanOrEqualTo(cost(errors, start) + 1e-9);
        assertThat(w[3]).as("a method that is far off is no hedge").isLessThan(0.05);
    }

    @Test
    void whereNothingIsKnownTheyStayWhereTheyStart() {
        Errors none = new Errors(0, new double[4][4]);
        assertThat(Weights.byError(none, EQUAL)).containsExactly(EQUAL);
        assertThat(Weights.of(none, EQUAL)).containsExactly(EQUAL);
    }

    /** A SKU's own looks back are few: put to those of its class, the best of them doesn't take everything. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void onThinEvidenceNoSingleMethodWins(long seed) {
        double[][] alike = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                alike[i][j] = i == j ? 1 : 0.8;
            }
        }
        Errors ofClass = new Errors(400, alike);
        Errors own = errors(new Random(seed), 1);
        double[] w = Weights.of(ofClass.capped(8).plus(own), EQUAL);
        assertThat(Arrays.stream(w).max().orElseThrow()).isLessThan(0.8);
        assertThat(Arrays.stream(w).filter(share -> share > 0.05).count()).isGreaterThanOrEqualTo(2);
    }
}
