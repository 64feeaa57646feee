package org.orderbench.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketSizeTest {

    /** Two units every {@code every}th day, the last of them on the last day. */
    private static CleanDemand demand(int days, int every) {
        double[] units = new double[days];
        for (int d = days - 1; d >= 0; d -= every) {
            units[d] = 2;
        }
        return new CleanDemand(LocalDate.of(2025, 1, 1), units, new boolean[days], new boolean[days], List.of());
    }

    @ParameterizedTest(name = "{0} days of history, demand every {1} days, {2} days to cover: {3}")
    @CsvSource({
        "400, 1, 10, DAY", "400, 1, 14, DAY", "400, 1, 15, WEEK", "400, 2, 10, WEEK", "90, 1, 10, WEEK", "700, 10, 21, WEEK", "700, 60, 21, FOUR_WEEKS",
        "300, 60, 21, WEEK",
    })
    void theBucketFitsTheRate(int days, int every, int protection, BucketSize size) {
        assertThat(BucketSize.of(demand(days, every), protection)).isEqualTo(size);
    }

    @Test
    void bucketsEndOnTheLastDayAndAnIncompleteFirstOneIsLeftOut() {
        assertThat(BucketSize.WEEK.sums(demand(17, 1))).containsExactly(14, 14);
        assertThat(BucketSize.WEEK.sums(demand(14, 14))).as("the one demand is of the last day").containsExactly(0, 2);
        assertThat(BucketSize.DAY.sums(demand(3, 2))).containsExactly(2, 0, 2);
    }
}
