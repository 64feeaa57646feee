package org.orderbench.policy;

import java.util.List;
import org.orderbench.replenish.Explanation;

/**
 * How a line was judged: every check, passed or not, by one version of the policy.
 *
 * @param policyVersion the version that it was judged by
 * @param slice         the slice that the line belongs to
 * @param level         that slice's level
 */
public record PolicyTrace(long policyVersion, String slice, AuthorityLevel level, List<Check> checks) {

    public PolicyTrace {
        checks = List.copyOf(checks);
    }

    public List<Check> notPassed() {
        return checks.stream().filter(check -> !check.passed()).toList();
    }

    /** For the note on the order, behind the steps that shaped the quantity. */
    public List<Explanation.Step> steps() {
        return checks.stream()
                .map(check -> new Explanation.Step("policy-" + check.name(), check.words(), null, null, check.figures()))
                .toList();
    }
}
