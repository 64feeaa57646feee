package org.orderbench.cache;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.demand.LargeOrders;
import org.orderbench.journal.JournalEntry;
import org.orderbench.proposal.LargeOrderBook;

/** What buyers said about large orders, in the cache. Safe for several threads. */
public final class CacheLargeOrders implements LargeOrderBook {

    private final CacheDatabase database;
    private final CacheJournal journal;
    private final Clock clock;

    public CacheLargeOrders(CacheDatabase database, Clock clock) {
        this.database = database;
        this.journal = new CacheJournal(database, clock);
        this.clock = clock;
    }

    @Override
    public LargeOrders of(Sku sku) {
        return database.jdbi().withHandle(handle -> read(handle, sku.productId(), sku.productId()))
                .getOrDefault(new FactsChunk.Key(sku.productId(), sku.warehouseId()), LargeOrders.NONE);
    }

    /** Of a run of products, by product and warehouse. */
    static Map<FactsChunk.Key, LargeOrders> read(Handle handle, int from, int to) {
        Map<FactsChunk.Key, Map<LocalDate, LargeOrders.Verdict>> said = new HashMap<>();
        handle.select("select product_id, warehouse_id, on_day, verdict from large_order where product_id between ? and ?", from, to)
                .map((rs, ctx) -> {
                    said.computeIfAbsent(new FactsChunk.Key(rs.getInt(1), rs.getInt(2)), _ -> new HashMap<>())
                            .put(rs.getObject(3, LocalDate.class), LargeOrders.Verdict.valueOf(rs.getString(4)));
                    return 1;
                })
                .list();
        Map<FactsChunk.Key, LargeOrders> large = new HashMap<>();
        said.forEach((key, days) -> large.put(key, new LargeOrders(days)));
        return large;
    }

    @Override
    public void say(Sku sku, LocalDate day, LargeOrders.@Nullable Verdict verdict, String by) {
        database.inTransaction(handle -> {
            handle.execute("select seq from journal_head for update");
            String before = handle.select("select verdict from large_order where product_id = ? and warehouse_id = ? and on_day = ?", sku.productId(), sku.warehouseId(), day)
                    .mapTo(String.class)
                    .findOne()
                    .orElse(null);
            String after = verdict == null ? null : verdict.name();
            if (verdict == null) {
                handle.execute("delete from large_order where product_id = ? and warehouse_id = ? and on_day = ?", sku.productId(), sku.warehouseId(), day);
            } else {
                handle.execute(
                        "merge into large_order (company_id, warehouse_id, product_id, on_day, verdict, by_whom, at) key (product_id, warehouse_id, on_day) values (?, ?, ?, ?, ?, ?, ?)",
                        sku.companyId(), sku.warehouseId(), sku.productId(), day, after, by, clock.instant());
            }
            // What was forecast today holds no longer.
            handle.execute("delete from day_forecast where product_id = ?", sku.productId());
            journal.append(handle, new JournalEntry.What(
                    by, "large-order", "large order of " + day + ", product " + sku.productId() + " in warehouse " + sku.warehouseId(), "",
                    before == null ? null : CacheJson.write(before), after == null ? null : CacheJson.write(after)));
            return 0;
        });
    }
}
