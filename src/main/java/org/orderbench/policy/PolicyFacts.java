package org.orderbench.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;

/**
 * What an evaluation looks at besides the proposals.
 *
 * @param now      the time of the evaluation
 * @param today    the day that daily ceilings count
 * @param dataFrom when the cache was last read from Odoo in full; null if never
 * @param profiles by SKU; one that is absent is not known
 * @param rights   of the Odoo user; null if they could not be read
 */
public record PolicyFacts(
        Instant now, LocalDate today, @Nullable Instant dataFrom, Map<Sku, SkuProfile> profiles, @Nullable UserRights rights) {

    public PolicyFacts {
        profiles = Map.copyOf(profiles);
    }
}
