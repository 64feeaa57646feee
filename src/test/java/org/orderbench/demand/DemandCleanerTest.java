package org.orderbench.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Quantity;

class DemandCleanerTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);

    private final List<DayMoves> moves = new ArrayList<>();

    @Test
    void demandWithoutTroubleStaysAsItIs() {
        issue(0, 3);
        issue(2, 4);
        CleanDemand clean = clean(10, 5);
        assertThat(clean.units()).containsExactly(3, 0, 4, 0, 0);
        assertThat(clean.censoredDays()).isZero();
        assertThat(clean.steps()).isEmpty();
        assertThat(clean.end()).isEqualTo(FROM.plusDays(5));
    }

    @Test
    void returnsAreTakenOffTheLatestDemandBeforeThem() {
        issue(0, 3);
        issue(1, 2);
        move(3, 0, 4, 0, 0);
        CleanDemand clean = clean(10, 5);
        assertThat(clean.units()).containsExactly(1, 0, 0, 0, 0);
        assertThat(clean.steps()).extracting(CleaningStep::rule).containsExactly("returns");
    }

    @Test
    void returnsOfGoodsSoldBeforeTheHistoryAreDropped() {
        move(1, 0, 4, 0, 0);
        issue(2, 3);
        assertThat(clean(10, 4).units()).containsExactly(0, 0, 3, 0);
    }

    @Test
    void daysWithoutStockAreCensored() {
        issue(0, 5);
        issue(1, 5);
        move(5, 0, 0, 20, 0);
        issue(6, 5);
        CleanDemand clean = clean(15, 8);
        assertThat(clean.censored()).containsExactly(false, false, true, true, true, false, false, false);
        assertThat(clean.steps()).extracting(CleaningStep::rule).containsExactly("stock-outs");
        assertThat(clean.filled()[3]).isGreaterThan(1);
        assertThat(clean.filled()[0]).isEqualTo(5);
    }

    @Test
    void aDayThatSoldOutBelowTheUsualIsCensored() {
        for (int d = 0; d < 6; d++) {
            issue(d, 10);
        }
        issue(6, 2);
        assertThat(clean(0, 7).censored()).containsExactly(false, false, false, false, false, false, true);
    }

    @Test
    void movesOfTodayOnlyRebuildTheStock() {
        issue(0, 5);
        move(3, 0, 0, 9, 0);
        CleanDemand clean = clean(9, 3);
        assertThat(clean.units()).containsExactly(5, 0, 0);
        assertThat(clean.censored()).containsExactly(false, true, true);
    }

    @Test
    void stockThatWasNegativeWhileSellingCensorsNothing() {
        for (int d = 0; d < 5; d++) {
            issue(d, 5);
        }
        CleanDemand clean = clean(-25, 10);
        assertThat(clean.censoredDays()).isZero();
        assertThat(clean.steps()).extracting(CleaningStep::rule).containsExactly("stock-untrue");
    }

    @Test
    void daysBeforeTheFirstStockAreNotHistory() {
        move(4, 0, 0, 10, 0);
        issue(6, 2);
        CleanDemand clean = clean(8, 8);
        assertThat(clean.from()).isEqualTo(FROM.plusDays(4));
        assertThat(clean.units()).containsExactly(0, 0, 2, 0);
        assertThat(clean.steps()).extracting(CleaningStep::rule).containsExactly("first-sale");
    }

    @Test
    void aSingleHugeOrderIsCountedAsALargeUsualOne() {
        twentyOrdersAndOneOf(500);
        CleanDemand clean = clean(100, 60);
        assertThat(clean.oneOff()[59]).isTrue();
        assertThat(clean.units()[59]).isBetween(4.0, 20.0);
        assertThat(clean.steps()).singleElement().satisfies(step -> {
            assertThat(step.rule()).isEqualTo("one-offs");
            assertThat(step.text()).contains("500").contains(FROM.plusDays(59).toString());
        });
    }

    @Test
    void theBuyerMaySayThatAFlaggedOrderWillComeAgain() {
        twentyOrdersAndOneOf(500);
        CleanDemand clean = clean(60, new LargeOrders(Map.of(FROM.plusDays(59), LargeOrders.Verdict.RECURS)));
        assertThat(clean.units()[59]).isEqualTo(500);
        assertThat(clean.oneOff()[59]).isFalse();
        assertThat(clean.steps()).singleElement().satisfies(step -> assertThat(step.text()).contains("500").contains("will come again"));
    }

    @Test
    void theBuyerMaySayThatAnOrderWasAOneOff() {
        twentyOrdersAndOneOf(18);
        assertThat(clean(100, 60).oneOff()[59]).isFalse();
        CleanDemand clean = clean(60, new LargeOrders(Map.of(FROM.plusDays(59), LargeOrders.Verdict.ONE_OFF)));
        assertThat(clean.oneOff()[59]).isTrue();
        assertThat(clean.units()[59]).isEqualTo(5);
        assertThat(clean.steps()).singleElement().satisfies(step -> assertThat(step.text()).contains("counted as 5").contains("the buyer says"));
    }

    @Test
    void ofVeryFewOrdersTooTheBuyerMaySaySo() {
        issue(3, 2);
        issue(9, 2);
        issue(20, 100);
        CleanDemand clean = clean(30, new LargeOrders(Map.of(FROM.plusDays(20), LargeOrders.Verdict.ONE_OFF)));
        assertThat(Arrays.stream(clean.units()).sum()).isEqualTo(6);
    }

    @Test
    void bulkOrdersThatRecurAreUsual() {
        twentyOrdersAndOneOf(500);
        issue(10, 500);
        issue(25, 400);
        issue(40, 600);
        assertThat(clean(100, 60).oneOff()).containsOnly(false);
    }

    @Test
    void negativePeriodsOfASeriesAreReturns() {
        assertThat(DemandCleaner.clean(new double[] {5, 2, -3, 4, -1})).containsExactly(4, 0, 0, 3, 0);
    }

    @Test
    void noDaysAtAllAreNoHistory() {
        assertThat(clean(0, 0).days()).isZero();
    }

    private void twentyOrdersAndOneOf(double huge) {
        for (int i = 0; i < 20; i++) {
            issue(1 + 2 * i, 3 + i % 3);
        }
        issue(59, huge);
    }

    private CleanDemand clean(double onHand, int days) {
        return DemandCleaner.clean(moves, Quantity.of(onHand), FROM, FROM.plusDays(days), LargeOrders.NONE);
    }

    private CleanDemand clean(int days, LargeOrders said) {
        return DemandCleaner.clean(moves, Quantity.of(100), FROM, FROM.plusDays(days), said);
    }

    private void issue(int day, double units) {
        move(day, units, 0, 0, units);
    }

    private void move(int day, double issued, double returned, double other, double largest) {
        moves.add(new DayMoves(FROM.plusDays(day), Quantity.of(issued), Quantity.of(returned), Quantity.of(other), Quantity.of(largest)));
    }
}
