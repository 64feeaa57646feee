package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.Check;
import org.orderbench.policy.Check.Result;
import org.orderbench.policy.PolicyTrace;
import org.orderbench.replenish.Explanation.Figure;

class PolicyNoteTest {

    @Test
    void everyCheckIsNamedAndWhatDidNotPassComesFirst() {
        PolicyTrace trace = new PolicyTrace(7, "fast & \"narrow\"", AuthorityLevel.AUTO_CONFIRM, List.of(
                new Check("brake", Result.PASSED, List.of(), "No brake is on."),
                new Check("line-value", Result.PASSED, List.of(new Figure("amount", "80", "GBP", "policy")), "This line comes to 80 GBP, within the ceiling of 250."),
                new Check("price-rise", Result.FAILED, List.of(new Figure("price", "3", "GBP", "policy")), "The price rose by 25 %; <the> ceiling is 10 %."),
                new Check("confidence", Result.CANNOT_EVALUATE, List.of(), "The forecast's confidence is not known.")));
        StringBuilder html = new StringBuilder();
        PolicyNote.write(html, trace);
        assertThat(html.toString())
                .contains("Policy version 7, slice \"fast &amp; &#34;narrow&#34;\" at AUTO_CONFIRM: 2 of 4 checks passed")
                .contains("<b>Not passed</b>, price-rise: The price rose by 25 %; &lt;the&gt; ceiling is 10 %.")
                .contains("Passed: line-value: This line comes to 80 GBP, within the ceiling of 250.")
                .contains("Passed, without a figure to hold: brake")
                .doesNotContain("<the>");
        assertThat(html.indexOf("confidence")).as("what did not pass stands before what did").isLessThan(html.indexOf("line-value"));
    }
}
