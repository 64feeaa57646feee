package org.orderbench.proposal;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Sku;
import org.orderbench.replenish.Explanation;
import org.orderbench.replenish.Wording;

/**
 * A SKU that the plan leaves out, or something about it that a person should look at. Countable, never silent.
 *
 * @param reason  a stable short name, such as {@code no-supplier-price}
 * @param detail  a sentence for the buyer, with the next step, in English
 * @param said    the same by its parts, for other languages; empty where there is only the text
 * @param atStake the money that it is about, in the company's currency, for ranking; null where none can be named
 * @param figures what it was made of, each with its source: every figure of the sentence is among them; empty where an older version kept none
 */
public record PlanException(
        Sku sku, String code, String name, String reason, String detail, List<Explanation.Phrase> said, @Nullable Money atStake, List<Explanation.Figure> figures) {

    public PlanException {
        said = List.copyOf(said);
        figures = List.copyOf(figures);
    }

    /** Said by its parts. */
    public PlanException(
            Sku sku, String code, String name, String reason, List<Explanation.Phrase> said, @Nullable Money atStake, List<Explanation.Figure> figures) {
        this(sku, code, name, reason, Wording.of(said, Locale.UK), said, atStake, figures);
    }

    /** Said in English only. */
    public PlanException(Sku sku, String code, String name, String reason, String detail, @Nullable Money atStake) {
        this(sku, code, name, reason, detail, List.of(), atStake, List.of());
    }

    /** With its sentence in a reader's language. */
    public PlanException in(Locale locale) {
        return new PlanException(sku, code, name, reason, Wording.of(said, detail, locale), said, atStake, figures);
    }
}
