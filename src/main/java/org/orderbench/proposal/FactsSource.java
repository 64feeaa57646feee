package org.orderbench.proposal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.orderbench.catalog.Sku;
import org.orderbench.replenish.SkuFacts;

/** Where planning reads what is known of each SKU. Implemented by the cache. */
public interface FactsSource {

    /** Hands over every SKU (each storable, active product in each warehouse of its company), one at a time, so that memory does not grow with the catalogue. */
    void forEach(LocalDate today, Consumer<SkuFacts> consumer);

    /** One SKU; empty when the cache does not know it. */
    Optional<SkuFacts> find(Sku sku, LocalDate today);
}
