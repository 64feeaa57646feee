package org.orderbench.policy;

import java.util.List;
import org.orderbench.replenish.Explanation.Figure;

/**
 * One guardrail that was looked at for one line.
 *
 * @param name    its stable name, such as {@code line-value}: key of its words in other languages
 * @param figures what it looked at: what the line comes to, and the limit
 * @param words   the outcome in a sentence for a person
 */
public record Check(String name, Result result, List<Figure> figures, String words) {

    public Check {
        figures = List.copyOf(figures);
    }

    /** How a check ended, and how far it lets a line go. */
    public enum Result {
        PASSED,
        /** Over a ceiling: one level lower than the slice's, so that it is drafted and waits, or waits for the buyer. */
        FAILED,
        /** Something that only a person may settle: it waits for the buyer. */
        STOPPED,
        /** A figure is missing: it waits for the buyer. */
        CANNOT_EVALUATE;

        /** The most that a line at {@code level} may still do. */
        AuthorityLevel bound(AuthorityLevel level) {
            return switch (this) {
                case PASSED -> level;
                case FAILED -> level.writesUnasked() ? level.below() : level;
                case STOPPED, CANNOT_EVALUATE -> level.lowerOf(AuthorityLevel.DRAFT);
            };
        }
    }

    public boolean passed() {
        return result == Result.PASSED;
    }

    static Check passed(String name, List<Figure> figures, String words) {
        return new Check(name, Result.PASSED, figures, words);
    }

    static Check failed(String name, List<Figure> figures, String words) {
        return new Check(name, Result.FAILED, figures, words);
    }

    static Check stopped(String name, List<Figure> figures, String words) {
        return new Check(name, Result.STOPPED, figures, words);
    }

    static Check cannotEvaluate(String name, List<Figure> figures, String words) {
        return new Check(name, Result.CANNOT_EVALUATE, figures, words);
    }
}
