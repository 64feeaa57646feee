package org.orderbench.proposal;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import org.orderbench.catalog.Sku;
import org.orderbench.replenish.SkuFacts;

/** Where planning reads what is known of each SKU. Implemented by the cache. Safe for several threads. */
public interface FactsSource {

    /**
     * Every product in each warehouse of each company, by product and then warehouse; archived products and services too, which planning leaves out and
     * counts. Each iteration reads anew, some SKUs at a time, so that memory does not grow with the catalogue.
     */
    Iterable<SkuFacts> all(LocalDate today);

    /** The same, where a forecast of this day was kept with it in place of the moves that it was made of. */
    default Iterable<KnownSku> toPlan(LocalDate today) {
        Iterable<SkuFacts> all = all(today);
        return () -> new Iterator<>() {
            private final Iterator<SkuFacts> facts = all.iterator();

            @Override
            public boolean hasNext() {
                return facts.hasNext();
            }

            @Override
            public KnownSku next() {
                return new KnownSku(facts.next(), null);
            }
        };
    }

    /** One SKU; empty when the cache does not know it. */
    Optional<SkuFacts> find(Sku sku, LocalDate today);
}
