package org.orderbench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.Proposal;

/** Each ceiling, one at a time, through the whole evaluation: a line of 100 GBP, 10 pieces and 2 packs at, under and over it, and without a rate or a price. */
class EveryCeilingTest {

    private static final List<String> SCOPES = List.of("line", "order", "vendor-day", "sku-day", "day", "slice-week", "category-week");

    private static Policy policy(String scope, Ceiling ceiling) {
        Limits w = Fixture.wide();
        Limits limits = new Limits(
                "GBP",
                scope.equals("line") ? ceiling : w.line(),
                scope.equals("order") ? ceiling : w.order(),
                scope.equals("vendor-day") ? ceiling : w.vendorDay(),
                scope.equals("sku-day") ? ceiling : w.skuDay(),
                scope.equals("day") ? ceiling : w.day(),
                scope.equals("category-week") ? List.of(new CategoryBudget("All / Bags", ceiling.value())) : List.of(),
                w.usualOrderTimes(), w.priceRisePercent(), w.confidenceFloor(), w.dataAge());
        Slice everything = Fixture.everything(AuthorityLevel.AUTO_CONFIRM);
        return Fixture.policy(limits, scope.equals("slice-week") ? new Slice("everything", everything.rules(), everything.level(), ceiling) : everything);
    }

    private static Verdict judge(Policy policy, Fixture.Line line) {
        Proposal proposal = Fixture.proposal(1, line);
        return new Evaluator().evaluate(policy, Fixture.facts(proposal), List.of(proposal), Exposure.NONE, Brakes.RELEASED).getFirst();
    }

    static Stream<Arguments> limits() {
        Stream.Builder<Arguments> all = Stream.builder();
        for (String scope : SCOPES) {
            all.add(Arguments.of(scope, "value", money("100.01"), money("100"), money("99.99")));
            if (!scope.equals("category-week")) {
                all.add(Arguments.of(scope, "units", units("10.5"), units("10"), units("9.99")));
                all.add(Arguments.of(scope, "packs", packs("2.5"), packs("2"), packs("1.99")));
            }
        }
        return all.build();
    }

    private static Ceiling money(String value) {
        return new Ceiling(new BigDecimal(value), null, null);
    }

    private static Ceiling units(String most) {
        return new Ceiling(new BigDecimal("1000000"), new Quantity(new BigDecimal(most)), null);
    }

    private static Ceiling packs(String most) {
        return new Ceiling(new BigDecimal("1000000"), null, new BigDecimal(most));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("limits")
    void underAndAtItIsConfirmedAndOverItIsDraftedAndWaits(String scope, String by, Ceiling above, Ceiling exact, Ceiling below) {
        assertThat(judge(policy(scope, above), Fixture.line(1)).action()).as("under").isEqualTo(Action.AUTO_CONFIRM);
        assertThat(judge(policy(scope, exact), Fixture.line(1)).action()).as("at").isEqualTo(Action.AUTO_CONFIRM);
        Verdict over = judge(policy(scope, below), Fixture.line(1));
        assertThat(over.action()).as("over").isEqualTo(Action.AUTO_DRAFT);
        assertThat(over.trace().notPassed()).as("this ceiling and no other").singleElement().satisfies(check -> assertThat(check.name()).startsWith(scope));
        assertThat(over.trace().policyVersion()).isEqualTo(7);
    }

    static Stream<String> scopes() {
        return SCOPES.stream();
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void withoutARateOrAPriceItWaitsForTheBuyer(String scope) {
        Policy wide = policy(scope, money("1000000"));
        assertThat(judge(wide, Fixture.line(1).noRate()).action()).as("no rate").isEqualTo(Action.WAIT_FOR_BUYER);
        assertThat(judge(wide, Fixture.line(1).price("0")).action()).as("no price").isEqualTo(Action.WAIT_FOR_BUYER);
        assertThat(judge(wide, Fixture.line(1).value("100", "EUR")).action()).as("another company's currency").isEqualTo(Action.WAIT_FOR_BUYER);
    }

    @Test
    void anotherLineWithoutARateTakesTheTotalsOfItsOrderAndDayWithIt() {
        Policy wide = policy("order", money("1000000"));
        Proposal proposal = Fixture.proposal(1, Fixture.line(1), Fixture.line(2).noRate());
        assertThat(new Evaluator().evaluate(wide, Fixture.facts(proposal), List.of(proposal), Exposure.NONE, Brakes.RELEASED))
                .as("a sum with an unknown part is unknown").allMatch(verdict -> verdict.action() == Action.WAIT_FOR_BUYER);
    }
}
