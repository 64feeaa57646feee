package org.orderbench.writeback;

import java.util.List;
import org.orderbench.policy.Check;
import org.orderbench.policy.PolicyTrace;

/** The policy trace as a part of the note: every check by name, those that did not pass first, each with its figures. */
final class PolicyNote {

    private PolicyNote() {}

    static void write(StringBuilder html, PolicyTrace trace) {
        List<Check> failed = trace.notPassed();
        html.append("<p>Policy version ").append(trace.policyVersion()).append(", slice \"").append(NoteWriter.escape(trace.slice())).append("\" at ").append(trace.level());
        html.append(": ").append(trace.checks().size() - failed.size()).append(" of ").append(trace.checks().size()).append(" checks passed.</p><ul>");
        failed.forEach(check -> html.append("<li><b>Not passed</b>, ").append(words(check)).append("</li>"));
        List<Check> passed = trace.checks().stream().filter(Check::passed).toList();
        list(html, "Passed", passed.stream().filter(check -> !check.figures().isEmpty()).map(PolicyNote::words).toList());
        list(html, "Passed, without a figure to hold", passed.stream().filter(check -> check.figures().isEmpty()).map(check -> NoteWriter.escape(check.name())).toList());
        html.append("</ul>");
    }

    private static void list(StringBuilder html, String head, List<String> items) {
        if (!items.isEmpty()) {
            html.append("<li>").append(head).append(": ").append(String.join("; ", items)).append("</li>");
        }
    }

    private static String words(Check check) {
        return NoteWriter.escape(check.name()) + ": " + NoteWriter.escape(check.words());
    }
}
