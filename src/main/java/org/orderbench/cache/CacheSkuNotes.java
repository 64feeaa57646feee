package org.orderbench.cache;

import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.SkuNote;
import org.orderbench.proposal.SkuNotes;

/** Buyers' remarks in the cache. Safe for several threads. */
public final class CacheSkuNotes implements SkuNotes {

    private static final int LONGEST = 2000;

    private final CacheDatabase database;
    private final Jdbi jdbi;

    public CacheSkuNotes(CacheDatabase database) {
        this.database = database;
        this.jdbi = database.jdbi();
    }

    @Override
    public List<SkuNote> of(Sku sku) {
        return jdbi.withHandle(handle -> handle.select(
                        "select at, by_whom, text from sku_note where company_id = ? and warehouse_id = ? and product_id = ? order by id desc",
                        sku.companyId(), sku.warehouseId(), sku.productId())
                .map((rs, ctx) -> new SkuNote(rs.getObject(1, OffsetDateTime.class).toInstant(), rs.getString(2), rs.getString(3)))
                .list());
    }

    @Override
    public void add(Sku sku, SkuNote note) {
        String text = note.text().strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("A note has between 1 and " + LONGEST + " characters.");
        }
        database.inTransaction(handle -> handle.execute(
                "insert into sku_note (company_id, warehouse_id, product_id, at, by_whom, text) values (?, ?, ?, ?, ?, ?)",
                sku.companyId(), sku.warehouseId(), sku.productId(), note.at(), note.by(), text));
    }
}
