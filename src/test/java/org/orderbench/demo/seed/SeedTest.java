package org.orderbench.demo.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orderbench.demo.Admin;
import org.orderbench.demo.DemoOdoo;
import org.orderbench.demo.DemoOptions;
import org.orderbench.demo.DemoServer;
import org.orderbench.demo.OdooVersion;

/** The demo's company is consistent, plausible and the same every time. */
class SeedTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static DemoServer server;

    @BeforeAll
    static void start() {
        server = DemoServer.start(DemoOptions.defaults().clock(CLOCK));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Admin admin() {
        return server.admin();
    }

    @Test
    void stockIsReceiptsLessIssuesPlusAdjustments() {
        Set<Object> inside = new HashSet<>();
        admin().searchRead("stock.location", List.of(List.of("usage", "=", "internal")), "id").forEach(row -> inside.add(row.get("id")));
        Map<String, Double> balance = new HashMap<>();
        for (Map<String, Object> move : admin().searchRead("stock.move", List.of(List.of("state", "=", "done")), "product_id", "location_id", "location_dest_id", "product_qty")) {
            double pieces = (Double) move.get("product_qty");
            if (inside.contains(move.get("location_id"))) {
                balance.merge(move.get("product_id") + "@" + move.get("location_id"), -pieces, Double::sum);
            }
            if (inside.contains(move.get("location_dest_id"))) {
                balance.merge(move.get("product_id") + "@" + move.get("location_dest_id"), pieces, Double::sum);
            }
        }
        balance.values().removeIf(pieces -> pieces == 0);
        Map<String, Double> shelves = new HashMap<>();
        admin().searchRead("stock.quant", List.of(), "product_id", "location_id", "quantity")
                .forEach(quant -> shelves.put(quant.get("product_id") + "@" + quant.get("location_id"), (Double) quant.get("quantity")));
        assertThat(shelves.values()).allMatch(pieces -> pieces > 0);
        assertThat(balance).isEqualTo(shelves);
    }

    @Test
    void everyRealProductIsThereOnce() {
        assertThat(admin().count("product.product", List.of(List.of("active", "=", true)))).isEqualTo(DemoOptions.REAL_PRODUCTS + 2);
        assertThat(admin().searchRead("product.product", List.of(), "default_code").stream().map(row -> row.get("default_code"))).doesNotHaveDuplicates();
    }

    @Test
    void demandEndsYesterdayAndKeepsItsWeekdays() {
        List<Map<String, Object>> sold = admin().searchRead("stock.move", List.of(List.of("state", "=", "done"), List.of("location_dest_id.usage", "=", "customer")), "date");
        Map<java.time.DayOfWeek, Integer> byDay = new HashMap<>();
        LocalDate last = LocalDate.MIN;
        for (Map<String, Object> move : sold) {
            LocalDate day = LocalDate.parse(move.get("date").toString().substring(0, 10));
            byDay.merge(day.getDayOfWeek(), 1, Integer::sum);
            last = day.isAfter(last) ? day : last;
        }
        assertThat(last).isBetween(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 22));
        // The wholesaler hardly sold anything on Saturdays.
        assertThat(byDay.getOrDefault(java.time.DayOfWeek.SATURDAY, 0)).isLessThan(sold.size() / 50);
        assertThat(byDay.get(java.time.DayOfWeek.WEDNESDAY)).isGreaterThan(sold.size() / 10);
    }

    @Test
    void vendorsSellInThreeCurrenciesWithinSixtyDays() {
        List<Map<String, Object>> prices = admin().searchRead("product.supplierinfo", List.of(), "currency_id", "delay", "min_qty", "date_end", "discount", "price");
        assertThat(prices.stream().map(price -> price.get("currency_id")).distinct()).hasSize(3);
        assertThat(prices).allMatch(price -> (Integer) price.get("delay") >= 3 && (Integer) price.get("delay") <= 60 && (Double) price.get("price") > 0);
        assertThat(prices).anyMatch(price -> !price.get("date_end").equals(false)).anyMatch(price -> (Double) price.get("discount") > 0);
        assertThat(admin().count("res.partner", List.of(List.of("supplier_rank", ">", 0)))).isEqualTo(25);
    }

    @Test
    void openOrdersAreOfEveryKind() {
        for (String state : List.of("draft", "sent", "to approve", "purchase", "cancel")) {
            assertThat(admin().count("purchase.order", List.of(List.of("state", "=", state)))).as(state).isPositive();
        }
        List<Object> open = List.of(List.of("state", "=", "assigned"), List.of("location_id.usage", "=", "supplier"));
        assertThat(admin().count("stock.move", open)).isGreaterThan(30);
        assertThat(admin().count("stock.move", List.of(List.of("state", "=", "assigned"), List.of("location_id.usage", "=", "supplier"), List.of("date", "<", "2026-11-23 00:00:00"))))
                .as("late").isPositive();
        assertThat(admin().searchRead("purchase.order.line", List.of(List.of("qty_received", ">", 0)), "qty_received", "product_qty"))
                .as("partly received").anyMatch(line -> (Double) line.get("qty_received") < (Double) line.get("product_qty"));
        assertThat(admin().count("vendor.delay.report", List.of(List.of("on_time_rate", "=", 0)))).as("past receipts that were late").isGreaterThan(100);
    }

    @Test
    void aboutOneSkuInEightRunsShort() {
        List<Cell> cells = new java.util.ArrayList<>();
        Cell.Fate[] fates = Cell.Fate.values();
        org.orderbench.demo.orm.Database database = new org.orderbench.demo.orm.Database(OdooVersion.V18, CLOCK);
        org.orderbench.demo.model.Models.install(database);
        DemoOptions options = DemoOptions.defaults().clock(CLOCK);
        database.plant(env -> {
            java.util.Random random = new java.util.Random(options.seed());
            Basics basics = new Basics(env, options.today());
            basics.plant(random);
            cells.addAll(new History(env, basics, options, random).play(new Catalog(env, basics, options, random).plant()));
        });
        Map<Cell.Fate, Long> share = new HashMap<>();
        for (Cell.Fate fate : fates) {
            share.put(fate, cells.stream().filter(cell -> cell.fate == fate).count() * 1000 / cells.size());
        }
        assertThat(share.get(Cell.Fate.NOW) + share.get(Cell.Fate.URGENT)).as("per mille").isBetween(80L, 160L);
        assertThat(share.get(Cell.Fate.URGENT)).isBetween(5L, 40L);
        assertThat(share.get(Cell.Fate.EXCESS)).isBetween(15L, 60L);
        assertThat(cells.stream().filter(cell -> cell.soldOut > 0).count()).as("SKUs that were sold out at times").isGreaterThan(100);
        for (Cell cell : cells) {
            if (cell.fate == Cell.Fate.NOW || cell.fate == Cell.Fate.URGENT) {
                assertThat(cell.stock + cell.onOrder).as(cell.sku.code()).isLessThanOrEqualTo(Math.max(cell.target(), cell.onOrder));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameCompanyInEveryVersion(OdooVersion version) {
        DemoOptions options = DemoOdoo.small().clock(CLOCK);
        try (DemoServer one = DemoServer.start(options.version(version)); DemoServer other = DemoServer.start(options);
                DemoServer different = DemoServer.start(options.seed(7))) {
            assertThat(stock(one)).isEqualTo(stock(other)).isNotEqualTo(stock(different));
        }
    }

    private static List<Object> stock(DemoServer server) {
        List<Object> all = new java.util.ArrayList<>();
        server.admin().searchRead("stock.quant", List.of(), "product_id", "quantity").forEach(row -> all.add(row.get("product_id") + "=" + row.get("quantity")));
        server.admin().searchRead("product.supplierinfo", List.of(), "price").forEach(row -> all.add(row.get("price")));
        return all;
    }
}
