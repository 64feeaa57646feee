package org.orderbench.demand;

import java.util.List;

/**
 * One rule that changed how a history is read, for the explanation.
 *
 * @param rule    its stable name, such as {@code stock-outs}: key of its words in other languages
 * @param text    what it did, in a sentence for a buyer
 * @param figures what it looked at
 */
public record CleaningStep(String rule, String text, List<Figure> figures) {

    public CleaningStep {
        figures = List.copyOf(figures);
    }

    /**
     * One figure.
     *
     * @param value in plain digits or ISO form; windows format by locale
     * @param unit  such as {@code days}; empty for the product's own unit
     */
    public record Figure(String name, String value, String unit) {}
}
