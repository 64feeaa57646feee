package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.PaidPrice;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.SkuNote;

/** What the cache tells about a SKU beside its facts: prices paid, and notes. */
class CacheAidsTest {

    private static final Sku LAMP = new Sku(1, 1, 7);

    private CacheDatabase database;

    @BeforeEach
    void aLampBoughtInDozens() {
        database = CacheDatabase.inMemory("aids-" + UUID.randomUUID());
        sql("insert into connection (address, database_name, login, time_zone) values ('x', 'demo', 'buyer', 'Europe/Berlin')");
        sql("insert into unit values (1, 'Units', 1, 1, 0.01), (2, 'Dozen', 1, 12, 0.01), (3, 'kg', 2, 1, 0.01)");
        sql("insert into product (id, template_id, code, name, barcode, category, unit_id, purchase_unit_id, active, purchasable, storable, cost, list_price)"
                + " values (7, 70, 'LAMP', 'Lamp', null, 'Lights', 1, 2, true, true, true, 2, 4)");
        sql("insert into vendor values (5, 'Lights', null, 'EUR', null)");
        order(1, "purchase", 1, "2026-02-01T23:30:00Z");
        order(2, "done", 1, "2026-03-01T10:00:00Z");
        order(3, "draft", 1, "2026-03-02T10:00:00Z");
        order(4, "cancel", 1, "2026-03-03T10:00:00Z");
        order(5, "purchase", 2, "2026-03-04T10:00:00Z");
        line(11, 1, 1, 24, "1.50");
        line(12, 2, 2, 36, "15.00");
        line(13, 3, 1, 1, "9");
        line(14, 4, 1, 1, "9");
        line(15, 5, 1, 1, "9");
        line(16, 1, 3, 1, "9");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void sql(String text, Object... values) {
        database.jdbi().useHandle(handle -> handle.execute(text, values));
    }

    private void order(int id, String state, int warehouse, String approved) {
        sql("insert into purchase_order (id, name, state, vendor_id, company_id, warehouse_id, currency, approved_at, amount_total) values (?, ?, ?, 5, 1, ?,"
                + " 'EUR', ?, 0)", id, "P" + id, state, warehouse, Instant.parse(approved));
    }

    private void line(int id, int order, int unit, int ordered, String price) {
        sql("insert into purchase_line (id, order_id, product_id, unit_id, ordered, received, price, created_at) values (?, ?, 7, ?, ?, 0, ?, ?)",
                id, order, unit, ordered, new BigDecimal(price), Instant.EPOCH);
    }

    @Test
    void pricesArePerOwnUnitOfConfirmedOrdersOfThisWarehouseNewestFirst() {
        assertThat(new CachePaidPrices(database.jdbi()).of(LAMP))
                .extracting(PaidPrice::day, PaidPrice::orderName, PaidPrice::vendorName, PaidPrice::quantity, paid -> paid.unitPrice().doubleValue(), PaidPrice::currency)
                .containsExactly(
                        tuple(LocalDate.of(2026, 3, 1), "P2", "Lights", Quantity.of(36), 1.25, "EUR"),
                        tuple(LocalDate.of(2026, 2, 2), "P1", "Lights", Quantity.of(24), 1.5, "EUR"));
    }

    @Test
    void notesAreKeptNewestFirst() {
        CacheSkuNotes notes = new CacheSkuNotes(database);
        SkuNote first = new SkuNote(Instant.parse("2026-03-01T10:00:00Z"), "Ann", "Closed in August");
        SkuNote second = new SkuNote(Instant.parse("2026-03-02T10:00:00Z"), "Bob", "'; drop table sku_note; --");
        notes.add(LAMP, first);
        notes.add(LAMP, second);
        assertThat(notes.of(LAMP)).containsExactly(second, first);
        assertThat(notes.of(new Sku(1, 2, 7))).isEmpty();
        assertThatThrownBy(() -> notes.add(LAMP, new SkuNote(Instant.EPOCH, "Ann", "  "))).hasMessageContaining("between 1 and 2000");
    }
}
