package org.orderbench.policy;

import java.util.ArrayList;
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

    /**
     * For the note on the order, behind the steps that shaped the quantity: by which version it was judged, then every check by name, those that did
     * not pass first, those that have no figure to hold in one step.
     */
    public List<Explanation.Step> steps() {
        List<Explanation.Step> steps = new ArrayList<>();
        List<Check> failed = notPassed();
        steps.add(step("version", "Policy version " + policyVersion + ", slice \"" + slice + "\" at " + level + ": " + (checks.size() - failed.size()) + " of " + checks.size()
                + " checks passed.", List.of()));
        failed.forEach(check -> steps.add(step(check.name(), "Not passed: " + check.name() + ": " + check.words(), check.figures())));
        List<String> plain = new ArrayList<>();
        for (Check check : checks) {
            if (check.passed() && check.figures().isEmpty()) {
                plain.add(check.name());
            } else if (check.passed()) {
                steps.add(step(check.name(), "Passed: " + check.name() + ": " + check.words(), check.figures()));
            }
        }
        if (!plain.isEmpty()) {
            steps.add(step("passed", "Passed, without a figure to hold: " + String.join(", ", plain) + ".", List.of()));
        }
        return List.copyOf(steps);
    }

    private static Explanation.Step step(String name, String text, List<Explanation.Figure> figures) {
        return new Explanation.Step("policy-" + name, text, null, null, figures);
    }
}
