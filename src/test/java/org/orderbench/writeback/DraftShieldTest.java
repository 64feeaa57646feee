package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.Shortages.Candidate;
import org.orderbench.demo.OdooVersion;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooConnector;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.Secret;
import org.orderbench.odoo.WireLimits;

/**
 * What Odoo's own scheduler, its merging of quotations and its <em>Suggest</em> do to our drafts, on a real server to throw away: beside the usual
 * variables, {@code ORDERBENCH_ODOO_MANAGER} and {@code ORDERBENCH_ODOO_MANAGER_SECRET} name a user who may administer purchasing and stock.
 * Run by {@code mvn verify -Pinventory-administrator}.
 */
@Tag("inventory-administrator")
class DraftShieldTest {

    private LiveOdoo odoo;
    private LiveBench bench;
    private OdooSession manager;

    @BeforeEach
    void open() throws Exception {
        odoo = LiveOdoo.open(OdooVersion.V18);
        bench = new LiveBench(CacheDatabase.inMemory("shield-" + UUID.randomUUID()), odoo.connect());
        bench.sync();
        manager = new OdooConnector(WireLimits.USUAL, Clock.systemUTC())
                .connect(
                        new ConnectionSettings(odoo.settings.address(), odoo.settings.database(), System.getenv("ORDERBENCH_ODOO_MANAGER")),
                        Secret.of(Objects.requireNonNull(System.getenv("ORDERBENCH_ODOO_MANAGER_SECRET"))));
    }

    @AfterEach
    void close() {
        manager.close();
        bench.close();
        odoo.close();
    }

    private @Nullable Object call(String model, String method, List<?> args, Map<String, ?> kwargs) {
        try {
            return manager.call(model, method, args, kwargs);
        } catch (OdooException e) {
            if (e.failure().message().contains("cannot marshal")) {
                return null;
            }
            throw new AssertionError(model + "." + method + ": " + e.failure().message(), e);
        }
    }

    private int create(String model, Map<String, ?> values) {
        Object made = call(model, "create", List.of(values), Map.of());
        return made instanceof List<?> list ? (Integer) list.getFirst() : (Integer) Objects.requireNonNull(made);
    }

    private List<String> fields(String model) {
        return ((Map<?, ?>) Objects.requireNonNull(call(model, "fields_get", List.of(), Map.of("attributes", List.of("type"))))).keySet().stream().map(String::valueOf).toList();
    }

    /** A vendor with three products that nobody has ordered lately. */
    private List<Candidate> three() {
        List<Candidate> all = bench.unused();
        return all.stream()
                .map(first -> all.stream().filter(c -> c.vendor() == first.vendor() && c.currency().equals(first.currency())).limit(3).toList())
                .filter(same -> same.size() == 3)
                .findFirst()
                .orElseThrow();
    }

    private int draft(Candidate... candidates) {
        List<Long> lines = java.util.Arrays.stream(candidates).map(candidate -> bench.shortages.propose(candidate, 1)).toList();
        assertThat(bench.approveAndPush(false, lines).written()).isEqualTo(1);
        return Objects.requireNonNull(bench.entry(lines.getFirst()).orderId());
    }

    private List<Object> lines(int order) {
        return odoo.searchRead("purchase.order.line", List.of(List.of("order_id", "=", order)), "product_qty").stream().map(line -> line.get("id")).toList();
    }

    /** A reordering rule that is due, for a product of the vendor of our draft; run by the scheduler as at night. */
    private void schedule(Candidate candidate, double ordered) {
        Map<String, Object> rule = new HashMap<>(Map.of(
                "product_id", candidate.sku().productId(), "warehouse_id", candidate.sku().warehouseId(), "product_min_qty", ordered + 100000, "product_max_qty", ordered + 100001, "trigger", "auto"));
        List<Map<String, Object>> there = odoo.searchRead("stock.warehouse.orderpoint", List.of(List.of("product_id", "=", candidate.sku().productId())), "trigger");
        if (there.isEmpty()) {
            create("stock.warehouse.orderpoint", rule);
        } else {
            rule.remove("product_id");
            rule.remove("warehouse_id");
            call("stock.warehouse.orderpoint", "write", List.of(List.of(there.getFirst().get("id")), rule), Map.of());
        }
        // what the scheduled action calls; the model moved in 19
        call(fields("product.product").contains("suggested_qty") ? "stock.rule" : "procurement.group", "run_scheduler", List.of(), Map.of());
    }

    /** How much of it stands on orders: where the scheduler has a draft of its own, it adds to that. */
    private double ordered(Candidate candidate) {
        return odoo.searchRead("purchase.order.line", List.of(List.of("product_id", "=", candidate.sku().productId())), "product_qty").stream()
                .mapToDouble(line -> ((Number) Objects.requireNonNull(line.get("product_qty"))).doubleValue()).sum();
    }

    private void scheduled(@Nullable Integer buyer, String how) throws Exception {
        List<Candidate> three = three();
        call("res.partner", "write", List.of(List.of(three.getFirst().vendor()), buyer == null ? Map.of("buyer_id", false) : Map.of("buyer_id", buyer)), Map.of());
        bench.sync();
        int order = draft(three.get(0), three.get(1));
        List<Object> before = lines(order);
        double known = ordered(three.get(2));
        schedule(three.get(2), known);
        for (int tries = 0; tries < 100 && ordered(three.get(2)) == known; tries++) {
            Thread.sleep(200);
        }
        assertThat(ordered(three.get(2))).as(how + ": the scheduler ordered").isGreaterThan(known);
        assertThat(lines(order)).as(how + ": our draft holds our lines and no other").isEqualTo(before);
        assertThat(new Watcher(bench.odoo, bench.store).watch()).as(how).isEmpty();
    }

    @Test
    void theSchedulerDoesNotAddToOurDraftWhereTheVendorHasNoBuyer() throws Exception {
        scheduled(null, "no buyer");
    }

    @Test
    void norWhereTheSignedInUserIsTheVendorsBuyer() throws Exception {
        scheduled(bench.session.uid(), "our user is the buyer");
    }

    private boolean merges() {
        // a method of the model from 18 on
        return fields("product.product").contains("is_storable");
    }

    @Test
    void mergingIntoAnOlderDraftMovesOurLinesAndThatIsNoticed() throws Exception {
        assumeThat(merges()).as("Odoo 17 merges no quotations").isTrue();
        List<Candidate> three = three();
        int theirs = create("purchase.order", Map.of(
                "partner_id", three.get(0).vendor(), "currency_id", currency(three.get(0)),
                "order_line", List.of(List.of(0, 0, Map.of("product_id", three.get(2).sku().productId(), "product_qty", 5)))));
        bench.sync();
        long a = bench.shortages.propose(three.get(0), 1);
        assertThat(bench.approveAndPush(false, List.of(a)).written()).isEqualTo(1);
        int ours = Objects.requireNonNull(bench.entry(a).orderId());
        List<Object> lines = lines(ours);
        // merging posts a message, and Odoo has a user without an address post none
        call("res.users", "write", List.of(List.of(manager.uid()), Map.of("email", "manager@example.com")), Map.of());
        call("purchase.order", "action_merge", List.of(List.of(theirs, ours)), Map.of());
        List<String> noticed = new Watcher(bench.odoo, bench.store).watch();
        assertThat(odoo.lines(lines)).singleElement().satisfies(line -> assertThat(line.get("order_id")).isEqualTo(theirs));
        assertThat(noticed.toString()).contains("Moved to");
        assertThat(bench.state(a)).isEqualTo(OutboxState.ADOPTED);
        bench.pusher.push();
        assertThat(odoo.searchRead("purchase.order.line", List.of(List.of("product_id", "=", three.get(0).sku().productId())), "name").size()).as("never sent again").isEqualTo(odoo.searchRead("purchase.order.line", List.of(List.of("id", "in", lines)), "name").size()
                + bench.database.jdbi().withHandle(h -> h.createQuery("select count(*) from purchase_line where product_id = :p").bind("p", three.get(0).sku().productId()).mapTo(Integer.class).one()));
    }

    private int currency(Candidate candidate) {
        return (Integer) odoo.searchRead("res.currency", List.of(List.of("name", "=", candidate.currency())), "name").getFirst().get("id");
    }

    @Test
    void suggestCollapsesLinesOfOurDraftAndThatIsNoticed() {
        assumeThat(fields("product.product").contains("suggested_qty")).as("only Odoo 19 suggests").isTrue();
        List<Candidate> three = three();
        long a = bench.shortages.propose(three.get(0), 1);
        assertThat(bench.approveAndPush(false, List.of(a)).written()).isEqualTo(1);
        int order = Objects.requireNonNull(bench.entry(a).orderId());
        call("purchase.order", "action_purchase_order_suggest", List.of(List.of(order)), Map.of("context", Map.of(
                "suggest_based_on", "30_days", "suggest_days", 30, "suggest_percent", 0, "suggest_domain", List.of(List.of("id", "=", three.get(0).sku().productId())),
                "warehouse_id", three.get(0).sku().warehouseId())));
        assertThat(lines(order)).as("it took our line away: nothing is suggested").isEmpty();
        assertThat(new Watcher(bench.odoo, bench.store).watch().toString()).contains("Deleted in Odoo");
        assertThat(bench.state(a)).isEqualTo(OutboxState.WITHDRAWN);
        bench.pusher.push();
        assertThat(lines(order)).as("a rejection is not sent again").isEmpty();
    }
}
