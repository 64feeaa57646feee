package org.orderbench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.catalog.Quantity;
import org.orderbench.policy.BrakeState.Braked;
import org.orderbench.policy.BrakeState.Released;
import org.orderbench.policy.BrakeState.Unreadable;
import org.orderbench.policy.Check.Result;
import org.orderbench.proposal.Proposal;

/** Each condition and each deviation at, under and over its limit, and with what it needs missing. */
class ChecksTest {

    private final Conditions conditions = new Conditions();
    private final Deviations deviations = new Deviations();

    private static Case of(Fixture.Line line, @Nullable SkuProfile profile, PolicyFacts facts, Brakes brakes, Limits limits) {
        Proposal proposal = Fixture.proposal(1, line);
        Slice slice = Fixture.everything(AuthorityLevel.AUTO_CONFIRM);
        Amount none = Amount.NONE;
        Reach reach = new Reach(none, none, none, none, none, none, Map.of());
        return new Case(proposal, proposal.lines().getFirst(), new Policy.Placement(slice, slice.level(), true), reach, limits, profile, facts, brakes);
    }

    private static Case of(Fixture.Line line, @Nullable SkuProfile profile) {
        Limits w = Fixture.wide();
        Limits limits = new Limits("GBP", w.line(), w.order(), w.vendorDay(), w.skuDay(), w.day(), w.budgets(), BigDecimal.TWO, BigDecimal.TEN, 0.6, Duration.ofHours(12));
        return of(line, profile, Fixture.facts(), Brakes.RELEASED, limits);
    }

    private static Case facts(@Nullable Instant dataFrom, @Nullable UserRights rights) {
        return of(Fixture.line(1), Fixture.KNOWN, new PolicyFacts(Fixture.NOW, Fixture.TODAY, dataFrom, Map.of(), rights), Brakes.RELEASED, Fixture.wide());
    }

    private static Case brakes(BrakeState local, BrakeState shared) {
        return of(Fixture.line(1), Fixture.KNOWN, Fixture.facts(), new Brakes(local, shared), Fixture.wide());
    }

    @ParameterizedTest
    @CsvSource({"19,PASSED", "20,PASSED", "20.01,FAILED", "200,FAILED"})
    void usualOrderIsTenAndTwiceThatIsAllowed(String quantity, Result expected) {
        assertThat(deviations.usualOrder(of(Fixture.line(1).quantity(quantity), Fixture.KNOWN)).result()).isEqualTo(expected);
    }

    @Test
    void withoutAUsualOrderNothingCompares() {
        assertThat(deviations.usualOrder(of(Fixture.line(1), null)).result()).isEqualTo(Result.CANNOT_EVALUATE);
        assertThat(deviations.usualOrder(of(Fixture.line(1), new SkuProfile(null, Quantity.ZERO, null, null, false))).result()).isEqualTo(Result.CANNOT_EVALUATE);
    }

    @ParameterizedTest
    @CsvSource({"9,PASSED", "10,PASSED", "11,PASSED", "11.0000001,FAILED", "25,FAILED"})
    void thePriceMayRiseByTenPerCentOverTen(String price, Result expected) {
        assertThat(deviations.priceRise(of(Fixture.line(1).price(price), Fixture.KNOWN)).result()).isEqualTo(expected);
    }

    @Test
    void aPriceInAnotherCurrencyOrNoneDoesNotCompare() {
        SkuProfile euro = new SkuProfile(null, null, BigDecimal.TEN, "EUR", false);
        SkuProfile never = new SkuProfile(null, null, null, null, false);
        SkuProfile free = new SkuProfile(null, null, BigDecimal.ZERO, "GBP", false);
        assertThat(deviations.priceRise(of(Fixture.line(1), euro)).result()).isEqualTo(Result.CANNOT_EVALUATE);
        assertThat(deviations.priceRise(of(Fixture.line(1), never)).result()).isEqualTo(Result.CANNOT_EVALUATE);
        assertThat(deviations.priceRise(of(Fixture.line(1), free)).result()).isEqualTo(Result.CANNOT_EVALUATE);
        assertThat(deviations.priceRise(of(Fixture.line(1), null)).result()).isEqualTo(Result.CANNOT_EVALUATE);
    }

    @ParameterizedTest
    @CsvSource({"0.01,PASSED", "0,CANNOT_EVALUATE", "-1,CANNOT_EVALUATE"})
    void aPriceIsMoreThanNothing(String price, Result expected) {
        assertThat(deviations.priced(of(Fixture.line(1).price(price), Fixture.KNOWN)).result()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.61,PASSED", "0.6,PASSED", "0.59,FAILED", "0,FAILED", "NaN,CANNOT_EVALUATE", "1.5,CANNOT_EVALUATE"})
    void theForecastIsConfidentEnough(double confidence, Result expected) {
        assertThat(deviations.confidence(of(Fixture.line(1).confidence(confidence), Fixture.KNOWN)).result()).isEqualTo(expected);
    }

    @Test
    void bothBrakesMustBeReadAndReleased() {
        Braked pulled = new Braked(BrakeCause.HAND, "Stock count today.", "Ada", Fixture.NOW);
        assertThat(conditions.brake(brakes(new Released(), new Released())).result()).isEqualTo(Result.PASSED);
        assertThat(conditions.brake(brakes(pulled, new Released())).result()).isEqualTo(Result.STOPPED);
        assertThat(conditions.brake(brakes(new Released(), pulled)).result()).isEqualTo(Result.STOPPED);
        assertThat(conditions.brake(brakes(new Released(), new Unreadable("No answer."))).result()).isEqualTo(Result.STOPPED);
        assertThat(conditions.brake(brakes(new Unreadable("Damaged."), new Released())).result()).isEqualTo(Result.STOPPED);
        assertThat(conditions.brake(brakes(pulled, new Released())).words()).contains("Stock count today.").contains("Ada").contains("releases it");
    }

    @Test
    void theAgentDoesNoMoreThanTheOdooUserMay() {
        assertThat(conditions.rights(facts(Fixture.NOW, new UserRights(true, true, false))).result()).isEqualTo(Result.PASSED);
        assertThat(conditions.rights(facts(Fixture.NOW, new UserRights(true, false, false))).result()).isEqualTo(Result.FAILED);
        assertThat(conditions.rights(facts(Fixture.NOW, new UserRights(false, false, false))).result()).isEqualTo(Result.STOPPED);
        assertThat(conditions.rights(facts(Fixture.NOW, null)).result()).isEqualTo(Result.CANNOT_EVALUATE);
    }

    @Test
    void dataOlderThanTwelveHoursStops() {
        assertThat(conditions.freshData(facts(Fixture.NOW.minus(Duration.ofHours(11)), null)).result()).isEqualTo(Result.PASSED);
        assertThat(conditions.freshData(facts(Fixture.NOW.minus(Duration.ofHours(12)), null)).result()).isEqualTo(Result.PASSED);
        assertThat(conditions.freshData(facts(Fixture.NOW.minus(Duration.ofHours(12)).minusMillis(1), null)).result()).isEqualTo(Result.STOPPED);
        assertThat(conditions.freshData(facts(Fixture.NOW.plusSeconds(1), null)).result()).isEqualTo(Result.CANNOT_EVALUATE);
        assertThat(conditions.freshData(facts(null, null)).result()).isEqualTo(Result.CANNOT_EVALUATE);
    }

    @Test
    void whatABuyerTypedIsTheBuyersToApprove() {
        assertThat(conditions.untouched(of(Fixture.line(1), Fixture.KNOWN)).result()).isEqualTo(Result.PASSED);
        assertThat(conditions.untouched(of(Fixture.line(1).proposed(15), Fixture.KNOWN)).result()).isEqualTo(Result.STOPPED);
    }

    @Test
    void twoEnginesOnOneSkuStop() {
        assertThat(conditions.oneEngine(of(Fixture.line(1), Fixture.KNOWN)).result()).isEqualTo(Result.PASSED);
        assertThat(conditions.oneEngine(of(Fixture.line(1), new SkuProfile(null, null, null, null, true))).result()).isEqualTo(Result.STOPPED);
        assertThat(conditions.oneEngine(of(Fixture.line(1), null)).result()).isEqualTo(Result.CANNOT_EVALUATE);
    }
}
