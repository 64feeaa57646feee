package org.orderbench.replenish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.catalog.Quantity;

/** The examples begin on Monday 2 March 2026; four units a day, 14 days of lead time, 7 of review. */
class DeliveryCalendarTest {

    private static final Set<DayOfWeek> WEEK = Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final Closing NEW_YEAR = new Closing(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 29), "Lunar New Year");

    private static VendorTerms open(Set<DayOfWeek> orderDays, Set<DayOfWeek> workingDays, List<Closing> closings) {
        return new VendorTerms(null, null, null, orderDays, workingDays, closings);
    }

    @ParameterizedTest(name = "ordered on {0} with {1} days: {2}")
    @CsvSource({"2026-03-02, 5, 2026-03-09", "2026-03-02, 4, 2026-03-06", "2026-03-06, 1, 2026-03-09", "2026-03-07, 0, 2026-03-09", "2026-03-02, 14, 2026-03-16"})
    void goodsThatWouldComeAtTheWeekendComeOnMonday(LocalDate ordered, int lead, LocalDate arrival) {
        DeliveryCalendar calendar = new DeliveryCalendar(VendorTerms.NONE, new Receiving(WEEK, List.of()));
        assertThat(calendar.arrival(ordered, lead)).isEqualTo(arrival);
    }

    @Test
    void anOrderOfSaturdayIsTakenUpOnMonday() {
        DeliveryCalendar calendar = new DeliveryCalendar(open(Set.of(), WEEK, List.of()), Receiving.ALWAYS);
        assertThat(calendar.arrival(LocalDate.of(2026, 3, 7), 3)).isEqualTo(LocalDate.of(2026, 3, 12));
    }

    @Test
    void daysOfAHolidayDoNotCountTowardsTheLeadTime() {
        DeliveryCalendar calendar = new DeliveryCalendar(open(Set.of(), Set.of(), List.of(NEW_YEAR)), Receiving.ALWAYS);
        assertThat(calendar.arrival(LocalDate.of(2026, 3, 2), 7)).as("there before it begins").isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(calendar.arrival(LocalDate.of(2026, 3, 2), 14)).as("7 days before, 7 after").isEqualTo(LocalDate.of(2026, 4, 5));
        assertThat(calendar.arrival(LocalDate.of(2026, 3, 12), 14)).as("taken up when they open").isEqualTo(LocalDate.of(2026, 4, 13));
    }

    @Test
    void ourOwnHolidayMovesTheArrivalToTheFirstDayAfter() {
        Receiving receiving = new Receiving(Set.of(), List.of(new Closing(LocalDate.of(2026, 3, 14), LocalDate.of(2026, 3, 20), "stocktaking")));
        assertThat(new DeliveryCalendar(VendorTerms.NONE, receiving).arrival(LocalDate.of(2026, 3, 2), 14)).isEqualTo(LocalDate.of(2026, 3, 21));
    }

    @ParameterizedTest(name = "{0}: placed {1}, again {2}")
    @CsvSource({"2026-03-02, 2026-03-02, 2026-03-05", "2026-03-03, 2026-03-05, 2026-03-09", "2026-03-06, 2026-03-09, 2026-03-12"})
    void orderDaysGoBeforeTheReviewPeriod(LocalDate today, LocalDate placed, LocalDate again) {
        DeliveryCalendar calendar = new DeliveryCalendar(open(Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), Set.of(), List.of()), Receiving.ALWAYS);
        assertThat(calendar.orderDay(today)).isEqualTo(placed);
        assertThat(calendar.orderAfter(placed, 28)).isEqualTo(again);
    }

    private static Assessment assess(Facts facts, VendorTerms terms) {
        ReplenishmentSettings settings = ReplenishmentTest.PLAIN.withVendors(Map.of(5, terms));
        return new Replenishment(settings).assess(facts.sells("2.00", 14, 0).build(), Demand.exactly(4), ValueClass.A);
    }

    @Test
    void beforeAVendorsHolidayStockIsBuiltUpToLastThroughIt() {
        Assessment.Planned usual = (Assessment.Planned) assess(Facts.sku().onHand(60), VendorTerms.NONE);
        Assessment.Planned before = (Assessment.Planned) assess(Facts.sku().onHand(60), VendorTerms.NONE.withClosings(List.of(NEW_YEAR)));
        assertThat(usual.quantity()).as("21 days of 4").isEqualTo(Quantity.of(24));
        assertThat(before.arrival()).isEqualTo(LocalDate.of(2026, 4, 5));
        assertThat(before.quantity()).as("the next order, of 9 March, comes on 12 April: 41 days of 4").isEqualTo(Quantity.of(104));
        assertThat(ReplenishmentTest.text(before, "vendor-closed"))
                .isEqualTo("Vendor 5 is closed from 10 Mar to 29 Mar (Lunar New Year): an order placed next on 9 Mar is there on 12 Apr, and this one must last until then.");
    }

    @Test
    void whatCanWaitForTheOrderDayWaitsAndIsCounted() {
        VendorTerms thursdays = VendorTerms.NONE.withOrderDays(Set.of(DayOfWeek.THURSDAY));
        Assessment.LeftOut waits = (Assessment.LeftOut) assess(Facts.sku().onHand(80), thursdays);
        assertThat(waits.reason()).isEqualTo("waits-for-order-day");
        assertThat(waits.detail()).isEqualTo("16 are to be ordered on 5 Mar, the next order day of Vendor 5; stock lasts until they are there.");
        assertThat(((Assessment.Planned) assess(Facts.sku().onHand(500), thursdays)).quantity()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void whatWouldRunOutFirstIsOrderedOutOfTurn() {
        Assessment.Planned planned = (Assessment.Planned) assess(Facts.sku().onHand(60), VendorTerms.NONE.withOrderDays(Set.of(DayOfWeek.THURSDAY)));
        assertThat(planned.quantity()).as("until Thursday's order is there on 19 March: 17 days of 4").isEqualTo(Quantity.of(8));
        assertThat(ReplenishmentTest.text(planned, "order-day")).isEqualTo("Out of turn: the next order day of Vendor 5 is 5 Mar, and stock would run out before that order is there.");
    }

    @Test
    void aVendorsMoneyTermsDoNotMoveItsDays() {
        VendorTerms terms = VendorTerms.NONE.withMinimumOrder(new BigDecimal("500"));
        assertThat(((Assessment.Planned) assess(Facts.sku().onHand(60), terms)).quantity()).isEqualTo(Quantity.of(24));
    }
}
