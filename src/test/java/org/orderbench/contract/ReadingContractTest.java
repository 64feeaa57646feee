package org.orderbench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderbench.cache.FreshCache;
import org.orderbench.cache.MirrorJdbcStore;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.Field;
import org.orderbench.odoo.KeyExpiry;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooFailure;
import org.orderbench.sync.Oddity;
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.SyncReport;
import org.orderbench.sync.SyncWarning;
import org.orderbench.sync.Synchronizer;

/** What {@code odoo-facts.md} says under "Fields that move between versions", "Reading demand and stock" and "Reading fast". */
@ParameterizedClass
@MethodSource("org.orderbench.contract.Target#all")
class ReadingContractTest {

    @RegisterExtension
    final FreshCache cache = new FreshCache();

    @Parameter
    Target target;

    private Desk desk;

    @BeforeEach
    void open() throws OdooException {
        desk = new Desk(target);
    }

    @AfterEach
    void close() throws OdooException {
        desk.close();
    }

    @Test
    void fieldsHaveTheNamesOfTheirVersion() throws Exception {
        Capabilities capabilities = Capabilities.ask(desk.session());
        boolean newer = target.major() >= 19;
        assertThat(capabilities.name(Field.LINE_UNIT)).contains(newer ? "product_uom_id" : "product_uom");
        assertThat(capabilities.name(Field.LINE_TAXES)).contains(newer ? "tax_ids" : "taxes_id");
        assertThat(capabilities.name(Field.PRICE_UNIT)).contains(newer ? "product_uom_id" : "product_uom");
        assertThat(capabilities.hasModel("product.packaging")).isEqualTo(!newer);
        assertThat(capabilities.has(Field.PURCHASE_UNIT)).isEqualTo(!newer);
        assertThat(capabilities.has(Field.PACK_UNITS)).isEqualTo(newer);
        assertThat(capabilities.has(Field.RULE_MULTIPLE)).isEqualTo(!newer);
        assertThat(capabilities.has(Field.RULE_MULTIPLE_UNIT)).isEqualTo(newer);
        assertThat(capabilities.has(Field.COMPANY_PURCHASE_LEAD)).isEqualTo(!newer);
        assertThat(capabilities.has(Field.UNIT_CATEGORY)).isEqualTo(!newer);
        assertThat(capabilities.has(Field.UNIT_RELATIVE)).isEqualTo(newer);
        assertThat(capabilities.has(Field.STORABLE)).isEqualTo(target.major() >= 18);
        assertThat(capabilities.has("product.product", "monthly_demand")).isEqualTo(newer);
    }

    @Test
    void pagesByKeysetMeetEachRecordOnce() throws Exception {
        Object all = desk.call("stock.move", "search", List.of(), Map.of("domain", List.of(List.of("state", "=", "done")), "order", "id", "limit", 25));
        List<Object> paged = new java.util.ArrayList<>();
        int last = 0;
        while (paged.size() < 25) {
            List<Map<?, ?>> page = desk.rows("stock.move", List.of(List.of("id", ">", last), List.of("state", "=", "done")), List.of("date"), 5);
            page.forEach(row -> paged.add(row.get("id")));
            last = (Integer) page.getLast().get("id");
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void readingWhatIsGoneReturnsFewerRowsAndNoError() throws Exception {
        assertThat((List<?>) desk.call("purchase.order", "read", List.of(List.of(99_999_999), List.of("name")), Map.of())).isEmpty();
    }

    @Test
    void theWarehouseOfAMoveIsThatOfItsLocation() throws Exception {
        List<Map<?, ?>> internal = desk.rows("stock.location", List.of(List.of("usage", "=", "internal")), List.of("warehouse_id"), 50);
        assertThat(internal).anySatisfy(row -> assertThat((Object) row.get("warehouse_id")).isInstanceOf(Integer.class));
    }

    @Test
    void aGroupedDayHasALabelAndARange() throws Exception {
        List<?> domain = List.of(List.of("state", "=", "done"), List.of("location_dest_id.usage", "=", "customer"));
        if (target.major() >= 19) {
            List<?> groups = (List<?>) desk.call("stock.move", "formatted_read_group", List.of(domain, List.of("product_id", "date:day"), List.of("product_qty:sum")), Map.of("limit", 3));
            assertThat(groups).isNotEmpty().allSatisfy(each -> assertThat(((Map<?, ?>) each).get("product_qty:sum")).isInstanceOf(Double.class));
        } else {
            assertThat(desk.failure("stock.move", "formatted_read_group", List.of(domain, List.of("product_id"), List.of()), Map.of()).message()).contains("does not exist");
            List<?> groups = (List<?>) desk.call("stock.move", "read_group", List.of(domain, List.of("product_qty:sum"), List.of("product_id", "date:day")), Map.of("lazy", false, "limit", 3));
            assertThat(groups).isNotEmpty().allSatisfy(each -> {
                Map<?, ?> range = (Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) each).get("__range")).get("date:day");
                assertThat((String) range.get("from")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
            });
        }
    }

    @Test
    void daysAreCutInTheContextsTimeZone() throws Exception {
        boolean newer = target.major() >= 19;
        List<?> domain = List.of(List.of("state", "=", "done"));
        for (Map.Entry<String, String> zone : Map.of("UTC", "00:00:00", "Asia/Tokyo", "15:00:00").entrySet()) {
            Map<String, Object> context = Map.of("tz", zone.getKey());
            String from;
            if (newer) {
                Map<?, ?> group = (Map<?, ?>) ((List<?>) desk.call("stock.move", "formatted_read_group", List.of(domain, List.of("date:day"), List.of("product_qty:sum")), Map.of("limit", 1, "context", context))).getFirst();
                from = String.valueOf(((List<?>) group.get("date:day")).getFirst());
            } else {
                Map<?, ?> group = (Map<?, ?>) ((List<?>) desk.call("stock.move", "read_group", List.of(domain, List.of("product_qty:sum"), List.of("date:day")), Map.of("lazy", false, "limit", 1, "context", context))).getFirst();
                assertThat((String) group.get("date:day")).as("a label for people").matches("\\d\\d \\p{L}{3} \\d{4}");
                from = String.valueOf(((Map<?, ?>) ((Map<?, ?>) group.get("__range")).get("date:day")).get("from"));
            }
            assertThat(from).as(zone.getKey()).endsWith(zone.getValue());
        }
    }

    @Test
    void readGroupStillAnswersIn19() throws Exception {
        List<?> groups = (List<?>) desk.call("stock.move", "read_group", List.of(List.of(List.of("state", "=", "done")), List.of("product_qty:sum"), List.of("product_id")), Map.of("lazy", false, "limit", 2));
        assertThat(groups).isNotEmpty().allSatisfy(each -> assertThat(((Map<?, ?>) each).get("product_qty")).isInstanceOf(Double.class));
    }

    @Test
    void demandIsWhatWasMovedToCustomersAndCarriesTwoQuantities() throws Exception {
        List<Map<?, ?>> moves = desk.rows("stock.move", List.of(List.of("state", "=", "done"), List.of("location_id.usage", "=", "internal"), List.of("location_dest_id.usage", "=", "customer")),
                List.of("product_qty", "quantity", "origin_returned_move_id", "date", "warehouse_id"), 5);
        assertThat(moves).isNotEmpty().allSatisfy(move -> {
            assertThat((Object) move.get("product_qty")).isInstanceOf(Double.class);
            assertThat((Object) move.get("quantity")).isInstanceOf(Double.class);
            assertThat(move.containsKey("origin_returned_move_id")).isTrue();
        });
    }

    @Test
    void whatAProductHasAndAwaitsIsComputedAtEachRead() throws Exception {
        Map<?, ?> fields = (Map<?, ?>) desk.call("product.product", "fields_get", List.of(List.of("qty_available", "incoming_qty", "virtual_available")), Map.of("attributes", List.of("store")));
        assertThat(fields.values()).hasSize(3).allSatisfy(each -> assertThat(((Map<?, ?>) each).get("store")).isEqualTo(false));
    }

    @Test
    void aStorableProductIsATypeIn17AndAFlagLater() throws Exception {
        Map<?, ?> fields = (Map<?, ?>) desk.call("product.template", "fields_get", List.of(), Map.of("attributes", List.of("type", "selection")));
        List<?> types = ((List<?>) ((Map<?, ?>) fields.get("type")).get("selection")).stream().map(each -> ((List<?>) each).getFirst()).toList();
        assertThat(types.contains("product")).isEqualTo(target.major() == 17);
        assertThat(fields.containsKey("is_storable")).isEqualTo(target.major() >= 18);
    }

    @Test
    void anApiKeyCarriesItsEndFrom18() throws Exception {
        Map<?, ?> fields = (Map<?, ?>) desk.call("res.users.apikeys", "fields_get", List.of(), Map.of("attributes", List.of("type")));
        assertThat(fields.containsKey("expiration_date")).isEqualTo(target.major() >= 18);
        List<?> keys = List.of();
        if (target.major() >= 18) {
            keys = (List<?>) desk.call("res.users.apikeys", "search_read", List.of(), Map.of("domain", List.of(List.of("user_id", "=", desk.session().uid()), List.of("expiration_date", "!=", false)),
                    "fields", List.of("expiration_date"), "order", "expiration_date"));
        }
        Optional<KeyExpiry> told = KeyExpiry.within(Duration.ofDays(36_500), desk.session(), Clock.systemUTC());
        assertThat(told.isPresent()).as("a key's end is told as soon as it is near enough").isEqualTo(!keys.isEmpty());
        if (told.isPresent()) {
            assertThat(told.get().words(Clock.systemUTC().instant())).contains(((Map<?, ?>) keys.getFirst()).get("expiration_date").toString().substring(0, 10));
            Clock late = Clock.offset(Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), told.get().ends().minus(Duration.ofDays(13))));
            assertThat(KeyExpiry.within(Duration.ofDays(14), desk.session(), late)).as("two weeks before").isEqualTo(told);
            assertThat(KeyExpiry.within(Duration.ofDays(12), desk.session(), late)).isEmpty();
        }
    }

    @Test
    void aPlainUserReadsTheVendorsDelaysButNoSettings() throws Exception {
        for (String model : List.of("vendor.delay.report", "stock.warehouse.orderpoint", "res.currency.rate", "uom.uom", "stock.quant", "product.supplierinfo")) {
            assertThat(desk.call(model, "search_count", List.of(List.of()), Map.of())).as(model).isInstanceOf(Integer.class);
        }
        for (String model : List.of("ir.model.data", "ir.config_parameter", "ir.model.fields")) {
            assertThat(desk.failure(model, "search_count", List.of(List.of()), Map.of())).as(model).isInstanceOf(OdooFailure.Forbidden.class);
        }
    }

    @Test
    void aCompanyThatTheUserIsNotInIsAnAccessError() {
        assertThat(desk.failure("purchase.order", "search_count", List.of(), Map.of("domain", List.of(), "context", Map.of("allowed_company_ids", List.of(9999)))))
                .isInstanceOf(OdooFailure.Forbidden.class);
    }

    @Test
    void aPlainPurchaseAndInventoryUserCanReadEverything() throws Exception {
        MirrorJdbcStore store = new MirrorJdbcStore(cache.database());
        Capabilities capabilities = Capabilities.ask(desk.session());
        SyncReport full = new Synchronizer(desk.session(), capabilities, store, Clock.systemUTC()).run(SyncMode.FULL, step -> {}, () -> false);
        assertThat(full.outcome()).isEqualTo(SyncReport.Outcome.DONE);
        assertThat(full.warnings()).extracting(SyncWarning::kind).doesNotContain(Oddity.UNREADABLE, Oddity.NOT_A_NUMBER, Oddity.BAD_DATE, Oddity.UNKNOWN_UNIT, Oddity.HIDDEN, Oddity.NO_RIGHT);
        assertThat(full.read().keySet()).contains("company", "warehouse", "location", "unit", "currency_rate", "product", "vendor", "supplier_price", "reordering_rule", "quant", "stock_move",
                "purchase_order", "purchase_line");
        assertThat(full.read().values()).allMatch(rows -> rows > 0);
        SyncReport next = new Synchronizer(desk.session(), capabilities, store, Clock.systemUTC()).run(SyncMode.INCREMENTAL, step -> {}, () -> false);
        assertThat(next.outcome()).isEqualTo(SyncReport.Outcome.DONE);
        assertThat(next.removed()).isEmpty();
        assertThat((long) cache.moves().size()).isEqualTo(full.read().get("stock_move"));
    }
}
