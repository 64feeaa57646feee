package org.orderbench.proposal;

import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Sku;

/**
 * A SKU that the plan leaves out, or something about it that a person should look at. Countable, never silent.
 *
 * @param reason  a stable short name, such as {@code no-supplier-price}
 * @param detail  a sentence for the buyer, with the next step
 * @param atStake the money that it is about, in the company's currency, for ranking; null where none can be named
 */
public record PlanException(Sku sku, String code, String name, String reason, String detail, @Nullable Money atStake) {

    public PlanException(Sku sku, String code, String name, String reason, String detail) {
        this(sku, code, name, reason, detail, null);
    }
}
