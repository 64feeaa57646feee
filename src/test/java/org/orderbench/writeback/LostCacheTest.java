package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.CacheRecovery;
import org.orderbench.cache.Shortages.Candidate;
import org.orderbench.demo.OdooVersion;

/** The file of the cache is deleted: the keys in Odoo alone prevent a double, and the outbox is rebuilt from Odoo. The same against a real server when one is named. */
class LostCacheTest {

    @TempDir
    Path folder;

    static List<OdooVersion> versions() {
        return LiveOdoo.versions();
    }

    private static LiveBench bench(LiveOdoo odoo, Path folder) {
        LiveBench bench = new LiveBench(CacheDatabase.open(folder), odoo.connect());
        bench.sync();
        return bench;
    }

    private static List<String> recover(LiveBench bench) {
        return recover(bench, Clock.systemUTC());
    }

    private static List<String> recover(LiveBench bench, Clock clock) {
        return new Recovery(bench.odoo, new CacheRecovery(bench.database, clock, "buyer"), bench.session.uid()).recover();
    }

    private static void delete(Path folder) throws IOException {
        Files.delete(folder.resolve("cache.mv.db"));
    }

    private static Candidate again(LiveBench bench, Candidate candidate) {
        return bench.shortages.candidates().stream().filter(other -> other.sku().equals(candidate.sku())).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatWasOrderedStandsInTheOutboxAgainAndIsNotOrderedTwice(OdooVersion version) throws Exception {
        try (LiveOdoo odoo = LiveOdoo.open(version)) {
            Candidate shortage;
            try (LiveBench lost = bench(odoo, folder)) {
                shortage = lost.unused().getFirst();
                assertThat(lost.approveAndPush(false, List.of(lost.shortages.propose(shortage, 1))).written()).isEqualTo(1);
                assertThat(recover(lost)).as("it stands in the outbox already").isEmpty();
            }
            delete(folder);
            try (LiveBench bench = bench(odoo, folder)) {
                assertThat(bench.outbox.entries()).isEmpty();
                assertThat(recover(bench)).hasSize(1);
                OutboxEntry entry = bench.outbox.entries().getFirst();
                Map<String, Object> order = odoo.newOrders().getFirst();
                assertThat(entry.state()).isEqualTo(OutboxState.NOTED);
                assertThat(entry.orderName()).isEqualTo(order.get("name"));
                assertThat(entry.orderState()).isEqualTo("draft");
                assertThat(entry.lines()).singleElement().satisfies(line -> {
                    assertThat(line.code()).isEqualTo(shortage.code());
                    assertThat(line.unitPrice()).isEqualByComparingTo(shortage.price());
                });
                assertThat(recover(bench)).as("once").isEmpty();
                assertThat(bench.journal.newest(0, 1)).extracting(e -> e.what().action()).containsExactly("found");

                assertThat(new Withdrawal(bench.odoo, bench.store, Tolerances.DEFAULT).withdraw(entry.id(), "Ann"))
                        .as("nobody knows whether it was touched").get().asString().contains("Cancel it in Odoo");

                // the shortage as the lost cache had seen it, approved again: the line's key has been made anew, and stands in the outbox
                long stale = bench.shortages.propose(shortage, 2);
                assertThat(bench.desk.approve(List.of(stale), false, "Ann").refused()).singleElement().satisfies(refusal -> assertThat(refusal.message()).contains("outbox"));
                bench.pusher.push();
                assertThat(odoo.newOrders()).hasSize(1);
                assertThat(again(bench, shortage).newestLine()).as("what was ordered counts").isNotEqualTo(shortage.newestLine());

                // it is looked after as if it had been written from here
                bench.odoo.cancel(entry.orderId() == null ? 0 : entry.orderId());
                new Watcher(bench.odoo, bench.store).watch();
                assertThat(bench.outbox.entries().getFirst().state()).isEqualTo(OutboxState.WITHDRAWN);
            }
        }
    }

    /** The new cache was synced before the lost one's order arrived: nothing but the key in Odoo knows of it. */
    @ParameterizedTest
    @MethodSource("versions")
    void theKeyInOdooAlonePreventsADouble(OdooVersion version) throws Exception {
        try (LiveOdoo odoo = LiveOdoo.open(version); LiveBench lost = bench(odoo, folder.resolve("lost")); LiveBench bench = bench(odoo, folder.resolve("new"))) {
            Candidate shortage = lost.unused().getFirst();
            lost.approveAndPush(true, List.of(lost.shortages.propose(shortage, 1)));
            long line = bench.shortages.propose(shortage, 2);
            PushReport report = bench.approveAndPush(true, List.of(line));
            assertThat(report.settled()).as(report.toString()).isEqualTo(1);
            assertThat(bench.state(line)).isEqualTo(OutboxState.ADOPTED);
            assertThat(odoo.newOrders()).singleElement().satisfies(order -> assertThat((List<?>) order.get("order_line")).hasSize(1));
            bench.sync();
            assertThat(recover(bench)).as("it stands in the outbox already, adopted").isEmpty();
        }
    }

    @Test
    void anEmptyHeaderOfALostCacheIsTakenAwayWhenAPersonSaysSo() throws Exception {
        try (LiveOdoo odoo = LiveOdoo.open(OdooVersion.V18)) {
            try (LiveBench lost = bench(odoo, folder)) {
                Candidate shortage = lost.unused().getFirst();
                lost.desk.approve(List.of(lost.shortages.propose(shortage, 1)), false, "Ann");
                lost.store.bind();
                OutboxOrder order = lost.store.order(lost.store.unfinished().getFirst());
                lost.odoo.loadHeader(new PurchaseGateway.Header(order.key(), order.vendorId(), order.companyId(), order.receiptTypeId(), order.currency(), null));
            }
            delete(folder);
            try (LiveBench bench = bench(odoo, folder)) {
                assertThat(recover(bench)).as("it may be under way from another machine").isEmpty();
                assertThat(recover(bench, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(20)))).hasSize(1);
                OutboxEntry entry = bench.outbox.entries().getFirst();
                assertThat(entry.state()).isEqualTo(OutboxState.PARKED);
                assertThat(bench.outbox.retry(entry.id(), "Ann")).isTrue();
                bench.pusher.push();
                assertThat(odoo.newOrders()).isEmpty();
                assertThat(bench.store.order(entry.id()).state()).isEqualTo(OutboxState.WITHDRAWN);
            }
        }
    }
}
