package org.orderbench.replenish;

import java.util.Optional;
import org.orderbench.catalog.Quantity;

/**
 * What the vendor whom Odoo names first asks for.
 *
 * @param minimum its least quantity, in the product's own unit
 * @param step    what an order must be a multiple of, in the product's own unit
 */
public record SupplierTerms(Offer offer, Quantity minimum, Quantity step) {

    /** Empty where nobody sells it. */
    public static Optional<SupplierTerms> of(SkuFacts facts) {
        SupplierChoice choice = SupplierChoice.of(facts);
        if (choice.missing() != null) {
            return Optional.empty();
        }
        Offer first = choice.first();
        return Optional.of(new SupplierTerms(first, first.minimum(), OrderStep.of(facts, first, Quantity.ZERO).size()));
    }
}
