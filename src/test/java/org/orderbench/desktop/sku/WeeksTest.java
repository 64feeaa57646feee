package org.orderbench.desktop.sku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Quantity;
import org.orderbench.forecast.DemandDistribution;

class WeeksTest {

    private static final LocalDate ORIGIN = LocalDate.of(2026, 11, 23);

    private static DayMoves moves(LocalDate day, long issued, long returned) {
        return new DayMoves(day, Quantity.of(issued), Quantity.of(returned), Quantity.ZERO, Quantity.of(issued));
    }

    @Test
    void pastWeeksEndTheDayBeforeTheForecastAndReturnsAreNetted() {
        List<Weeks.Past> weeks = Weeks.past(
                List.of(moves(ORIGIN.minusDays(7), 5, 0), moves(ORIGIN.minusDays(1), 4, 1), moves(ORIGIN.minusDays(8), 9, 0), moves(ORIGIN, 99, 0)),
                ORIGIN.minusDays(30), ORIGIN, 26);
        assertThat(weeks).extracting(Weeks.Past::demand).containsExactly(0.0, 0.0, 9.0, 8.0);
        assertThat(weeks.getLast().from()).isEqualTo(ORIGIN.minusDays(7));
    }

    @Test
    void weeksAheadAddUpToTheMeanAndTheirSpreadsAddInSquares() {
        DemandDistribution total = new DemandDistribution() {
            @Override
            public double mean(double days) {
                return 2 * days;
            }

            @Override
            public double quantile(double p, double days) {
                return 2 * days + (p - 0.5) * Math.sqrt(days);
            }
        };
        List<Weeks.Ahead> weeks = Weeks.ahead(total, ORIGIN, 4);
        assertThat(weeks.stream().mapToDouble(Weeks.Ahead::mean).sum()).isCloseTo(56, within(1e-9));
        double squares = weeks.stream().mapToDouble(week -> Math.pow(week.high() - week.mean(), 2)).sum();
        assertThat(Math.sqrt(squares)).isCloseTo(total.quantile(0.95, 28) - total.mean(28), within(1e-9));
        assertThat(weeks).allSatisfy(week -> assertThat(week.low()).isLessThanOrEqualTo(week.lowHalf()).isNotNegative());
    }

    @Test
    void whereTheSumsSpreadStandsStillTheFanDoesNotCollapse() {
        DemandDistribution total = new DemandDistribution() {
            @Override
            public double mean(double days) {
                return 2 * days;
            }

            @Override
            public double quantile(double p, double days) {
                return 2 * days + (p - 0.5) * Math.min(days, 14);
            }
        };
        assertThat(Weeks.ahead(total, ORIGIN, 6)).allSatisfy(week -> assertThat(week.high() - week.mean()).isGreaterThan(2));
    }
}
