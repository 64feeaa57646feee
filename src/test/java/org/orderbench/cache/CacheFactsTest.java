package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.catalog.Stock;
import org.orderbench.replenish.SkuFacts;

class CacheFactsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @RegisterExtension
    final FreshCache cache = new FreshCache();

    private CacheFacts facts;

    private void sql(String sql, Object... values) {
        cache.jdbi().useHandle(handle -> handle.execute(sql, values));
    }

    @BeforeEach
    void twoWarehousesAndALamp() {
        facts = new CacheFacts(cache.jdbi());
        sql("insert into connection (address, database_name, login, time_zone) values ('x', 'demo', 'buyer', 'Europe/Berlin')");
        sql("insert into company values (1, 'Gifts Ltd', 'GBP', 2)");
        sql("insert into warehouse values (1, 'WH', 'Main', 1, 8, 1), (2, 'NO', 'North', 1, 18, 2)");
        sql("insert into location (id, name, usage, warehouse_id) values (4, 'Vendors', 'supplier', null), (5, 'Customers', 'customer', null),"
                + " (8, 'Stock', 'internal', 1), (9, 'Shelf', 'internal', 1), (18, 'North', 'internal', 2), (14, 'Loss', 'inventory', null), (15, 'Making', 'production', null)");
        sql("insert into unit values (1, 'Units', 1, 1, 0.01), (2, 'Dozen', 1, 12, 0.01)");
        sql("insert into currency_rate values (1, 'EUR', date '2026-01-01', 0.80), (1, 'EUR', date '2026-03-01', 0.85), (1, 'EUR', date '2026-04-01', 0.90)");
        product(7);
        sql("insert into vendor values (5, 'Lights', null, 'EUR', null)");
        sql("insert into supplier_price values (11, 5, 70, null, null, 1, 2, 3, 12.5, 10, 'EUR', 14, null, date '2026-12-31', 'L-7')");
        sql("insert into pack values (1, 7, 'Case', 24)");
        sql("insert into quant values (1, 7, 8, 10, 2), (2, 7, 9, 5, 0), (3, 7, 18, 4, 0), (4, 7, 5, 99, 0)");
    }

    private void product(int id) {
        sql("insert into product (id, template_id, code, name, barcode, category, unit_id, purchase_unit_id, active, purchasable, storable, cost,"
                + " list_price) values (?, ?, 'LAMP', 'Lamp', null, 'Lights', 1, 2, true, true, true, 2, 4)", id, id * 10);
    }

    private int moveId;

    private void move(int from, int to, String at, double quantity) {
        move(from, to, at, quantity, "done", null);
    }

    private void move(int from, int to, String at, double quantity, String state, Integer purchaseLine) {
        sql("insert into stock_move values (?, 7, ?, ?, ?, ?, ?, ?, null)", ++moveId, from, to, state, Instant.parse(at), quantity, purchaseLine);
    }

    private SkuFacts main() {
        return facts.find(new Sku(1, 1, 7), TODAY).orElseThrow();
    }

    private SkuFacts north() {
        return facts.find(new Sku(1, 2, 7), TODAY).orElseThrow();
    }

    private static DayMoves day(String day, int issued, int returned, int other, int largest) {
        return new DayMoves(LocalDate.parse(day), Quantity.of(issued), Quantity.of(returned), Quantity.of(other), Quantity.of(largest));
    }

    @Test
    void stockIsWhatLiesInTheWarehousesInternalLocations() {
        assertThat(main().stock()).isEqualTo(new Stock(Quantity.of(15), Quantity.of(2)));
        assertThat(north().stock()).isEqualTo(new Stock(Quantity.of(4), Quantity.ZERO));
    }

    @Test
    void movesAreSummedIntoTheWarehousesOwnDays() {
        move(8, 5, "2026-02-10T10:00:00Z", 3);
        move(9, 5, "2026-02-10T11:00:00Z", 4);
        // 23:30 in London is the next day in Berlin.
        move(8, 5, "2026-02-10T23:30:00Z", 5);
        move(5, 8, "2026-02-11T09:00:00Z", 1);
        move(8, 15, "2026-02-11T09:30:00Z", 20);
        move(4, 8, "2026-02-11T10:00:00Z", 50);
        move(8, 14, "2026-02-11T12:00:00Z", 2);
        assertThat(main().moves()).containsExactly(day("2026-02-10", 7, 0, 0, 4), day("2026-02-11", 25, 1, 48, 5));
        assertThat(main().historyFrom()).isEqualTo(LocalDate.of(2026, 2, 10));
    }

    @Test
    void aTransferIsDemandOfNeitherWarehouse() {
        move(8, 18, "2026-02-10T10:00:00Z", 6);
        move(8, 9, "2026-02-10T10:00:00Z", 2);
        assertThat(main().moves()).containsExactly(day("2026-02-10", 0, 0, -6, 0));
        assertThat(north().moves()).containsExactly(day("2026-02-10", 0, 0, 6, 0));
    }

    @Test
    void dropShippedGoodsNeverWereOnTheShelf() {
        move(4, 5, "2026-02-10T10:00:00Z", 6);
        assertThat(main().moves()).isEmpty();
    }

    @Test
    void deliveriesToComeAreCommitted() {
        move(8, 5, "2026-03-05T10:00:00Z", 6, "confirmed", null);
        move(8, 5, "2026-03-05T12:00:00Z", 1, "assigned", null);
        assertThat(main().committed()).containsExactly(Map.entry(LocalDate.of(2026, 3, 5), Quantity.of(7)));
        assertThat(main().moves()).isEmpty();
    }

    @Test
    void theNewestLineIsOfTheOrdersWarehouseInWhateverState() {
        order(1, "purchase", 1);
        order(2, "cancel", 1);
        order(3, "draft", 2);
        line(31, 1, 24, 24);
        line(32, 2, 24, 0);
        line(33, 3, 12, 0);
        assertThat(main().newestLine().id()).isEqualTo(32);
        assertThat(main().openLines()).isEmpty();
        assertThat(north().newestLine().id()).isEqualTo(33);
        assertThat(north().openLines()).extracting(line -> line.id()).containsExactly(33);
        assertThat(north().openLines().getFirst().outstanding()).isEqualTo(Quantity.of(12));
    }

    private void order(int id, String state, int warehouse) {
        sql("insert into purchase_order values (?, ?, ?, 5, 1, ?, 'EUR', null, null, ?, ?, ?, 100)", id, "P" + id, state, warehouse,
                Instant.parse("2026-01-05T09:00:00Z"), Instant.parse("2026-01-05T09:00:00Z"), Instant.parse("2026-01-19T09:00:00Z"));
    }

    private void line(int id, int order, double ordered, double received) {
        sql("insert into purchase_line values (?, ?, 7, 2, ?, ?, 12.5, ?, ?)", id, order, ordered, received, Instant.parse("2026-01-05T09:00:00Z"),
                Instant.parse("2026-01-19T09:00:00Z"));
    }

    @Test
    void receiptsTellHowLateTheVendorWas() {
        order(1, "purchase", 1);
        line(31, 1, 24, 24);
        move(4, 8, "2026-01-22T09:00:00Z", 24, "done", 31);
        product(8);
        sql("insert into supplier_price values (12, 5, 80, null, null, 1, 1, 0, 1, 0, 'EUR', 14, null, null, '')");
        assertThat(main().receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.ordered()).isEqualTo(LocalDate.of(2026, 1, 5));
            assertThat(receipt.promised()).isEqualTo(LocalDate.of(2026, 1, 19));
            assertThat(receipt.received()).isEqualTo(LocalDate.of(2026, 1, 22));
        });
        assertThat(facts.find(new Sku(1, 1, 8), TODAY).orElseThrow().receipts()).as("of the same vendor").hasSize(1);
    }

    @Test
    void pricesVendorsPacksAndTheRateOfTheDayComeAlong() {
        SkuFacts lamp = main();
        assertThat(lamp.prices()).singleElement().satisfies(price -> {
            assertThat(price.unit().name()).isEqualTo("Dozen");
            assertThat(price.discountedPrice()).isEqualByComparingTo("11.25");
            assertThat(price.validTo()).isEqualTo(LocalDate.of(2026, 12, 31));
        });
        assertThat(lamp.vendors().get(5).name()).isEqualTo("Lights");
        assertThat(lamp.rates().get("EUR")).isEqualByComparingTo("0.85");
        assertThat(lamp.packs().getFirst().contents()).isEqualTo(Quantity.of(24));
        assertThat(lamp.company().leadDays()).isEqualTo(2);
        assertThat(lamp.product().purchaseUnit().name()).isEqualTo("Dozen");
    }

    @Test
    void allSkusComeInOrderAndAreTheSameAsWhenFoundAlone() {
        for (int id = 100; id < 1300; id++) {
            product(id);
        }
        move(8, 5, "2026-02-10T10:00:00Z", 3);
        List<SkuFacts> all = new ArrayList<>();
        facts.all(TODAY).forEach(all::add);
        assertThat(all).hasSize(2 * 1201);
        assertThat(all.getFirst()).isEqualTo(main());
        assertThat(all.get(1)).isEqualTo(north());
        assertThat(all).extracting(sku -> sku.sku().productId()).isSorted();
    }

    @Test
    void anUnknownSkuIsNotFound() {
        assertThat(facts.find(new Sku(1, 9, 7), TODAY)).isEmpty();
        assertThat(facts.find(new Sku(1, 1, 999), TODAY)).isEmpty();
    }
}
