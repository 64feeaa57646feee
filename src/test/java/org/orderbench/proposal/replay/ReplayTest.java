package org.orderbench.proposal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Quantity;
import org.orderbench.replenish.ReplenishmentSettings;

class ReplayTest {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final ReplaySpan SECOND_YEAR = new ReplaySpan(FROM.plusDays(365), FROM.plusDays(729), 60, 7);

    /** Two years of demand around a rate; now and then somebody buys in bulk. */
    private static ReplayItem item(int seed, int minimum, int step) {
        Random random = new Random(seed);
        double rate = 1 + random.nextDouble() * 5;
        double[] demand = new double[730];
        for (int day = 0; day < demand.length; day++) {
            demand[day] = Math.max(0, Math.round(rate + random.nextGaussian() * Math.sqrt(rate))) + (random.nextInt(100) == 0 ? 30 : 0);
        }
        return new ReplayItem("SKU-" + seed, "all", FROM, demand, new BigDecimal("2.50"), 14, new int[] {-1, 0, 0, 2, 5}, Quantity.of(minimum), Quantity.of(step));
    }

    private static List<ReplayItem> items() {
        List<ReplayItem> items = new ArrayList<>();
        for (int seed = 1; seed <= 6; seed++) {
            items.add(item(seed, 12, 6));
        }
        return items;
    }

    private static ReplayReport report() {
        return new Replay(ReplenishmentSettings.defaults(), SECOND_YEAR).run(items(), done -> {});
    }

    @Test
    void everyWayServesMoreWithMoreStrength() {
        ReplayReport report = report();
        assertThat(report.curves()).extracting(ReplayReport.Curve::way).containsExactly("Orderbench", "Min/max rules", "Last 30 days");
        for (ReplayReport.Curve curve : report.curves()) {
            Tally weak = curve.points().getFirst().tally();
            Tally strong = curve.points().getLast().tally();
            assertThat(strong.fillRate()).as(curve.way()).isGreaterThan(weak.fillRate()).isLessThanOrEqualTo(1);
            assertThat(strong.averageStock()).as(curve.way()).isGreaterThan(weak.averageStock());
            assertThat(weak.days()).isEqualTo(365);
        }
    }

    @Test
    void theSameDemandIsWantedOfEveryWay() {
        double wanted = items().stream()
                .mapToDouble(item -> {
                    double sum = 0;
                    for (int day = 365; day < 730; day++) {
                        sum += item.demand()[day] * 2.5;
                    }
                    return sum;
                })
                .sum();
        for (ReplayReport.Curve curve : report().curves()) {
            assertThat(curve.points()).allSatisfy(point -> assertThat(point.tally().wanted()).isCloseTo(wanted, within(1e-6)));
        }
    }

    @Test
    void aReplayIsTheSameEachTime() {
        assertThat(report()).isEqualTo(report());
    }

    @Test
    void ordersKeepTheVendorsMinimumAndPack() {
        List<Double> ordered = new ArrayList<>();
        new Simulation(item(1, 48, 12), SECOND_YEAR).run((situation, strength) -> {
            situation.onOrder().forEach(shipment -> ordered.add(shipment.quantity()));
            return situation.position() < 40 ? 50 : 0;
        }, 1);
        assertThat(ordered).isNotEmpty().allSatisfy(quantity -> assertThat(quantity).isEqualTo(60));
    }

    @Test
    void goodsThatNobodyOrdersRunOut() {
        Tally tally = new Simulation(item(1, 0, 1), SECOND_YEAR).run((situation, strength) -> 0, 1);
        assertThat(tally.orders()).isZero();
        assertThat(tally.fillRate()).isLessThan(0.05);
    }

    /** What is known on a day is what was before it: the future may be rewritten without changing the orders until then. */
    @Test
    void theAgentDoesNotPeek() {
        ReplayItem item = item(3, 0, 1);
        double[] other = item.demand().clone();
        for (int day = 500; day < other.length; day++) {
            other[day] = 1000;
        }
        ReplayItem rewritten = new ReplayItem(
                item.id(), item.slice(), item.from(), other, item.unitCost(), item.promised(), item.lateness(), item.minimum(), item.step());
        ReplaySpan until = new ReplaySpan(FROM.plusDays(365), FROM.plusDays(499), 60, 7);
        Replay replay = new Replay(ReplenishmentSettings.defaults(), until);
        assertThat(replay.run(List.of(rewritten), done -> {})).isEqualTo(replay.run(List.of(item), done -> {}));
    }

    @Test
    void theStockForAFillRateLiesBetweenTheTwoPointsAroundIt() {
        ReplayReport.Curve curve = new ReplayReport.Curve("x", List.of(point(80, 1000), point(100, 3000)));
        assertThat(curve.stockAt(0.9).orElseThrow()).isCloseTo(2000, within(1e-9));
        assertThat(curve.stockAt(0.7)).isEmpty();
    }

    private static ReplayReport.Point point(double served, double stock) {
        return new ReplayReport.Point(1, new Tally(100, served, stock, 1, 0, 0, 0));
    }

    @Test
    void aSpanThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> new ReplaySpan(FROM, FROM.minusDays(1), 60, 7)).hasMessageContaining("Swap --from and --to");
    }
}
