package org.orderbench.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.cache.FreshCache;
import org.orderbench.cache.MirrorJdbcStore;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooFailure;

/** Histories of many stretches and pages, whatever their ids are like. */
class LargeReadsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    /** A stretch is twenty pages: forty ids. */
    private static final SyncSettings SMALL_PAGES = new SyncSettings(730, 2, 3, Duration.ofMinutes(15), Duration.ofHours(12));

    @RegisterExtension
    final FreshCache cache = new FreshCache();

    private final FakeOdoo odoo = Shop.open();

    private SyncReport sync(SyncMode mode) throws OdooException {
        return new Synchronizer(odoo, Capabilities.ask(odoo), new MirrorJdbcStore(cache.database()), SMALL_PAGES, CLOCK, time -> {}).run(mode, step -> {}, () -> false);
    }

    private void moves(int from, int to) {
        for (int id = from; id <= to; id++) {
            Shop.move(odoo, id, 1 + id % 3, Shop.STOCK, Shop.CUSTOMERS, 1.0);
        }
    }

    @Test
    void stretchesCoverEachIdOnceAndWhatComesLater() {
        Random random = new Random(3);
        for (int round = 0; round < 1000; round++) {
            long first = 1 + random.nextInt(1000);
            long last = first + random.nextInt(5000) - 1;
            long after = 0;
            for (Stretch stretch : Stretch.between(first, last, 1 + random.nextInt(300))) {
                assertThat(stretch.after()).isEqualTo(after);
                assertThat(stretch.upTo()).isGreaterThan(after);
                after = stretch.upTo();
            }
            assertThat(after).isEqualTo(Long.MAX_VALUE);
        }
        assertThat(Stretch.between(0, 0, 40)).as("nothing there").containsExactly(Stretch.ALL);
    }

    @ParameterizedTest
    @CsvSource({"4, 300", "1000, 1100", "2147483000, 2147483646"})
    void allOfAHistoryComesWhateverItsIds(int from, int to) throws Exception {
        moves(from, to);
        assertThat(sync(SyncMode.FULL).read()).containsEntry("stock_move", to - from + 4L);
        assertThat(cache.moves()).hasSize(to - from + 4);
    }

    @Test
    void theFirstReadIsAFullOneWhateverWasAskedForAndGoesOnInEachOfItsStretches() throws Exception {
        moves(4, 400);
        AtomicInteger pages = new AtomicInteger();
        odoo.trouble((model, method) -> {
            if (model.equals("stock.move") && method.equals("search_read") && pages.incrementAndGet() == 120) {
                throw new OdooException(new OdooFailure.WrongSecret("buyer"));
            }
        });
        assertThatThrownBy(() -> sync(SyncMode.INCREMENTAL)).isInstanceOf(OdooException.class);
        odoo.trouble((model, method) -> {});
        odoo.calls().clear();
        SyncReport report = sync(SyncMode.INCREMENTAL);
        assertThat(report.mode()).isEqualTo(SyncMode.FULL);
        assertThat(report.read()).containsEntry("stock_move", 400L);
        assertThat(odoo.rowsRead("stock.move")).as("what came before the cut is not read again").isLessThan(250);
        assertThat(cache.moves()).hasSize(400);
    }

    @Test
    void manyChangesAreLookedForOnceAndReadByTheirIds() throws Exception {
        moves(4, 300);
        odoo.set("stock.quant", 1, "write_date", "2026-02-10 10:00:00"); // something has changed since
        sync(SyncMode.FULL);
        for (int id = 10; id <= 300; id += 10) {
            odoo.set("stock.move", id, "quantity", 5.0);
            odoo.set("stock.move", id, "product_qty", 5.0);
            odoo.set("stock.move", id, "product_uom_qty", 5.0);
            odoo.set("stock.move", id, "write_date", "2026-02-20 10:00:00");
        }
        odoo.calls().clear();
        assertThat(sync(SyncMode.INCREMENTAL).read()).containsEntry("stock_move", 30L);
        assertThat(odoo.calls()).filteredOn(call -> call.startsWith("stock.move.search ")).containsExactly("stock.move.search 30");
        assertThat(cache.moves()).hasSize(300);
        assertThat(cache.moves().values().stream().filter(quantity -> quantity.intValue() == 5)).hasSize(30);
    }

    @Test
    void whereCountsDifferOnlyTheirNeighbourhoodIsLookedAt() throws Exception {
        moves(4, 20_000);
        odoo.set("stock.quant", 1, "write_date", "2026-02-10 10:00:00"); // something has changed since
        SyncSettings large = new SyncSettings(730, 2000, 3, Duration.ofMinutes(15), Duration.ofHours(12));
        Synchronizer synchronizer = new Synchronizer(odoo, Capabilities.ask(odoo), new MirrorJdbcStore(cache.database()), large, CLOCK, time -> {});
        synchronizer.run(SyncMode.FULL, step -> {}, () -> false);
        odoo.remove("stock.move", 7777);
        Shop.move(odoo, 20_001, 2, Shop.STOCK, Shop.CUSTOMERS, 1.0);
        odoo.set("stock.move", 20_001, "write_date", "2025-01-01 00:00:00");
        odoo.calls().clear();
        assertThat(synchronizer.run(SyncMode.INCREMENTAL, step -> {}, () -> false).removed()).containsEntry("stock_move", 1L);
        assertThat(cache.moves()).hasSize(20_000).doesNotContainKey(7777).containsKey(20_001);
        long ids = odoo.calls().stream().filter(call -> call.startsWith("stock.move.search ")).mapToLong(call -> Long.parseLong(call.substring(call.lastIndexOf(' ') + 1))).sum();
        assertThat(ids).as("ids that were compared").isLessThan(6000);
    }

    /** A whole catalogue written in one go carries one time of change, and is not read again each time because nothing newer came. */
    @Test
    void whatWasWrittenAtOnceLongAgoIsNotReadAgain() throws Exception {
        sync(SyncMode.FULL);
        odoo.set("stock.move", 2, "write_date", "2026-02-20 10:00:00");
        sync(SyncMode.INCREMENTAL);
        assertThat(sync(SyncMode.INCREMENTAL).read()).doesNotContainKeys("product", "supplier_price");
    }

    /** One record from the future must not hide what changes today. */
    @Test
    void aTimeOfChangeAheadOfTheClockIsNotBelieved() throws Exception {
        sync(SyncMode.FULL);
        odoo.set("stock.move", 1, "write_date", "2098-01-01 00:00:00");
        sync(SyncMode.INCREMENTAL);
        odoo.set("product.product", 2, "display_name", "Renamed");
        odoo.set("product.product", 2, "write_date", "2026-02-28 10:00:00");
        sync(SyncMode.INCREMENTAL);
        String name = cache.jdbi().withHandle(h -> h.createQuery("select name from product where id = 2").mapTo(String.class).one());
        assertThat(name).isEqualTo("Renamed");
    }

    /** Found by the fuzzing: such an id cannot be asked for again over XML-RPC. */
    @Test
    void anIdOfMoreThan32BitsIsNoneOfOdoos() throws Exception {
        odoo.companies(1, 99_999_999_999L);
        sync(SyncMode.FULL);
        assertThat(odoo.companiesAsked()).containsExactly(java.util.List.of(1L));
    }

    /** Found by the fuzzing: one product named twice by a tag. */
    @Test
    void whatAServerSendsTwiceIsKeptOnce() throws Exception {
        odoo.put("product.tag", 1, "name", "Fragile", "product_ids", java.util.List.of(1, 2, 1));
        assertThat(sync(SyncMode.FULL).outcome()).isEqualTo(SyncReport.Outcome.DONE);
        int tagged = cache.jdbi().withHandle(h -> h.createQuery("select count(*) from product_tag").mapTo(Integer.class).one());
        assertThat(tagged).isEqualTo(2);
    }
}
