package org.orderbench.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderbench.cache.FreshCache;
import org.orderbench.cache.MirrorJdbcStore;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooFailure;

class SynchronizerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final SyncSettings SMALL_PAGES = new SyncSettings(730, 2, 2, Duration.ofMinutes(15), Duration.ofHours(12));

    @RegisterExtension
    final FreshCache cache = new FreshCache();

    private final FakeOdoo odoo = Shop.open();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<SyncProgress> progress = new ArrayList<>();

    private SyncReport sync(SyncMode mode) throws OdooException {
        return sync(mode, new AtomicBoolean());
    }

    private SyncReport sync(SyncMode mode, AtomicBoolean cancelled) throws OdooException {
        return new Synchronizer(odoo, Capabilities.ask(odoo), new MirrorJdbcStore(cache.database()), SMALL_PAGES, CLOCK, pauses::add)
                .run(mode, progress::add, cancelled::get);
    }

    private List<Map<String, Object>> rows(String sql) {
        return cache.jdbi().withHandle(h -> h.createQuery(sql).mapToMap().list());
    }

    private <T> T one(String sql, Class<T> type) {
        return cache.jdbi().withHandle(h -> h.createQuery(sql).mapTo(type).one());
    }

    private static long count(SyncReport report, Oddity kind) {
        return report.warnings().stream().filter(warning -> warning.kind() == kind).mapToLong(SyncWarning::count).sum();
    }

    @Test
    void aFullReadBringsEverything() throws Exception {
        SyncReport report = sync(SyncMode.FULL);
        assertThat(report.outcome()).isEqualTo(SyncReport.Outcome.DONE);
        assertThat(report.warnings()).isEmpty();
        assertThat(report.read()).containsEntry("product", 3L).containsEntry("stock_move", 3L).containsEntry("supplier_price", 3L).containsEntry("vendor", 1L);
        assertThat(rows("select name, category, storable, procurement from product where id = 2")).containsExactly(
                Map.of("name", "Product 2", "category", "All / Screws", "storable", true, "procurement", "STOCK"));
        assertThat(one("select lead_days from company", Integer.class)).isEqualTo(2);
        assertThat(one("select receipt_type_id from warehouse", Integer.class)).isEqualTo(1);
        assertThat(one("select automatic from reordering_rule", Boolean.class)).isTrue();
    }

    @Test
    void aDozenIsTwelveAlthoughAFloatSaysOtherwise() throws Exception {
        sync(SyncMode.FULL);
        assertThat(one("select reference from unit where id = 2", BigDecimal.class)).isEqualByComparingTo("12");
    }

    @Test
    void theRateSaysWhatOneUnitOfTheForeignCurrencyCosts() throws Exception {
        sync(SyncMode.FULL);
        assertThat(one("select rate from currency_rate where currency = 'EUR'", BigDecimal.class)).isEqualByComparingTo("1.25");
        assertThat(one("select rate from currency_rate where currency = 'USD'", BigDecimal.class)).isEqualByComparingTo("1");
    }

    @Test
    void linesAreCountedInTheProductsUnitAndPricedNet() throws Exception {
        sync(SyncMode.FULL);
        assertThat(one("select ordered from purchase_line", BigDecimal.class)).isEqualByComparingTo("24");
        assertThat(one("select received from purchase_line", BigDecimal.class)).isEqualByComparingTo("6");
        assertThat(one("select price from purchase_line", BigDecimal.class)).isEqualByComparingTo("7");
    }

    @Test
    void aMoveCountsWhatWasDoneNotWhatWasAsked() throws Exception {
        odoo.set("stock.move", 1, "quantity", 3.0);
        odoo.set("stock.move", 2, "product_uom_qty", 1.0);
        odoo.set("stock.move", 2, "product_qty", 12.0);
        odoo.set("stock.move", 2, "quantity", 1.5);
        sync(SyncMode.FULL);
        assertThat(cache.moves().get(1)).isEqualByComparingTo("3");
        assertThat(cache.moves().get(2)).isEqualByComparingTo("18");
    }

    @Test
    void movesWithinAWarehouseAndBeforeTheHistoryAreNotRead() throws Exception {
        Shop.move(odoo, 10, 1, Shop.STOCK, Shop.STOCK, 5.0);
        odoo.set("stock.move", 1, "date", "2020-01-01 00:00:00");
        sync(SyncMode.FULL);
        assertThat(cache.moves()).containsOnlyKeys(2, 3);
    }

    @Test
    void promisedDeliveriesAreReadAndGoWhenTheyAreDone() throws Exception {
        Shop.move(odoo, 20, 1, Shop.STOCK, Shop.CUSTOMERS, 5.0);
        odoo.set("stock.move", 20, "state", "assigned");
        sync(SyncMode.FULL);
        assertThat(one("select state from stock_move where id = 20", String.class)).isEqualTo("assigned");
        odoo.set("stock.move", 20, "state", "done");
        odoo.set("stock.move", 20, "write_date", "2026-03-01 11:00:00");
        sync(SyncMode.INCREMENTAL);
        assertThat(rows("select id from stock_move where state <> 'done'")).isEmpty();
        assertThat(cache.moves()).containsKey(20);
    }

    @Test
    void aDoneMoveThatChangesTakesThePlaceOfItself() throws Exception {
        sync(SyncMode.FULL);
        odoo.set("stock.move", 2, "quantity", 9.0);
        odoo.set("stock.move", 2, "write_date", "2026-02-20 10:00:00");
        sync(SyncMode.INCREMENTAL);
        assertThat(cache.moves()).hasSize(3);
        assertThat(cache.moves().get(2)).isEqualByComparingTo("9");
    }

    @Test
    void aDoneMoveThatIsGoneInOdooGoesHere() throws Exception {
        sync(SyncMode.FULL);
        odoo.remove("stock.move", 2);
        assertThat(sync(SyncMode.INCREMENTAL).removed()).isEqualTo(Map.of("stock_move", 1L));
        assertThat(cache.moves()).containsOnlyKeys(1, 3);
    }

    @Test
    void anIncrementalReadTakesOnlyWhatChanged() throws Exception {
        odoo.set("product.product", 3, "write_date", "2026-01-05 00:00:00");
        sync(SyncMode.FULL);
        odoo.set("product.product", 2, "display_name", "Renamed");
        odoo.set("product.product", 2, "write_date", "2026-02-20 10:00:00");
        odoo.calls().clear();
        SyncReport report = sync(SyncMode.INCREMENTAL);
        assertThat(report.read()).containsEntry("product", 2L);
        assertThat(one("select name from product where id = 2", String.class)).isEqualTo("Renamed");
        assertThat(one("select count(*) from product", Integer.class)).isEqualTo(3);
    }

    @Test
    void aChangeOfTheTemplateShowsInItsVariant() throws Exception {
        odoo.set("product.product", 1, "write_date", "2026-02-01 00:00:00");
        sync(SyncMode.FULL);
        odoo.set("product.product", 3, "display_name", "New template name");
        odoo.set("product.template", 3, "write_date", "2026-02-20 10:00:00");
        sync(SyncMode.INCREMENTAL);
        assertThat(one("select name from product where id = 3", String.class)).isEqualTo("New template name");
    }

    @Test
    void aReceiptShowsInItsLineThoughTheLineKeepsItsTime() throws Exception {
        odoo.put("purchase.order.line", 2, "order_id", 1, "product_id", 1, "product_uom", 1, "product_qty", 1.0, "product_uom_qty", 1.0, "qty_received", 0.0, "price_unit", 1.0,
                "discount", 0.0, "create_date", "2026-02-01 00:00:00", "date_planned", false, "display_type", false, "write_date", "2026-02-01 00:00:00");
        sync(SyncMode.FULL);
        odoo.set("purchase.order.line", 1, "qty_received", 2.0);
        Shop.move(odoo, 30, 1, Shop.SUPPLIERS, Shop.STOCK, 24.0);
        odoo.set("stock.move", 30, "purchase_line_id", 1);
        odoo.set("stock.move", 30, "write_date", "2026-02-20 10:00:00");
        sync(SyncMode.INCREMENTAL);
        assertThat(one("select received from purchase_line where id = 1", BigDecimal.class)).isEqualByComparingTo("24");
    }

    @Test
    void whatIsDeletedInOdooGoesThoughNothingSaysSo() throws Exception {
        sync(SyncMode.FULL);
        odoo.remove("stock.quant", 2);
        odoo.remove("product.supplierinfo", 1);
        SyncReport report = sync(SyncMode.INCREMENTAL);
        assertThat(report.removed()).isEqualTo(Map.of("quant", 1L, "supplier_price", 1L));
        assertThat(rows("select id from quant order by id")).extracting(row -> row.get("id")).containsExactly(1, 3);
        assertThat(one("select count(*) from supplier_price", Integer.class)).isEqualTo(2);
    }

    @Test
    void whatALongTransactionHidFromTheLastReadIsFetchedByItsId() throws Exception {
        sync(SyncMode.FULL);
        odoo.put("stock.quant", 9, "product_id", 1, "location_id", Shop.STOCK, "quantity", 7.0, "reserved_quantity", 0.0, "write_date", "2025-01-01 00:00:00");
        Shop.move(odoo, 40, 2, Shop.STOCK, Shop.CUSTOMERS, 1.0);
        odoo.set("stock.move", 40, "write_date", "2025-01-01 00:00:00");
        sync(SyncMode.INCREMENTAL);
        assertThat(one("select on_hand from quant where id = 9", BigDecimal.class)).isEqualByComparingTo("7");
        assertThat(cache.moves()).containsKey(40);
    }

    @Test
    void cancellingLeavesTheLastMirror() throws Exception {
        sync(SyncMode.FULL);
        odoo.set("product.product", 1, "display_name", "Half way");
        AtomicBoolean cancelled = new AtomicBoolean();
        odoo.trouble((model, method) -> {
            if (model.equals("stock.quant")) {
                cancelled.set(true);
            }
        });
        SyncReport report = sync(SyncMode.FULL, cancelled);
        assertThat(report.outcome()).isEqualTo(SyncReport.Outcome.CANCELLED);
        assertThat(rows("select name from product where id = 1")).containsExactly(Map.of("name", "Product 1"));
        assertThat(one("select outcome from sync_run order by id desc limit 1", String.class)).isEqualTo("CANCELLED");
    }

    @Test
    void aFailureLeavesTheLastMirrorAndTheNextFullReadGoesOnAtItsPage() throws Exception {
        for (int id = 4; id <= 9; id++) {
            Shop.move(odoo, id, 1, Shop.STOCK, Shop.CUSTOMERS, 1.0);
        }
        AtomicInteger pages = new AtomicInteger();
        odoo.trouble((model, method) -> {
            if (model.equals("stock.move") && method.equals("search_read") && pages.incrementAndGet() == 5) {
                throw new OdooException(new OdooFailure.WrongSecret("buyer"));
            }
        });
        assertThatThrownBy(() -> sync(SyncMode.FULL)).isInstanceOf(OdooException.class);
        assertThat(one("select count(*) from product", Integer.class)).isZero();
        odoo.trouble((model, method) -> {});
        odoo.calls().clear();
        SyncReport report = sync(SyncMode.FULL);
        assertThat(report.outcome()).isEqualTo(SyncReport.Outcome.DONE);
        assertThat(report.read()).containsEntry("stock_move", 9L);
        assertThat(odoo.rowsRead("stock.move")).as("the pages read before the cut are not read again").isLessThan(9);
        assertThat(cache.moves()).hasSize(9);
    }

    @Test
    void aBusyServerIsAskedAgainAfterTheTimeItAsksFor() throws Exception {
        AtomicInteger times = new AtomicInteger();
        odoo.trouble((model, method) -> {
            if (model.equals("stock.quant") && method.equals("search_read") && times.incrementAndGet() <= 2) {
                throw new OdooException(new OdooFailure.Unavailable("http://fake", 503, Duration.ofSeconds(30)));
            }
        });
        assertThat(sync(SyncMode.FULL).outcome()).isEqualTo(SyncReport.Outcome.DONE);
        assertThat(pauses).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    @Test
    void aServerThatStaysSilentIsGivenUp() {
        odoo.trouble((model, method) -> {
            if (model.equals("stock.quant") && !method.equals("fields_get")) {
                throw new OdooException(new OdooFailure.NoAnswer("http://fake", "cut"));
            }
        });
        assertThat(catchThrowableOfType(OdooException.class, () -> sync(SyncMode.FULL)).failure()).isInstanceOf(OdooFailure.NoAnswer.class);
        assertThat(pauses).hasSize(3);
    }

    @Test
    void aMissingRightIsNamed() {
        odoo.trouble((model, method) -> {
            if (model.equals("purchase.order") && !method.equals("fields_get")) {
                throw new OdooException(new OdooFailure.Forbidden(model, "read", "Purchase / User"));
            }
        });
        assertThatThrownBy(() -> sync(SyncMode.FULL)).hasMessageContaining("Purchase / User");
    }

    @Test
    void oddRowsAreCountedAndNoneLosesTheRest() throws Exception {
        odoo.set("product.product", 1, "standard_price", Double.NaN);
        odoo.set("product.product", 2, "default_code", "P1");
        odoo.set("product.product", 3, "display_name", "<b>Bold</b>\u0000\u202e & co");
        odoo.set("stock.quant", 1, "quantity", -5.0);
        odoo.set("product.supplierinfo", 1, "product_uom", 99);
        odoo.set("product.supplierinfo", 2, "date_end", "9999-12-31");
        odoo.set("product.supplierinfo", 3, "currency_id", 99);
        odoo.set("stock.move", 1, "date", "yesterday");
        odoo.set("stock.move", 2, "product_id", "twelve");
        odoo.set("stock.move", 3, "quantity", "three");
        odoo.set("purchase.order", 1, "partner_id", 66);
        SyncReport report = sync(SyncMode.FULL);
        assertThat(report.outcome()).isEqualTo(SyncReport.Outcome.DONE);
        assertThat(count(report, Oddity.NOT_A_NUMBER)).isEqualTo(2);
        assertThat(count(report, Oddity.DUPLICATE_CODE)).isEqualTo(2);
        assertThat(count(report, Oddity.NEGATIVE_STOCK)).isEqualTo(1);
        assertThat(count(report, Oddity.UNKNOWN_UNIT)).isEqualTo(1);
        assertThat(count(report, Oddity.UNKNOWN_CURRENCY)).isEqualTo(1);
        assertThat(count(report, Oddity.BAD_DATE)).isEqualTo(2);
        assertThat(count(report, Oddity.UNREADABLE)).isEqualTo(2);
        assertThat(count(report, Oddity.HIDDEN)).isEqualTo(1);
        assertThat(one("select name from product where id = 3", String.class)).isEqualTo("<b>Bold</b> & co");
        assertThat(one("select name from vendor where id = 66", String.class)).isEqualTo("Vendor 66");
        assertThat(one("select count(*) from product", Integer.class)).isEqualTo(3);
        assertThat(report.warnings()).allSatisfy(warning -> assertThat(warning.words()).isNotBlank());
        assertThat(one("select report from sync_run", String.class)).contains("NEGATIVE_STOCK");
    }

    @Test
    void progressSaysWhatAndHowMany() throws Exception {
        sync(SyncMode.FULL);
        assertThat(progress).isNotEmpty().allSatisfy(step -> assertThat(step.total() == 0 || step.done() <= step.total()).as("a total is unknown until all is counted, then true: %s", step).isTrue());
        assertThat(progress.getLast().total()).isEqualTo(progress.getLast().done());
        assertThat(progress).extracting(SyncProgress::what).contains("stock moves", "products", "vendors");
    }

    @Test
    void appsThatAreNotInstalledNarrowWhatIsRead() throws Exception {
        odoo.absent("product.packaging");
        odoo.absent("stock.rule");
        assertThat(sync(SyncMode.FULL).outcome()).isEqualTo(SyncReport.Outcome.DONE);
    }

    @Test
    void packagingsArePacksUpTo18() throws Exception {
        odoo.put("product.packaging", 1, "product_id", 1, "name", "Box of 24", "qty", 24.0, "purchase", true);
        odoo.put("product.packaging", 2, "product_id", 1, "name", "Pallet, sales only", "qty", 240.0, "purchase", false);
        sync(SyncMode.FULL);
        assertThat(rows("select product_id, name from pack")).containsExactly(Map.of("product_id", 1, "name", "Box of 24"));
    }

    @Test
    void unitsArePacksFrom19On() throws Exception {
        odoo.put("uom.uom", 3, "name", "Box of 24", "category_id", 1, "factor_inv", 24.0, "rounding", 1.0);
        odoo.set("product.product", 1, "uom_ids", List.of(3, 1));
        sync(SyncMode.FULL);
        assertThat(rows("select product_id, name from pack")).containsExactly(Map.of("product_id", 1, "name", "Box of 24"));
        assertThat(one("select contents from pack", BigDecimal.class)).isEqualByComparingTo("24");
    }

    @Test
    void dropShippedAndMadeToOrderGoodsAreRecognised() throws Exception {
        odoo.put("stock.route", 1, "supplier_wh_id", false, "product_selectable", true, "product_categ_selectable", false);
        odoo.put("stock.route", 2, "supplier_wh_id", false, "product_selectable", true, "product_categ_selectable", true);
        odoo.put("stock.route", 3, "supplier_wh_id", 1, "product_selectable", true, "product_categ_selectable", false);
        odoo.put("stock.rule", 1, "route_id", 1, "procure_method", "make_to_stock", "picking_type_id", 2);
        odoo.put("stock.rule", 2, "route_id", 2, "procure_method", "make_to_order", "picking_type_id", 1);
        odoo.put("stock.rule", 3, "route_id", 3, "procure_method", "make_to_order", "picking_type_id", 1);
        odoo.set("product.product", 1, "route_ids", List.of(1));
        odoo.set("product.product", 3, "route_ids", List.of(3));
        odoo.set("product.category", 1, "route_ids", List.of(2));
        sync(SyncMode.FULL);
        assertThat(rows("select procurement from product order by id")).extracting(row -> row.get("procurement")).containsExactly("DROP_SHIP", "TO_ORDER", "TRANSFER");
    }

    /** Of both Odoo keeps no stock, and planning leaves them out as not stocked. */
    @Test
    void servicesAndConsumablesAreRecognised() throws Exception {
        odoo.set("product.product", 1, "type", "service");
        odoo.set("product.product", 1, "is_storable", false);
        odoo.set("product.product", 2, "is_storable", false);
        sync(SyncMode.FULL);
        assertThat(rows("select id from product where storable order by id")).as("a service and a consumable are not").containsExactly(Map.of("id", 3));
    }

    @Test
    void kitsArchivedGoodsAndWhatASupplierPriceIsBoundToComeAlong() throws Exception {
        odoo.set("product.product", 2, "active", false);
        for (int id = 1; id <= 3; id++) {
            odoo.set("product.product", id, "is_kits", id == 3);
        }
        odoo.set("product.supplierinfo", 1, "date_start", "2026-01-01");
        odoo.set("product.supplierinfo", 1, "date_end", "2026-06-30");
        odoo.set("product.supplierinfo", 1, "product_id", 1);
        odoo.set("product.supplierinfo", 1, "company_id", 1);
        sync(SyncMode.FULL);
        assertThat(rows("select id from product where not active")).containsExactly(Map.of("id", 2));
        assertThat(rows("select id from product where kit")).containsExactly(Map.of("id", 3));
        assertThat(rows("select product_id, company_id, minimum, price, discount, delay_days, currency, cast(valid_from as varchar) as f, cast(valid_to as varchar) as t from supplier_price where id = 1"))
                .singleElement().satisfies(price -> assertThat(price).containsEntry("product_id", 1).containsEntry("company_id", 1).containsEntry("delay_days", 5).containsEntry("currency", "EUR")
                        .containsEntry("f", "2026-01-01").containsEntry("t", "2026-06-30"));
    }

    @Test
    void requestsForQuotationOrdersToApproveAndPartialReceiptsComeAlong() throws Exception {
        int id = 1;
        for (String state : List.of("draft", "sent", "to approve", "purchase", "cancel")) {
            id++;
            odoo.put("purchase.order", id, "name", "P0000" + id, "state", state, "partner_id", 7, "company_id", 1, "picking_type_id", 1, "currency_id", 2, "origin", false, "user_id", 2,
                    "date_order", "2026-01-01 08:00:00", "date_approve", false, "date_planned", "2026-01-08 09:00:00", "amount_total", 28.0);
        }
        sync(SyncMode.FULL);
        assertThat(rows("select state from purchase_order where id > 1 order by id").stream().map(row -> row.get("state"))).containsExactly("draft", "sent", "to approve", "purchase", "cancel");
        assertThat(one("select received from purchase_line where id = 1 and received < ordered", BigDecimal.class)).isEqualByComparingTo("6");
    }

    @Test
    void receiptsReturnsAndTransfersBetweenWarehousesAreMovesOfTheirOwn() throws Exception {
        odoo.put("stock.warehouse", 2, "code", "N", "name", "North", "company_id", 1, "lot_stock_id", 18, "in_type_id", 1);
        odoo.put("stock.location", 18, "complete_name", "N/Stock", "usage", "internal", "warehouse_id", 2);
        Shop.move(odoo, 10, 1, Shop.SUPPLIERS, Shop.STOCK, 12.0);
        odoo.set("stock.move", 10, "purchase_line_id", 1);
        Shop.move(odoo, 11, 1, Shop.CUSTOMERS, Shop.STOCK, 1.0);
        odoo.set("stock.move", 11, "origin_returned_move_id", 1);
        Shop.move(odoo, 12, 1, Shop.STOCK, 18, 5.0);
        sync(SyncMode.FULL);
        assertThat(cache.moves()).containsKeys(1, 2, 3, 10, 11, 12);
        assertThat(rows("select id, purchase_line_id from stock_move where state = 'done'")).containsExactly(Map.of("id", 10, "purchase_line_id", 1));
        assertThat(rows("select id, name, company_id from warehouse order by id")).hasSize(2);
    }

    @Test
    void whatTheRecordsTellIsHowFarReadingCame() throws Exception {
        sync(SyncMode.FULL);
        odoo.set("stock.move", 2, "write_date", "2026-02-20 10:00:00");
        sync(SyncMode.INCREMENTAL);
        Instant first = new MirrorJdbcStore(cache.database()).readTo(Mirror.DONE_MOVE).orElseThrow();
        assertThat(first).as("never later than the newest change that was read").isBeforeOrEqualTo(Instant.parse("2026-02-20T10:00:00Z")).isAfter(Instant.parse("2026-02-20T09:59:00Z"));
        sync(SyncMode.INCREMENTAL);
        assertThat(new MirrorJdbcStore(cache.database()).readTo(Mirror.DONE_MOVE).orElseThrow()).as("nor does it go back").isBetween(first, Instant.parse("2026-02-20T10:00:00Z"));
    }

    @Test
    void oneGoneAndOneHiddenAreNoticedThoughTheirNumberIsTheSame() throws Exception {
        sync(SyncMode.FULL);
        odoo.remove("stock.quant", 3);
        odoo.put("stock.quant", 9, "product_id", 2, "location_id", Shop.STOCK, "quantity", 7.0, "reserved_quantity", 0.0, "write_date", "2025-01-01 00:00:00");
        sync(SyncMode.INCREMENTAL);
        assertThat(rows("select id from quant order by id").stream().map(row -> row.get("id"))).containsExactly(1, 2, 9);
    }
}
