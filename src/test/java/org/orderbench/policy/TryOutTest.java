package org.orderbench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.Proposal;
import org.orderbench.replenish.Forecastability;
import org.orderbench.replenish.ValueClass;

/** A rehearsal over the past: what a policy would have done, and what people did instead. */
class TryOutTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final PolicyFacts NOTHING_TODAY = new PolicyFacts(Fixture.NOW, Fixture.TODAY, Fixture.NOW, Map.of(), null);

    private static PastLine past(int vendor, Fixture.Line line, LocalDate day, Ruling.Outcome outcome, long decided, @Nullable SkuProfile profile) {
        Proposal proposal = Fixture.proposal(vendor, line);
        Proposal head = new Proposal(proposal.id(), 1, 1, "WH", vendor, "Vendor " + vendor, "GBP", Fixture.NOW, List.of());
        return new PastLine(head, proposal.lines().getFirst(), day, day.atTime(9, 0).toInstant(ZoneOffset.UTC), outcome, Quantity.of(decided), profile);
    }

    private static PastLine past(int product, LocalDate day) {
        return past(1, Fixture.line(product), day, Ruling.Outcome.APPROVED, 10, Fixture.KNOWN);
    }

    private static Policy vendorDay(long ceiling) {
        Limits w = Fixture.wide();
        Limits limits = new Limits(
                "GBP", w.line(), w.order(), Ceiling.of(ceiling), w.skuDay(), w.day(), w.budgets(), w.usualOrderTimes(), w.priceRisePercent(), w.confidenceFloor(), w.dataAge());
        return Fixture.policy(limits, AuthorityLevel.AUTO_CONFIRM);
    }

    @Test
    void eachDaysCeilingCountsThatDayAlone() {
        List<PastLine> past = List.of(past(1, MONDAY), past(2, MONDAY), past(3, MONDAY.plusDays(1)));
        TryOut out = TryOut.of(vendorDay(100), NOTHING_TODAY, past);
        assertThat(out.lines(Action.AUTO_CONFIRM).map(line -> line.past().line().id())).containsExactly(1L, 3L);
        assertThat(out.lines(Action.AUTO_DRAFT).map(line -> line.past().line().id())).containsExactly(2L);
        assertThat(out.confirmed()).extracting(TryOut.Order::day).containsExactly(MONDAY, MONDAY.plusDays(1));
        assertThat(out.value(Action.AUTO_CONFIRM)).isEqualByComparingTo("200");
        assertThat(TryOut.of(vendorDay(200), NOTHING_TODAY, past).lines(Action.AUTO_CONFIRM)).hasSize(3);
    }

    @Test
    void theWeekOfASliceCountsWhatTheRehearsalLetThroughBefore() {
        Slice slice = new Slice("everything", List.of(new SliceRule.Everything()), AuthorityLevel.AUTO_CONFIRM, Ceiling.of(250));
        TryOut out = TryOut.of(
                Fixture.policy(Fixture.wide(), slice), NOTHING_TODAY,
                List.of(past(1, MONDAY), past(2, MONDAY.plusDays(1)), past(3, MONDAY.plusDays(2)), past(4, MONDAY.plusDays(7))));
        assertThat(out.lines(Action.AUTO_CONFIRM).map(line -> line.past().line().id())).as("two of the week, and the next week's").containsExactly(1L, 2L, 4L);
    }

    @Test
    void ofALineOnlyTheChecksThatHeldItBackAreKept() {
        TryOut out = TryOut.of(vendorDay(100), NOTHING_TODAY, List.of(past(1, MONDAY), past(2, MONDAY)));
        assertThat(out.lines(Action.AUTO_CONFIRM)).singleElement().satisfies(line -> assertThat(line.verdict().trace().checks()).isEmpty());
        assertThat(out.lines(Action.AUTO_DRAFT)).singleElement()
                .satisfies(line -> assertThat(line.verdict().trace().checks()).extracting(Check::name).containsExactly("vendor-day-value"));
    }

    @Test
    void itSaysWhatPeopleMadeOfThem() {
        TryOut out = TryOut.of(vendorDay(10_000), NOTHING_TODAY, List.of(
                past(1, MONDAY),
                past(1, Fixture.line(2), MONDAY, Ruling.Outcome.APPROVED, 20, Fixture.KNOWN),
                past(1, Fixture.line(3), MONDAY, Ruling.Outcome.REJECTED, 0, Fixture.KNOWN)));
        assertThat(out.words()).isEqualTo("Of 3 decided lines 3 would have been confirmed unasked (300 GBP) and 0 drafted."
                + " Of these 3, people ordered 1 as proposed, changed 1 and did not order 1.");
        assertThat(TryOut.of(Fixture.policy(Fixture.wide(), AuthorityLevel.DRAFT), NOTHING_TODAY, List.of(past(1, MONDAY))).words())
                .contains("none would have been written unasked");
    }

    @Test
    void whatWasKnownThenCountsAndTodaysFiguresOnlyStandIn() {
        SkuProfile grown = new SkuProfile(Fixture.FAST, Quantity.of(1_000), new BigDecimal("10"), "GBP", false);
        Limits w = Fixture.wide();
        Limits twice = new Limits(
                "GBP", w.line(), w.order(), w.vendorDay(), w.skuDay(), w.day(), w.budgets(), BigDecimal.TWO, w.priceRisePercent(), w.confidenceFloor(), w.dataAge());
        PolicyFacts today = new PolicyFacts(Fixture.NOW, Fixture.TODAY, Fixture.NOW, Map.of(Fixture.sku(1), grown), null);
        PastLine known = past(1, Fixture.line(1).quantity("100"), MONDAY, Ruling.Outcome.APPROVED, 100, Fixture.KNOWN);
        PastLine unknown = past(1, Fixture.line(1).quantity("100"), MONDAY, Ruling.Outcome.APPROVED, 100, null);
        Policy policy = Fixture.policy(twice, AuthorityLevel.AUTO_CONFIRM);
        assertThat(TryOut.of(policy, today, List.of(known)).lines(Action.AUTO_CONFIRM)).as("ten times what was usual then").isEmpty();
        TryOut standIn = TryOut.of(policy, today, List.of(unknown));
        assertThat(standIn.lines(Action.AUTO_CONFIRM)).hasSize(1);
        assertThat(standIn.todaysFigures()).isEqualTo(1);
        assertThat(TryOut.of(policy, NOTHING_TODAY, List.of(unknown)).unasked()).as("nothing known at all").isEmpty();
    }

    @Test
    void aClassThatNobodyAskedForThenIsTodays() {
        SkuProfile then = new SkuProfile(null, Quantity.of(10), new BigDecimal("10"), "GBP", false);
        SkuProfile now = new SkuProfile(new DemandClass(ValueClass.A, Forecastability.X), Quantity.of(10), BigDecimal.TEN, "GBP", false);
        Slice fast = new Slice("fast", List.of(new SliceRule.OfClass(Set.of(ValueClass.A), Set.of(Forecastability.X))), AuthorityLevel.AUTO_CONFIRM, Ceiling.of(1_000));
        PolicyFacts today = new PolicyFacts(Fixture.NOW, Fixture.TODAY, Fixture.NOW, Map.of(Fixture.sku(1), now), null);
        TryOut out = TryOut.of(
                Fixture.policy(Fixture.wide(), fast, Fixture.everything(AuthorityLevel.DRAFT)), today,
                List.of(past(1, Fixture.line(1), MONDAY, Ruling.Outcome.APPROVED, 10, then)));
        assertThat(out.slice("fast").lines(Action.AUTO_CONFIRM)).hasSize(1);
        assertThat(out.slice("everything").orders()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aLowerCeilingNeverConfirmsMoreOfADay(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            List<PastLine> past = new ArrayList<>();
            for (int i = 1; i <= 12; i++) {
                past.add(past(1 + random.nextInt(3), Fixture.line(i).quantity(String.valueOf(1 + random.nextInt(30))), MONDAY, Ruling.Outcome.APPROVED, 10, Fixture.KNOWN));
            }
            long loose = 50 + random.nextInt(1_000);
            long strict = random.nextInt((int) loose);
            assertThat(new HashSet<>(confirmed(vendorDay(loose), past))).as("seed %s round %s", seed, round).containsAll(confirmed(vendorDay(strict), past));
        }
    }

    private static Set<Long> confirmed(Policy policy, List<PastLine> past) {
        return TryOut.of(policy, NOTHING_TODAY, past).lines(Action.AUTO_CONFIRM).map(line -> line.past().line().id()).collect(Collectors.toSet());
    }
}
