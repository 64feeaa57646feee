package org.orderbench.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderbench.cache.CacheFacts;
import org.orderbench.cache.FreshCache;
import org.orderbench.cache.MirrorJdbcStore;
import org.orderbench.catalog.PurchaseLine;
import org.orderbench.catalog.Sku;
import org.orderbench.odoo.Capabilities;
import org.orderbench.replenish.SkuFacts;

/** A shop in dollars and its sister in euros, with a warehouse each: one product, bought by both, at prices, rates and stock of their own. */
class SeveralCompaniesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final int SISTERS_STOCK = 18;

    @RegisterExtension
    final FreshCache cache = new FreshCache();

    private final FakeOdoo odoo = Shop.open();

    @BeforeEach
    void open() {
        odoo.companies(1, 2);
        odoo.put("res.company", 2, "name", "Sister", "currency_id", 2, "po_lead", 3.0, "days_to_purchase", 0.0, "parent_id", false);
        odoo.put("res.currency.rate", 2, "currency_id", 1, "company_id", 2, "name", "2026-01-01", "rate", 1.25);
        odoo.put("stock.warehouse", 2, "code", "SIS", "name", "Sister's", "company_id", 2, "lot_stock_id", SISTERS_STOCK, "in_type_id", 3);
        odoo.put("stock.picking.type", 3, "warehouse_id", 2, "code", "incoming");
        odoo.put("stock.location", SISTERS_STOCK, "complete_name", "SIS/Stock", "usage", "internal", "warehouse_id", 2);
        price(1, 1, 14.0);
        price(4, 2, 9.0);
        odoo.put("stock.quant", 9, "product_id", 1, "location_id", SISTERS_STOCK, "quantity", 500.0, "reserved_quantity", 0.0);
        odoo.put("purchase.order", 2, "name", "P00002", "state", "purchase", "partner_id", 7, "company_id", 2, "picking_type_id", 3, "currency_id", 2, "origin", false, "user_id", 2,
                "date_order", "2026-01-02 08:00:00", "date_approve", "2026-01-02 09:00:00", "date_planned", "2026-01-09 09:00:00", "amount_total", 18.0);
        odoo.put("purchase.order.line", 2, "order_id", 2, "product_id", 1, "product_uom", 1, "product_qty", 2.0, "product_uom_qty", 2.0, "qty_received", 0.0, "price_unit", 9.0,
                "discount", 0.0, "create_date", "2026-01-02 08:00:00", "date_planned", "2026-01-09 09:00:00", "display_type", false);
        Shop.move(odoo, 20, 1, SISTERS_STOCK, Shop.CUSTOMERS, 70.0);
        Shop.move(odoo, 21, 1, Shop.STOCK, SISTERS_STOCK, 5.0);
    }

    private void price(int id, int company, double price) {
        odoo.put("product.supplierinfo", id, "partner_id", 7, "product_tmpl_id", 1, "product_id", false, "company_id", company, "sequence", 1, "product_uom", 1, "min_qty", 0.0,
                "price", price, "currency_id", 2, "delay", 5, "discount", 0.0, "date_start", false, "date_end", false, "product_code", false);
    }

    private SyncReport sync(SyncMode mode) throws Exception {
        return new Synchronizer(odoo, Capabilities.ask(odoo), new MirrorJdbcStore(cache.database()), CLOCK).run(mode, step -> {}, () -> false);
    }

    private List<Map<String, Object>> rows(String sql) {
        return cache.jdbi().withHandle(h -> h.createQuery(sql).mapToMap().list());
    }

    private SkuFacts facts(int warehouse, int company) {
        cache.jdbi().useHandle(h -> h.execute("merge into connection (only_row, address, database_name, login, time_zone) key (only_row) values (true, 'x', 'demo', 'buyer', 'UTC')"));
        return new CacheFacts(cache.jdbi()).find(new Sku(company, warehouse, 1), LocalDate.of(2026, 3, 1)).orElseThrow();
    }

    @Test
    void eachCompanyIsReadAndEveryQuestionNamesThemAll() throws Exception {
        assertThat(sync(SyncMode.FULL).warnings()).isEmpty();
        assertThat(odoo.companiesAsked()).containsExactly(List.of(1L, 2L));
        assertThat(rows("select id, currency, lead_days from company order by id")).containsExactly(
                Map.of("id", 1, "currency", "USD", "lead_days", 2), Map.of("id", 2, "currency", "EUR", "lead_days", 3));
        assertThat(rows("select id, company_id, warehouse_id from purchase_order order by id")).containsExactly(
                Map.of("id", 1, "company_id", 1, "warehouse_id", 1), Map.of("id", 2, "company_id", 2, "warehouse_id", 2));
        assertThat(rows("select company_id from supplier_price where template_id = 1 order by id")).containsExactly(Map.of("company_id", 1), Map.of("company_id", 2));
    }

    @Test
    void ratesAreEachCompanysOwnAgainstItsOwnCurrency() throws Exception {
        sync(SyncMode.FULL);
        Map<String, BigDecimal> rates = new java.util.TreeMap<>();
        cache.jdbi().useHandle(h -> h.select("select company_id, currency, rate from currency_rate").map((row, context) -> Map.entry(row.getInt(1) + " " + row.getString(2), row.getBigDecimal(3)))
                .forEach(rate -> rates.put(rate.getKey(), rate.getValue().stripTrailingZeros())));
        assertThat(rates).containsExactlyInAnyOrderEntriesOf(Map.of("1 USD", BigDecimal.ONE, "1 EUR", new BigDecimal("1.25"), "2 EUR", BigDecimal.ONE, "2 USD", new BigDecimal("0.8")));
    }

    @Test
    void whatIsSoldStockedOrderedAndPaidInOneIsNotTheOthers() throws Exception {
        sync(SyncMode.FULL);
        SkuFacts ours = facts(1, 1);
        SkuFacts sisters = facts(2, 2);
        assertThat(ours.stock().onHand().value()).isEqualByComparingTo("10");
        assertThat(sisters.stock().onHand().value()).isEqualByComparingTo("500");
        assertThat(ours.moves().stream().map(day -> day.issued().value()).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("4");
        assertThat(sisters.moves().stream().map(day -> day.issued().value()).reduce(BigDecimal.ZERO, BigDecimal::add)).as("what came from the other warehouse is no demand").isEqualByComparingTo("70");
        assertThat(ours.openLines()).extracting(PurchaseLine::orderId).containsExactly(1);
        assertThat(sisters.openLines()).extracting(PurchaseLine::orderId).containsExactly(2);
    }

    @Test
    void aWarehouseThatIsNewInOneOfThemIsReadIncrementally() throws Exception {
        sync(SyncMode.FULL);
        odoo.put("stock.warehouse", 3, "code", "NEW", "name", "New", "company_id", 2, "lot_stock_id", 28, "in_type_id", 4);
        odoo.put("stock.location", 28, "complete_name", "NEW/Stock", "usage", "internal", "warehouse_id", 3);
        Shop.move(odoo, 30, 1, SISTERS_STOCK, 28, 3.0);
        sync(SyncMode.INCREMENTAL);
        assertThat(rows("select id from warehouse order by id")).hasSize(3);
        assertThat(cache.moves()).as("a transfer that was within nothing of ours before").containsKey(30);
    }
}
