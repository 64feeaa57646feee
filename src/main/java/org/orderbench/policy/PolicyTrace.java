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
        steps.add(step(CheckWords.VERSION, "Policy version " + policyVersion + ", slice \"" + slice + "\" at " + level + ": " + (checks.size() - failed.size()) + " of "
                + checks.size() + " checks passed.", List.of(
                        name("version", String.valueOf(policyVersion)), name("slice", slice), name("level", level.name()),
                        name("passed", String.valueOf(checks.size() - failed.size())), name("of", String.valueOf(checks.size())))));
        failed.forEach(check -> steps.add(step(CheckWords.rule(check), "Not passed: " + check.words(), check.figures())));
        List<String> plain = new ArrayList<>();
        for (Check check : checks) {
            if (check.passed() && check.figures().isEmpty()) {
                plain.add(check.name());
            } else if (check.passed()) {
                steps.add(step(CheckWords.rule(check), "Passed: " + check.words(), check.figures()));
            }
        }
        if (!plain.isEmpty()) {
            steps.add(step(CheckWords.PLAIN, "Passed, without a figure to hold: " + CheckWords.inEnglish(plain) + ".", plain.stream().map(name -> name("check", name)).toList()));
        }
        return List.copyOf(steps);
    }

    private static Explanation.Figure name(String name, String value) {
        return new Explanation.Figure(name, value, "", CheckWords.NAME);
    }

    private static Explanation.Step step(String rule, String text, List<Explanation.Figure> figures) {
        return new Explanation.Step(rule, text, null, null, figures);
    }
}
