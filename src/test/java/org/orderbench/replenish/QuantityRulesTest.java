package org.orderbench.replenish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.catalog.Quantity;
import org.orderbench.replenish.Facts.Row;

class QuantityRulesTest {

    private static Quantity q(double units) {
        return Quantity.of(units);
    }

    @ParameterizedTest
    @CsvSource({"120, 84, 36", "84, 84, 0", "50, 84, 0", "84.4, 84, 0", "84.5, 84, 1", "10, -6, 16"})
    void theServiceLevelAsksForWhatSupplyLacks(double toCover, double supply, double need) {
        assertThat(QuantityRules.serviceLevel(toCover, q(supply), q(1))).isEqualTo(q(need));
    }

    @ParameterizedTest
    @CsvSource({"0, 48, 0", "5, 48, 48", "48, 48, 48", "60, 48, 60", "7, 0, 7"})
    void theMinimumRaisesAnOrderButNeverMakesOne(double before, double minimum, double after) {
        assertThat(QuantityRules.supplierMinimum(q(before), q(minimum))).isEqualTo(q(after));
    }

    @ParameterizedTest
    @CsvSource({"1000, 144, 1008", "144, 144, 144", "1, 144, 144", "0, 144, 0", "0.3, 0.25, 0.5"})
    void packsAreNeverBroken(double before, double step, double after) {
        assertThat(QuantityRules.wholePacks(q(before), q(step))).isEqualTo(q(after));
    }

    @ParameterizedTest
    @CsvSource({"0, 30, 0", "36, 30, 36", "12, 30, 30", "36, 0, 36"})
    void anOrderIsAtLeastItsCycleButACycleMakesNone(double before, double cycle, double after) {
        assertThat(QuantityRules.orderCycle(q(before), cycle, q(1))).isEqualTo(q(after));
    }

    @ParameterizedTest
    @CsvSource({"10, 25, 20, 100, 10", "0, 15, 20, 100, 85", "200, 15, 20, 100, 200", "0, -5, 0, 0, 5"})
    void aRulesMinimumAsksForItsMaximum(double need, double expected, double minimum, double maximum, double after) {
        assertThat(QuantityRules.ruleMinimum(q(need), expected, q(minimum), q(maximum))).isEqualTo(q(after));
    }

    @ParameterizedTest
    @CsvSource({"100, 120, 12, 0, 100", "100, 60, 12, 0, 60", "100, 70, 12, 0, 60", "100, 10, 12, 0, 0", "100, 60, 12, 72, 0"})
    void theCapLowersToWholePacksOrToNothing(double before, double room, double step, double minimum, double after) {
        assertThat(QuantityRules.shelfCap(q(before), q(room), q(step), q(minimum))).isEqualTo(q(after));
    }

    @Test
    void withoutACapNothingIsLowered() {
        assertThat(QuantityRules.shelfCap(q(100), null, q(12), q(0))).isEqualTo(q(100));
    }

    private static List<Offer> tiers() {
        SupplierChoice choice = SupplierChoice.of(Facts.sku()
                .price(Row.of(1, 5).price("2.00").build())
                .price(Row.of(2, 5).price("1.80").minimum(100).build())
                .price(Row.of(3, 5).price("1.79").minimum(1000).build())
                .build());
        return choice.offersOf(5);
    }

    @Test
    void aPriceBreakIsTakenWhenItSavesMoreThanItCostsToHold() {
        QuantityRules.Break found = QuantityRules.priceBreak(q(80), new BigDecimal("2.00"), tiers(), "GBP", q(12), 2, 0.25, 180).orElseThrow();
        assertThat(found.quantity()).isEqualTo(q(108));
        assertThat(found.saving()).isEqualByComparingTo("21.60");
        // 28 early units at 1.80 for (80 + 14) / 2 = 47 days at 25 % a year.
        assertThat(found.holding().doubleValue()).isBetween(1.61, 1.63);
    }

    @Test
    void aPriceBreakThatTakesYearsToSellIsNot() {
        assertThat(QuantityRules.priceBreak(q(10), new BigDecimal("2.00"), tiers(), "GBP", q(1), 0.05, 0.25, 180)).isEmpty();
    }

    @Test
    void aPriceBreakThatCostsMoreToHoldIsNot() {
        assertThat(QuantityRules.priceBreak(q(10), new BigDecimal("1.81"), tiers(), "GBP", q(1), 0.6, 0.25, 180)).isEmpty();
    }
}
