package org.orderbench.replenish;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ordered list of rules and figures that shaped a quantity: what a buyer argues with. Every figure in a text comes from here.
 *
 * @param steps in the order in which the rules were applied; the first is the plainest reason for buying at all
 */
public record Explanation(List<Step> steps) {

    public Explanation {
        steps = List.copyOf(steps);
    }

    /** The one line that the grid shows. */
    public String headline() {
        return steps.isEmpty() ? "" : steps.getFirst().text();
    }

    /**
     * One rule that was applied.
     *
     * @param rule    its stable name, such as {@code supplier-minimum}: key of its words in other languages
     * @param text    what it did, in a sentence for a buyer, in English
     * @param before  the quantity before the rule, where it is a rule on quantity
     * @param after   the quantity after it
     * @param figures what it looked at: every figure of the sentence is among them
     * @param said    the sentence by its parts, for {@link Wording} to say in other languages; empty where there is only the text
     */
    public record Step(
            String rule, String text, @Nullable BigDecimal before, @Nullable BigDecimal after, List<Figure> figures, List<Phrase> said) {

        /** @param said absent in what older versions kept */
        public Step(
                String rule, String text, @Nullable BigDecimal before, @Nullable BigDecimal after, List<Figure> figures, @Nullable List<Phrase> said) {
            this.rule = rule;
            this.text = text;
            this.before = before;
            this.after = after;
            this.figures = List.copyOf(figures);
            this.said = said == null ? List.of() : List.copyOf(said);
        }

        /** Said in English only. */
        public Step(String rule, String text, @Nullable BigDecimal before, @Nullable BigDecimal after, List<Figure> figures) {
            this(rule, text, before, after, figures, List.of());
        }

        /** In English, and to be said in other languages. */
        public static Step said(String rule, @Nullable BigDecimal before, @Nullable BigDecimal after, List<Figure> figures, List<Phrase> said) {
            return new Step(rule, Wording.of(said, Wording.REFERENCE), before, after, figures, said);
        }
    }

    /**
     * Part of a sentence.
     *
     * @param key    of its words
     * @param values fill its places
     */
    public record Phrase(String key, List<Value> values) {
        public Phrase {
            values = List.copyOf(values);
        }
    }

    /** One value in a sentence, in plain digits or ISO form. */
    public record Value(Kind kind, String value) {

        /** How it is written. */
        public enum Kind {
            /** Of goods, exactly. */
            QUANTITY,
            /** A reckoned amount, rounded. */
            AMOUNT,
            PRICE,
            SHARE,
            DAYS,
            DAY,
            DAY_AND_YEAR,
            /** Our own words in English, such as a forecast's method or remark. */
            TERM,
            /** Names, said as they are. */
            WORDS
        }
    }

    /**
     * One figure with where it comes from.
     *
     * @param name   such as {@code on hand}
     * @param value  as text in plain digits or ISO form; windows format by locale
     * @param unit   such as {@code pieces}, {@code days}, {@code EUR}; empty when there is none
     * @param source the Odoo record or the calculation: {@code product.supplierinfo 17}, {@code forecast}, {@code policy}
     */
    public record Figure(String name, String value, String unit, String source) {}
}
