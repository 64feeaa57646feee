package org.orderbench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderbench.catalog.Quantity;
import org.orderbench.policy.Check.Result;

class CeilingsTest {

    private final Ceilings ceilings = new Ceilings();

    private static Amount amount(String value, String units, String packs) {
        return new Amount(value == null ? null : new BigDecimal(value), new Quantity(new BigDecimal(units)), new BigDecimal(packs));
    }

    private static final Amount SMALL = amount("1", "1", "1");

    /** One total is 100 GBP, 20 units, 4 packs (or has no value); the others are small. */
    private static Case with(String scope, Amount total, Ceiling ceiling) {
        Ceiling wide = new Ceiling(new BigDecimal("1000"), null, null);
        Limits w = Fixture.wide();
        Limits limits = new Limits(
                "GBP",
                scope.equals("line") ? ceiling : wide,
                scope.equals("order") ? ceiling : wide,
                scope.equals("vendor-day") ? ceiling : wide,
                scope.equals("sku-day") ? ceiling : wide,
                scope.equals("day") ? ceiling : wide,
                scope.equals("category-week") ? List.of(new CategoryBudget("All / Bags", ceiling.value())) : List.of(),
                w.usualOrderTimes(), w.priceRisePercent(), w.confidenceFloor(), w.dataAge());
        Slice slice = new Slice("everything", List.of(new SliceRule.Everything()), AuthorityLevel.AUTO_CONFIRM, scope.equals("slice-week") ? ceiling : wide);
        Reach reach = new Reach(
                scope.equals("line") ? total : SMALL,
                scope.equals("order") ? total : SMALL,
                scope.equals("vendor-day") ? total : SMALL,
                scope.equals("sku-day") ? total : SMALL,
                scope.equals("day") ? total : SMALL,
                scope.equals("slice-week") ? total : SMALL,
                scope.equals("category-week") ? Map.of("All / Bags", total) : Map.of());
        var proposal = Fixture.proposal(1, Fixture.line(1));
        return new Case(
                proposal, proposal.lines().getFirst(), new Policy.Placement(slice, slice.level(), true), reach, limits, Fixture.KNOWN, Fixture.facts(proposal), Brakes.RELEASED);
    }

    static Stream<Arguments> valueRules() {
        return Stream.of(
                rule("line", "line-value", Ceilings::lineValue),
                rule("order", "order-value", Ceilings::orderValue),
                rule("vendor-day", "vendor-day-value", Ceilings::vendorDayValue),
                rule("sku-day", "sku-day-value", Ceilings::skuDayValue),
                rule("day", "day-value", Ceilings::dayValue),
                rule("slice-week", "slice-week-value", Ceilings::sliceWeekValue),
                rule("category-week", "category-week", Ceilings::categoryWeek));
    }

    static Stream<Arguments> unitRules() {
        return Stream.of(
                rule("line", "line-units", Ceilings::lineUnits),
                rule("order", "order-units", Ceilings::orderUnits),
                rule("vendor-day", "vendor-day-units", Ceilings::vendorDayUnits),
                rule("sku-day", "sku-day-units", Ceilings::skuDayUnits),
                rule("day", "day-units", Ceilings::dayUnits),
                rule("slice-week", "slice-week-units", Ceilings::sliceWeekUnits));
    }

    static Stream<Arguments> packRules() {
        return Stream.of(
                rule("line", "line-packs", Ceilings::linePacks),
                rule("order", "order-packs", Ceilings::orderPacks),
                rule("vendor-day", "vendor-day-packs", Ceilings::vendorDayPacks),
                rule("sku-day", "sku-day-packs", Ceilings::skuDayPacks),
                rule("day", "day-packs", Ceilings::dayPacks),
                rule("slice-week", "slice-week-packs", Ceilings::sliceWeekPacks));
    }

    private static Arguments rule(String scope, String name, BiFunction<Ceilings, Case, Check> rule) {
        return Arguments.of(scope, name, rule);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("valueRules")
    void valueAtUnderOverAndUnknown(String scope, String name, BiFunction<Ceilings, Case, Check> rule) {
        Amount total = amount("100", "20", "4");
        assertThat(rule.apply(ceilings, with(scope, total, Ceiling.of(101))).result()).isEqualTo(Result.PASSED);
        assertThat(rule.apply(ceilings, with(scope, total, Ceiling.of(100))).result()).isEqualTo(Result.PASSED);
        Check over = rule.apply(ceilings, with(scope, amount("100.0001", "20", "4"), Ceiling.of(100)));
        assertThat(over.result()).isEqualTo(Result.FAILED);
        assertThat(over.name()).isEqualTo(name);
        assertThat(over.words()).contains("100.01 GBP").contains("over the ceiling of 100");
        assertThat(over.figures()).extracting("value").containsExactly("100.01", "100");
        assertThat(rule.apply(ceilings, with(scope, amount(null, "1", "1"), Ceiling.of(100))).result()).isEqualTo(Result.CANNOT_EVALUATE);
        assertThat(rule.apply(ceilings, with(scope, total, Ceiling.NOTHING)).result()).isEqualTo(Result.FAILED);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("unitRules")
    void unitsAtUnderAndOver(String scope, String name, BiFunction<Ceilings, Case, Check> rule) {
        Amount total = amount(null, "20", "400");
        assertThat(rule.apply(ceilings, with(scope, total, units("21")))).returns(Result.PASSED, Check::result).returns(name, Check::name);
        assertThat(rule.apply(ceilings, with(scope, total, units("20"))).result()).isEqualTo(Result.PASSED);
        assertThat(rule.apply(ceilings, with(scope, total, units("19.99"))).result()).isEqualTo(Result.FAILED);
        assertThat(rule.apply(ceilings, with(scope, total, Ceiling.of(100))).words()).contains("no limit in units");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("packRules")
    void packsAtUnderAndOver(String scope, String name, BiFunction<Ceilings, Case, Check> rule) {
        Amount total = amount(null, "2000", "4");
        assertThat(rule.apply(ceilings, with(scope, total, packs("5")))).returns(Result.PASSED, Check::result).returns(name, Check::name);
        assertThat(rule.apply(ceilings, with(scope, total, packs("4"))).result()).isEqualTo(Result.PASSED);
        assertThat(rule.apply(ceilings, with(scope, total, packs("3.5"))).result()).isEqualTo(Result.FAILED);
        assertThat(rule.apply(ceilings, with(scope, total, Ceiling.of(100))).words()).contains("no limit in packs");
    }

    private static Ceiling units(String limit) {
        return new Ceiling(BigDecimal.ZERO, new Quantity(new BigDecimal(limit)), null);
    }

    private static Ceiling packs(String limit) {
        return new Ceiling(BigDecimal.ZERO, null, new BigDecimal(limit));
    }

    @Test
    void aBudgetCoversTheCategoriesBelowItAndNoOthers() {
        CategoryBudget bags = new CategoryBudget("All / Bags", BigDecimal.TEN);
        assertThat(bags.covers("All / Bags")).isTrue();
        assertThat(bags.covers("All / Bags / Jumbo")).isTrue();
        assertThat(bags.covers("All / Bags and boxes")).isFalse();
        assertThat(bags.covers("All")).isFalse();
    }

    @Test
    void aLineWithoutPackCountsItsUnits() {
        assertThat(Amount.packs(Quantity.of(30), Quantity.of(12))).isEqualByComparingTo("2.5");
        assertThat(Amount.packs(Quantity.of(30), Quantity.ZERO)).isEqualByComparingTo("30");
    }
}
