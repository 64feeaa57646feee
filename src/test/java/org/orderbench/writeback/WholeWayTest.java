package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.Shortages.Candidate;
import org.orderbench.demo.OdooVersion;

/** From an approved line to the order in Odoo and back, over the wire. The same against a real server when one is named. */
class WholeWayTest {

    static List<OdooVersion> versions() {
        return LiveOdoo.versions();
    }

    private static LiveBench bench(LiveOdoo odoo) {
        LiveBench bench = new LiveBench(CacheDatabase.inMemory("live-" + UUID.randomUUID()), odoo.connect());
        bench.sync();
        return bench;
    }

    /** Candidates of the first vendor that has two. */
    private static List<Candidate> two(LiveBench bench) {
        List<Candidate> all = bench.unused();
        for (Candidate first : all) {
            List<Candidate> same = all.stream().filter(c -> c.vendor() == first.vendor() && c.currency().equals(first.currency())).limit(2).toList();
            if (same.size() == 2) {
                return same;
            }
        }
        throw new AssertionError("No vendor has two products of one price: " + all);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aDraftWithTwoLinesAndANoteIsThereOnceHoweverOftenItIsPushed(OdooVersion version) {
        try (LiveOdoo odoo = LiveOdoo.open(version); LiveBench bench = bench(odoo)) {
            List<Long> lines = two(bench).stream().map(candidate -> bench.shortages.propose(candidate, 1)).toList();
            PushReport report = bench.approveAndPush(false, lines);
            assertThat(report.messages()).as("what was said").hasSize(1);
            assertThat(report.written()).as(report.toString() + bench.outbox.conflicts()).isEqualTo(1);
            bench.pusher.push();

            List<Map<String, Object>> orders = odoo.newOrders();
            assertThat(orders).hasSize(1);
            assertThat(orders.getFirst().get("state")).isEqualTo("draft");
            assertThat((List<?>) orders.getFirst().get("order_line")).hasSize(2);
            assertThat(String.valueOf(orders.getFirst().get("origin"))).startsWith("OB-");
            List<Map<String, Object>> notes = odoo.notes((Integer) orders.getFirst().get("id"));
            assertThat(notes).hasSize(1);
            assertThat(String.valueOf(notes.getFirst().get("body"))).contains("Cover for &lt;10 days&gt; &amp; a safety stock").contains("<b>Why this was ordered</b>");
            assertThat(lines).allSatisfy(line -> assertThat(bench.state(line)).isEqualTo(OutboxState.NOTED));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aConfirmedOrderIsReadBackAsConfirmed(OdooVersion version) {
        try (LiveOdoo odoo = LiveOdoo.open(version); LiveBench bench = bench(odoo)) {
            long line = bench.shortages.propose(two(bench).getFirst(), 0);
            PushReport report = bench.approveAndPush(true, List.of(line));
            assertThat(report.written()).as(report.toString()).isEqualTo(1);
            assertThat(odoo.newOrders().getFirst().get("state")).isEqualTo("purchase");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void anOrderDeletedInOdooIsNoticedAndNotSentAgain(OdooVersion version) {
        try (LiveOdoo odoo = LiveOdoo.open(version); LiveBench bench = bench(odoo)) {
            long line = bench.shortages.propose(two(bench).getFirst(), 0);
            bench.approveAndPush(false, List.of(line));
            int order = (Integer) odoo.newOrders().getFirst().get("id");
            try {
                bench.odoo.cancel(order);
                bench.odoo.delete(order);
            } catch (GatewayException e) {
                throw new AssertionError(e);
            }
            new Watcher(bench.odoo, bench.store).watch();
            bench.pusher.push();
            assertThat(odoo.newOrders()).isEmpty();
            assertThat(bench.state(line)).isEqualTo(OutboxState.WITHDRAWN);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void racingClientsWithOverlappingDecisionsMakeOneLineForEachShortage(OdooVersion version) throws Exception {
        int clients = 4;
        try (LiveOdoo odoo = LiveOdoo.open(version); ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<LiveBench> benches = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                LiveBench bench = bench(odoo);
                benches.add(bench);
                List<Candidate> two = two(bench);
                // all want the first product; every other one wants both
                List<Long> lines = new ArrayList<>(List.of(bench.shortages.propose(two.getFirst(), i % 2)));
                if (i % 2 == 0) {
                    lines.add(bench.shortages.propose(two.getLast(), 0));
                }
                bench.desk.approve(lines, false, "Buyer " + i);
            }
            CountDownLatch start = new CountDownLatch(1);
            List<Future<PushReport>> pushes = new ArrayList<>();
            for (LiveBench bench : benches) {
                pushes.add(threads.submit(() -> {
                    start.await();
                    return bench.pusher.push();
                }));
            }
            start.countDown();
            for (Future<PushReport> push : pushes) {
                push.get();
            }
            benches.forEach(bench -> bench.pusher.push());

            List<Object> lineIds = new ArrayList<>();
            for (Map<String, Object> order : odoo.newOrders()) {
                List<?> own = (List<?>) order.get("order_line");
                assertThat(own).as("no empty header stays: " + order).isNotEmpty();
                assertThat(odoo.notes((Integer) order.get("id"))).hasSize(1);
                lineIds.addAll(own);
            }
            assertThat(odoo.lines(lineIds)).extracting(line -> line.get("product_id")).doesNotHaveDuplicates().hasSize(2);
            for (LiveBench bench : benches) {
                assertThat(bench.outbox.counts().keySet()).as("every decision ends in a state that tells the truth: " + bench.outbox.conflicts()).isSubsetOf(
                        java.util.Set.of(OutboxState.NOTED, OutboxState.ADOPTED));
                bench.close();
            }
        }
    }
}
