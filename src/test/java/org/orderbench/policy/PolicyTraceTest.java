package org.orderbench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderbench.policy.Check.Result;
import org.orderbench.replenish.Explanation;
import org.orderbench.replenish.Explanation.Figure;

class PolicyTraceTest {

    @Test
    void everyCheckIsNamedAndWhatDidNotPassComesFirst() {
        Figure price = new Figure("price", "3", "GBP", "policy");
        PolicyTrace trace = new PolicyTrace(7, "fast", AuthorityLevel.AUTO_CONFIRM, List.of(
                new Check("brake", Result.PASSED, List.of(), "No brake is on."),
                new Check("line-value", Result.PASSED, List.of(price), "This line comes to 80 GBP, within the ceiling of 250."),
                new Check("price-rise", Result.FAILED, List.of(price), "The price rose by 25 %; the ceiling is 10 %."),
                new Check("confidence", Result.CANNOT_EVALUATE, List.of(), "The forecast's confidence is not known.")));
        assertThat(trace.steps()).extracting(Explanation.Step::text).containsExactly(
                "Policy version 7, slice \"fast\" at AUTO_CONFIRM: 2 of 4 checks passed.",
                "Not passed: The price rose by 25 %; the ceiling is 10 %.",
                "Not passed: The forecast's confidence is not known.",
                "Passed: This line comes to 80 GBP, within the ceiling of 250.",
                "Passed, without a figure to hold: brake.");
        assertThat(trace.steps()).allMatch(step -> step.rule().startsWith("policy-"));
        assertThat(trace.steps().get(1).figures()).containsExactly(price);
    }
}
