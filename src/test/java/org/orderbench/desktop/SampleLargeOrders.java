package org.orderbench.desktop;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.demand.LargeOrders;
import org.orderbench.proposal.LargeOrderBook;

/** What buyers said about large orders, as long as the process lasts. */
final class SampleLargeOrders implements LargeOrderBook {

    private final Map<Sku, LargeOrders> said = new ConcurrentHashMap<>();

    @Override
    public LargeOrders of(Sku sku) {
        return said.getOrDefault(sku, LargeOrders.NONE);
    }

    @Override
    public void say(Sku sku, LocalDate day, LargeOrders.@Nullable Verdict verdict, String by) {
        Map<LocalDate, LargeOrders.Verdict> now = new HashMap<>(of(sku).said());
        if (verdict == null) {
            now.remove(day);
        } else {
            now.put(day, verdict);
        }
        said.put(sku, new LargeOrders(now));
    }
}
