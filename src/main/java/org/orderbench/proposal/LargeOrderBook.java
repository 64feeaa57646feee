package org.orderbench.proposal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.demand.LargeOrders;

/** What buyers said about large orders. Implemented by the cache; each change is journalled. Safe for several threads. */
public interface LargeOrderBook {

    LargeOrders of(Sku sku);

    /**
     * Keeps what the buyer says about the SKU's large order of a day. It counts from the next forecast on.
     *
     * @param verdict null to leave the order to the rule again
     */
    void say(Sku sku, LocalDate day, LargeOrders.@Nullable Verdict verdict, String by);
}
