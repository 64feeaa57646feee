package org.orderbench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.Proposal;
import org.orderbench.replenish.Explanation;

class EvaluatorTest {

    private final Evaluator evaluator = new Evaluator();

    private Map<Long, Verdict> judge(Policy policy, Exposure soFar, Proposal... proposals) {
        return evaluator.evaluate(policy, Fixture.facts(proposals), List.of(proposals), soFar, Brakes.RELEASED).stream()
                .collect(Collectors.toMap(Verdict::lineId, v -> v));
    }

    private static List<String> notPassed(Verdict verdict) {
        return verdict.trace().notPassed().stream().map(Check::name).toList();
    }

    private static Limits limits(Ceiling line, Ceiling order, Ceiling vendorDay, List<CategoryBudget> budgets) {
        Limits w = Fixture.wide();
        return new Limits("GBP", line, order, vendorDay, w.skuDay(), w.day(), budgets, w.usualOrderTimes(), w.priceRisePercent(), w.confidenceFloor(), w.dataAge());
    }

    @ParameterizedTest
    @CsvSource({"OBSERVE,NONE", "DRAFT,WAIT_FOR_BUYER", "AUTO_DRAFT,AUTO_DRAFT", "AUTO_CONFIRM,AUTO_CONFIRM"})
    void aLineThatPassesEverythingGoesAsFarAsItsSlice(AuthorityLevel level, Action expected) {
        Verdict verdict = judge(Fixture.policy(Fixture.wide(), level), Exposure.NONE, Fixture.proposal(1, Fixture.line(1))).get(1L);
        assertThat(verdict.action()).isEqualTo(expected);
        assertThat(verdict.trace().notPassed()).isEmpty();
        assertThat(verdict.trace().policyVersion()).isEqualTo(7);
        assertThat(verdict.trace().steps()).first().extracting("rule").isEqualTo("policy-version");
        String told = verdict.trace().steps().stream().map(Explanation.Step::text).collect(Collectors.joining(" "));
        assertThat(verdict.trace().checks()).isNotEmpty().allSatisfy(check -> assertThat(told).containsAnyOf(check.words(), check.name().replace('-', ' ')));
    }

    @ParameterizedTest
    @CsvSource({"OBSERVE,NONE", "DRAFT,WAIT_FOR_BUYER", "AUTO_DRAFT,WAIT_FOR_BUYER", "AUTO_CONFIRM,AUTO_DRAFT"})
    void overACeilingItIsHandledOneLevelLower(AuthorityLevel level, Action expected) {
        Limits limits = limits(Ceiling.of(99), Fixture.wide().order(), Fixture.wide().vendorDay(), List.of());
        Verdict verdict = judge(Fixture.policy(limits, level), Exposure.NONE, Fixture.proposal(1, Fixture.line(1))).get(1L);
        assertThat(verdict.action()).isEqualTo(expected);
        assertThat(notPassed(verdict)).containsExactly("line-value");
    }

    @ParameterizedTest
    @CsvSource({"OBSERVE,NONE", "DRAFT,WAIT_FOR_BUYER", "AUTO_DRAFT,WAIT_FOR_BUYER", "AUTO_CONFIRM,WAIT_FOR_BUYER"})
    void withoutARateItWaitsForTheBuyer(AuthorityLevel level, Action expected) {
        Verdict verdict = judge(Fixture.policy(Fixture.wide(), level), Exposure.NONE, Fixture.proposal(1, Fixture.line(1).noRate())).get(1L);
        assertThat(verdict.action()).isEqualTo(expected);
        assertThat(notPassed(verdict)).contains("line-value", "order-value", "vendor-day-value", "day-value", "slice-week-value");
    }

    @Test
    void aCompanyWithAnotherCurrencyCannotBeEvaluated() {
        Verdict verdict = judge(Fixture.policy(Fixture.wide(), AuthorityLevel.AUTO_CONFIRM), Exposure.NONE, Fixture.proposal(1, Fixture.line(1).value("5", "JPY"))).get(1L);
        assertThat(verdict.action()).isEqualTo(Action.WAIT_FOR_BUYER);
    }

    @Test
    void severalFailuresDoNotLowerItFurtherThanOneLevel() {
        Limits limits = limits(Ceiling.of(1), Ceiling.of(1), Ceiling.of(1), List.of());
        assertThat(judge(Fixture.policy(limits, AuthorityLevel.AUTO_CONFIRM), Exposure.NONE, Fixture.proposal(1, Fixture.line(1))).get(1L).action())
                .isEqualTo(Action.AUTO_DRAFT);
    }

    @Test
    void anOrderIsJudgedAsAWholeSoThatManySmallLinesDoNotSlipUnder() {
        Limits limits = limits(Fixture.wide().line(), Ceiling.of(250), Fixture.wide().vendorDay(), List.of());
        Map<Long, Verdict> verdicts =
                judge(Fixture.policy(limits, AuthorityLevel.AUTO_CONFIRM), Exposure.NONE, Fixture.proposal(1, Fixture.line(1), Fixture.line(2), Fixture.line(3)));
        assertThat(verdicts.values()).extracting(Verdict::action).containsOnly(Action.AUTO_DRAFT);
    }

    @Test
    void aVendorsDayCountsOverOrdersAndUrgentLinesComeFirst() {
        Limits limits = limits(Fixture.wide().line(), Fixture.wide().order(), Ceiling.of(250), List.of());
        Map<Long, Verdict> verdicts = judge(
                Fixture.policy(limits, AuthorityLevel.AUTO_CONFIRM),
                new Exposure(List.of(Fixture.commitment(9, 1, "100", Fixture.TODAY, true))),
                Fixture.proposal(1, Fixture.line(1)),
                Fixture.proposal(1, Fixture.line(2).urgent()),
                Fixture.proposal(2, Fixture.line(3)));
        assertThat(verdicts.get(2L).action()).isEqualTo(Action.AUTO_CONFIRM);
        assertThat(verdicts.get(1L).action()).isEqualTo(Action.AUTO_DRAFT);
        assertThat(notPassed(verdicts.get(1L))).containsExactly("vendor-day-value");
        assertThat(verdicts.get(3L).action()).isEqualTo(Action.AUTO_CONFIRM);
    }

    @Test
    void yesterdayAndWhatPeopleOrderedDoNotCountAgainstTheVendorsDay() {
        Limits limits = limits(Fixture.wide().line(), Fixture.wide().order(), Ceiling.of(100), List.of());
        Exposure soFar = new Exposure(List.of(
                Fixture.commitment(9, 1, "100", Fixture.TODAY.minusDays(1), true), Fixture.commitment(8, 1, "100", Fixture.TODAY, false)));
        assertThat(judge(Fixture.policy(limits, AuthorityLevel.AUTO_CONFIRM), soFar, Fixture.proposal(1, Fixture.line(1))).get(1L).action())
                .isEqualTo(Action.AUTO_CONFIRM);
    }

    @Test
    void aBudgetCountsTheWholeWeekAndEverybody() {
        Limits limits = limits(Fixture.wide().line(), Fixture.wide().order(), Fixture.wide().vendorDay(), List.of(new CategoryBudget("All", new BigDecimal("250"))));
        Policy policy = Fixture.policy(limits, AuthorityLevel.AUTO_CONFIRM);
        Commitment monday = Fixture.commitment(9, 2, "100", Fixture.TODAY.minusDays(2), false);
        Commitment sunday = Fixture.commitment(9, 2, "100", Fixture.TODAY.minusDays(3), false);
        Commitment today = Fixture.commitment(8, 3, "100", Fixture.TODAY, true);
        assertThat(judge(policy, new Exposure(List.of(monday, sunday)), Fixture.proposal(1, Fixture.line(1))).get(1L).action()).isEqualTo(Action.AUTO_CONFIRM);
        Verdict over = judge(policy, new Exposure(List.of(monday, today)), Fixture.proposal(1, Fixture.line(1))).get(1L);
        assertThat(over.action()).isEqualTo(Action.AUTO_DRAFT);
        assertThat(notPassed(over)).containsExactly("category-week");
    }

    @Test
    void aSlicesWeekCountsItsOwnUnaskedLines() {
        Slice narrow = new Slice("bags", List.of(new SliceRule.InCategory("All / Bags")), AuthorityLevel.AUTO_DRAFT, Ceiling.of(150));
        Policy policy = Fixture.policy(Fixture.wide(), narrow, Fixture.everything(AuthorityLevel.AUTO_DRAFT));
        Map<Long, Verdict> verdicts =
                judge(policy, Exposure.NONE, Fixture.proposal(1, Fixture.line(1), Fixture.line(2), Fixture.line(3).category("All / Lights")));
        assertThat(verdicts.get(1L).action()).isEqualTo(Action.AUTO_DRAFT);
        assertThat(notPassed(verdicts.get(2L))).containsExactly("slice-week-value");
        assertThat(verdicts.get(3L).action()).isEqualTo(Action.AUTO_DRAFT);
    }

    @Test
    void whatWasWrittenBeforeWithoutAValueStopsWhatItCountsAgainst() {
        Commitment unknown = new Commitment(Fixture.sku(9), 1, "All", "everything", Fixture.TODAY, null, Quantity.of(1), BigDecimal.ONE, true);
        Verdict verdict = judge(Fixture.policy(Fixture.wide(), AuthorityLevel.AUTO_CONFIRM), new Exposure(List.of(unknown)), Fixture.proposal(1, Fixture.line(1))).get(1L);
        assertThat(verdict.action()).isEqualTo(Action.WAIT_FOR_BUYER);
        assertThat(notPassed(verdict)).containsExactly("vendor-day-value", "day-value", "slice-week-value");
    }

    @Test
    void aPriceOfNothingDoesNotMakeRoomUnderACeiling() {
        Map<Long, Verdict> verdicts = judge(
                Fixture.policy(Fixture.wide(), AuthorityLevel.AUTO_CONFIRM), Exposure.NONE, Fixture.proposal(1, Fixture.line(1).price("0").urgent(), Fixture.line(2)));
        assertThat(verdicts.values()).extracting(Verdict::action).containsOnly(Action.WAIT_FOR_BUYER);
    }

    @Test
    void linesOfOtherSlicesDoNotUseUpTheRoom() {
        Slice narrow = new Slice("one", List.of(new SliceRule.HandPicked(Set.of(Fixture.sku(2)))), AuthorityLevel.AUTO_CONFIRM, Ceiling.of(100));
        Limits limits = limits(Fixture.wide().line(), Ceiling.of(100), Ceiling.of(100), List.of());
        Map<Long, Verdict> verdicts = judge(
                Fixture.policy(limits, narrow, Fixture.everything(AuthorityLevel.DRAFT)), Exposure.NONE, Fixture.proposal(1, Fixture.line(1).urgent(), Fixture.line(2)));
        assertThat(verdicts.get(2L).action()).isEqualTo(Action.AUTO_CONFIRM);
        assertThat(verdicts.get(1L).action()).isEqualTo(Action.WAIT_FOR_BUYER);
        assertThat(notPassed(verdicts.get(1L))).as("what its trace would say").containsExactly("order-value");
    }

    @Test
    void decidedLinesHaveNoVerdict() {
        assertThat(judge(Fixture.policy(Fixture.wide(), AuthorityLevel.AUTO_CONFIRM), Exposure.NONE, Fixture.proposal(1, Fixture.line(1).state(LineState.REJECTED), Fixture.line(2))))
                .containsOnlyKeys(2L);
    }

    @Test
    void countsAreByTheFirstSlice() {
        Slice bags = new Slice("bags", List.of(new SliceRule.InCategory("All / Bags")), AuthorityLevel.DRAFT, Ceiling.NOTHING);
        Slice hats = new Slice("hats", List.of(new SliceRule.InCategory("All / Hats")), AuthorityLevel.DRAFT, Ceiling.NOTHING);
        Proposal proposal = Fixture.proposal(1, Fixture.line(1), Fixture.line(2), Fixture.line(3).category("All / Lights"));
        assertThat(Evaluator.counts(Fixture.policy(Fixture.wide(), bags, hats, Fixture.everything(AuthorityLevel.DRAFT)), Fixture.facts(proposal), List.of(proposal)))
                .containsExactly(Map.entry("bags", 2), Map.entry("hats", 0), Map.entry("everything", 1));
    }
}
