package org.orderbench.proposal;

import java.util.List;
import org.orderbench.catalog.Sku;

/** Where buyers' remarks are kept. Remarks are added, never changed. Implemented by the cache. Safe for several threads. */
public interface SkuNotes {

    /** Newest first. */
    List<SkuNote> of(Sku sku);

    /** @throws IllegalArgumentException if the text is blank or longer than 2,000 characters */
    void add(Sku sku, SkuNote note);
}
