package org.orderbench.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Sku;
import org.orderbench.demand.CleanDemand;

class KeptForecastTest {

    private static final LocalDate FROM = LocalDate.of(2026, 3, 4);
    private static final KeptForecast KEPT = new KeptForecast(new Sku(1, 1, 7), FROM, 20, 31, 3, "Lamps", 5, 2, null);

    @Test
    void itsWeekIsNamedByItsMonday() {
        assertThat(KEPT.week()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void whatCameIsTheDemandOfItsSevenDays() {
        KeptForecast settled = KEPT.settled(demand(new boolean[20]));
        assertThat(settled.actual()).isEqualTo(21);
        assertThat(settled.outcome()).extracting("forecast", "upper", "actual").containsExactly(20.0, 31.0, 21.0);
    }

    @Test
    void aWeekWithAnEmptyShelfTellsNothing() {
        boolean[] censored = new boolean[20];
        censored[12] = true;
        assertThat(KEPT.settled(demand(censored)).actual()).isNull();
        assertThat(KEPT.settled(demand(censored)).outcome()).isNull();
    }

    @Test
    void aHistoryThatBeganLaterTellsNothing() {
        CleanDemand later = new CleanDemand(FROM.plusDays(2), new double[9], new boolean[9], new boolean[9], List.of());
        assertThat(KEPT.settled(later).actual()).isNull();
    }

    /** Three a day from ten days before on. */
    private static CleanDemand demand(boolean[] censored) {
        double[] units = new double[20];
        Arrays.fill(units, 3);
        return new CleanDemand(FROM.minusDays(10), units, censored, new boolean[20], List.of());
    }
}
