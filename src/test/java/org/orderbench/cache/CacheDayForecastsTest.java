package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderbench.catalog.Sku;
import org.orderbench.demand.LargeOrders;
import org.orderbench.proposal.Plan;
import org.orderbench.proposal.Planner;
import org.orderbench.replenish.PolicyOverride;
import org.orderbench.replenish.PolicyParameter;
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.sync.Mirror;
import org.orderbench.sync.MirrorRun;
import org.orderbench.sync.Page;
import org.orderbench.sync.Stretch;
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.SyncReport;

/** A lamp that sells every day in the main warehouse, and nothing in the north. */
class CacheDayForecastsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T06:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    final FreshCache cache = new FreshCache();

    private ReplenishmentSettings settings = ReplenishmentSettings.defaults();

    private void sql(String sql, Object... values) {
        cache.jdbi().useHandle(handle -> handle.execute(sql, values));
    }

    @BeforeEach
    void fill() {
        sql("insert into connection (address, database_name, login, time_zone) values ('x', 'demo', 'buyer', 'UTC')");
        sql("insert into company values (1, 'Gifts Ltd', 'GBP', 0)");
        sql("insert into warehouse values (1, 'WH', 'Main', 1, 8, 1), (2, 'NO', 'North', 1, 18, 2)");
        sql("insert into location (id, name, usage, warehouse_id) values (4, 'Vendors', 'supplier', null), (5, 'Customers', 'customer', null),"
                + " (8, 'Stock', 'internal', 1), (18, 'North', 'internal', 2)");
        sql("insert into unit values (1, 'Units', 1, 1, 0.01)");
        sql("insert into product (id, template_id, code, name, barcode, category, unit_id, purchase_unit_id, active, purchasable, storable, cost, list_price)"
                + " values (7, 70, 'LAMP', 'Lamp', null, 'Lights', 1, 1, true, true, true, 2, 4)");
        sql("insert into vendor values (5, 'Lights', null, 'GBP', null)");
        sql("insert into supplier_price values (11, 5, 70, null, null, 1, 1, 0, 2.5, 0, 'GBP', 14, null, null, '')");
        sql("insert into quant values (1, 7, 8, 10, 0)");
        for (int day = 1; day <= 200; day++) {
            sql("insert into stock_move values (?, 7, 8, 5, 'done', ?, ?, null, null)", day, Instant.parse("2026-03-02T12:00:00Z").minusSeconds(86_400L * day), 3 + day % 4);
        }
        sql("insert into purchase_order (id, name, state, vendor_id, company_id, warehouse_id, currency, approved_at, planned_at, amount_total)"
                + " values (3, 'P3', 'purchase', 5, 1, 1, 'GBP', timestamp with time zone '2026-01-01 09:00:00Z', timestamp with time zone '2026-01-15 09:00:00Z', 1)");
        sql("insert into purchase_line values (31, 3, 7, 1, 10, 10, 2.5, timestamp with time zone '2026-01-01 08:00:00Z', null)");
        sql("insert into stock_move values (900, 7, 4, 8, 'done', timestamp with time zone '2026-01-18 09:00:00Z', 10, 31, null)");
    }

    private Plan plan() {
        return new Planner(new CacheFacts(cache.jdbi()), new CacheModel(cache.jdbi()), new CacheForecastLog(cache.jdbi()), new CacheDayForecasts(cache.jdbi()), () -> settings, CLOCK).plan(TODAY, done -> {});
    }

    private int kept() {
        return cache.jdbi().withHandle(handle -> handle.select("select count(*) from day_forecast").mapTo(Integer.class).one());
    }

    @Test
    void theSecondPlanOfADayIsTheFirst() {
        Plan first = plan();
        assertThat(first.proposals()).hasSize(1);
        assertThat(kept()).isEqualTo(2);
        assertThat(plan()).isEqualTo(first);
    }

    /** However the change came: a category that was renamed, or one that landed while a plan was made. */
    @Test
    void aForecastOfAnotherCategoryHoldsNoLonger() {
        plan();
        sql("update product set category = 'Lamps' where id = 7");
        sql("delete from stock_move where state = 'done'");
        assertThat(plan().proposals()).as("read anew, and nothing is left to read").isEmpty();
    }

    @Test
    void itReadsNoMoves() {
        Plan first = plan();
        sql("delete from stock_move where state = 'done'");
        assertThat(plan()).isEqualTo(first);
    }

    @Test
    void whatCustomersArePromisedIsReadAnew() {
        Plan first = plan();
        sql("insert into stock_move values (901, 7, 8, 5, 'assigned', timestamp with time zone '2026-03-05 09:00:00Z', 5000, null, null)");
        assertThat(plan().proposals().getFirst().lines().getFirst().quantity()).isGreaterThan(first.proposals().getFirst().lines().getFirst().quantity());
    }

    @Test
    void stockThatIsNotWhatItWasIsForecastAnew() {
        plan();
        sql("delete from stock_move where state = 'done'");
        sql("update quant set on_hand = 11 where id = 1");
        assertThat(plan().proposals()).as("its moves are gone, and nothing is left to plan on").isEmpty();
    }

    @Test
    void anotherStretchToCoverIsForecastAnew() {
        Plan first = plan();
        settings = ReplenishmentSettings.defaults().withOverrides(List.of(new PolicyOverride(
                PolicyOverride.Scope.COMPANY, "", "the company", PolicyParameter.LEAD_TIME_DAYS, BigDecimal.valueOf(40))));
        Plan longer = plan();
        assertThat(longer.proposals().getFirst().lines().getFirst().quantity()).isGreaterThan(first.proposals().getFirst().lines().getFirst().quantity());
        sql("delete from day_forecast");
        assertThat(plan()).isEqualTo(longer);
    }

    @Test
    void theNextDayForecastsAnew() {
        plan();
        sql("delete from stock_move where state = 'done'");
        Plan next = new Planner(new CacheFacts(cache.jdbi()), new CacheModel(cache.jdbi()), new CacheForecastLog(cache.jdbi()), new CacheDayForecasts(cache.jdbi()), () -> settings, CLOCK)
                .plan(TODAY.plusDays(1), done -> {});
        assertThat(next.proposals()).isEmpty();
    }

    /** A sync that reads these done moves, and finds those gone. */
    private void sync(List<Object[]> rows, long... gone) {
        Instant start = Instant.parse("2026-03-01T12:00:00Z");
        MirrorRun run = new MirrorJdbcStore(cache.database()).begin(SyncMode.INCREMENTAL, start, start, start.minus(Duration.ofDays(700)));
        run.start(Mirror.DONE_MOVE, start, false, List.of());
        if (!rows.isEmpty()) {
            run.stage(Mirror.DONE_MOVE, Stretch.ALL, run.prepare(Mirror.DONE_MOVE, new Page(rows.stream().mapToLong(row -> (Integer) row[0]).toArray(), rows)));
        }
        run.gone(Mirror.DONE_MOVE, gone);
        run.complete(Mirror.DONE_MOVE);
        run.land(new SyncReport(SyncMode.INCREMENTAL, SyncReport.Outcome.DONE, start, start, Map.of(), Map.of(), List.of()));
    }

    private static Object[] delivery(int id, int product, @Nullable Integer purchaseLine) {
        return new Object[] {id, product, 8, 5, "done", Instant.parse("2026-03-01T12:00:00Z"), BigDecimal.ONE, purchaseLine, null};
    }

    @Test
    void aSyncDropsWhatWasMadeOfAProductsMovesWhenAnyOfThemIsRead() {
        plan();
        sync(List.of());
        assertThat(kept()).as("nothing was read").isEqualTo(2);
        sync(List.<Object[]>of(delivery(950, 8, null)));
        assertThat(kept()).as("another product's").isEqualTo(2);
        sync(List.<Object[]>of(delivery(951, 7, null)));
        assertThat(kept()).isZero();
        plan();
        sync(List.<Object[]>of(delivery(952, 7, 77)));
        assertThat(kept()).as("one of a purchase line").isZero();
    }

    @Test
    void aSyncDropsWhatWasMadeOfMovesThatAreGone() {
        plan();
        sync(List.of(), 5);
        assertThat(kept()).isZero();
    }

    @Test
    void theBuyersWordAboutALargeOrderIsPlannedWithAtOnceExplainedAndJournalled() {
        LocalDate day = TODAY.minusDays(20);
        sql("insert into stock_move values (901, 7, 8, 5, 'done', ?, 3000, null, null)", day.atTime(12, 0).toInstant(ZoneOffset.UTC));
        CacheLargeOrders book = new CacheLargeOrders(cache.database(), CLOCK);
        String damped = plan().toString();
        assertThat(damped).contains("it looks like a one-off");
        Sku lamp = new Sku(1, 1, 7);
        book.say(lamp, day, LargeOrders.Verdict.RECURS, "ana");
        assertThat(book.of(lamp).said()).containsEntry(day, LargeOrders.Verdict.RECURS);
        assertThat(plan().toString()).contains("the buyer says that it will come again").doesNotContain("it looks like a one-off");
        book.say(lamp, day, null, "ana");
        assertThat(plan().toString()).isEqualTo(damped);
        assertThat(new CacheJournal(cache.database(), CLOCK).newest(0, 9)).extracting(entry -> entry.what().action()).containsExactly("large-order", "large-order");
    }
}
