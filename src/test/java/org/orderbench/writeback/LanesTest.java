package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.writeback.GatewayException.Kind;

/** Several orders at once: each as if it were alone. */
class LanesTest {

    private static final int VENDORS = 9;

    private final FakeOdoo odoo = new FakeOdoo();
    private final Bench bench = new Bench(CacheDatabase.inMemory("lanes-" + UUID.randomUUID()), odoo);
    private final List<Long> lines = new ArrayList<>();

    @BeforeEach
    void approve() {
        for (int vendor = 1; vendor <= VENDORS; vendor++) {
            lines.add(bench.propose(100 + vendor, vendor, null));
        }
        bench.desk.approve(lines, true, "Ann");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Pusher pusher(PurchaseGateway gateway) {
        Sender sender = new Sender(gateway, bench.store, Tolerances.DEFAULT, new NoteWriter(java.time.ZoneOffset.UTC, "test"), Bench.USER, Bench.CLOCK, pause -> {});
        return new Pusher(gateway, bench.store, sender, order -> null, 4);
    }

    private List<OutboxOrder> orders() {
        bench.store.bind();
        return bench.store.unfinished().stream().map(bench.store::order).toList();
    }

    @Test
    void eachIsWrittenOnceAndReported() {
        List<Integer> told = new ArrayList<>();
        PushReport report = pusher(odoo).push((done, of, label) -> told.add(of));
        assertThat(report.written()).isEqualTo(VENDORS);
        assertThat(report.messages()).hasSize(VENDORS);
        assertThat(told).hasSize(VENDORS).containsOnly(VENDORS);
        assertThat(odoo.lines()).hasSize(VENDORS);
        assertThat(odoo.orders()).hasSize(VENDORS).allSatisfy(order -> assertThat(order.notes).hasSize(1));
        assertThat(lines).allSatisfy(line -> assertThat(bench.state(line)).isEqualTo(OutboxState.NOTED));
        assertThat(bench.journal.verify().whole()).isTrue();
    }

    @Test
    void theyReallyAreUnderWayAtOnce() throws Exception {
        CountDownLatch four = new CountDownLatch(4);
        odoo.language = java.util.Locale.UK;
        new Lanes(4).run(Lanes.apart(orders()), order -> {
            four.countDown();
            try {
                return four.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                return false;
            }
        });
        assertThat(four.getCount()).isZero();
    }

    @Test
    void thoseThatShareASkuFollowEachOther() {
        List<OutboxOrder> orders = orders();
        OutboxOrder first = orders.getFirst();
        OutboxOrder last = orders.getLast();
        List<OutboxLine> both = List.of(first.lines().getFirst(), last.lines().getFirst());
        OutboxOrder bridge = new OutboxOrder(
                99, OrderKey.ofUnknown(99), 1, 1, 10, 99, "Vendor", "GBP", false, OutboxState.QUEUED, null, null, null, null, false, 0, null, false, both);
        List<OutboxOrder> all = new ArrayList<>(orders);
        all.add(bridge);
        List<List<OutboxOrder>> chains = Lanes.apart(all);
        assertThat(chains).hasSize(VENDORS - 1);
        assertThat(chains).filteredOn(chain -> chain.size() > 1).singleElement().satisfies(chain -> assertThat(chain).containsExactlyInAnyOrder(first, last, bridge).endsWith(bridge));
    }

    @Test
    void nobodyAnsweringStopsTheRestWhichStaysQueued() {
        odoo.before = call -> {
            if (call.equals("loadHeader")) {
                throw new GatewayException(Kind.OFFLINE, "The server cannot be reached.");
            }
        };
        PushReport report = pusher(odoo).push();
        assertThat(report.waiting()).isEqualTo(VENDORS);
        assertThat(odoo.orders()).isEmpty();
        odoo.before = FakeOdoo.Fault.NONE;
        pusher(odoo).push();
        assertThat(odoo.lines()).hasSize(VENDORS);
    }

    @Test
    void askedToStopItBeginsNoOther() {
        pusher(odoo).push((done, of, label) -> false);
        assertThat(odoo.orders()).isEmpty();
        assertThat(bench.store.unfinished()).hasSize(VENDORS);
    }

    @Test
    void aDefectInOneIsNotSwallowed() {
        assertThatThrownBy(() -> new Lanes(4).run(Lanes.apart(orders()), order -> {
                    throw new IllegalStateException("a defect");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a defect");
    }

    @Test
    void deathAnywhereOfAllAtOnceIsSettledByTheNextPush() {
        for (int at = 5; at < 150; at += 29) {
            FakeOdoo fresh = new FakeOdoo();
            ConcurrentLinkedQueue<Long> again = new ConcurrentLinkedQueue<>();
            try (Bench dying = new Bench(CacheDatabase.inMemory("lanes-" + UUID.randomUUID()), fresh)) {
                for (int vendor = 1; vendor <= VENDORS; vendor++) {
                    again.add(dying.propose(100 + vendor, vendor, null));
                }
                dying.desk.approve(again, true, "Ann");
                Points points = Points.crashAt(at);
                PurchaseGateway gateway = points.around(PurchaseGateway.class, fresh);
                OutboxStore store = points.around(OutboxStore.class, dying.store);
                Sender sender = new Sender(gateway, store, Tolerances.DEFAULT, new NoteWriter(java.time.ZoneOffset.UTC, "test"), Bench.USER, Bench.CLOCK, Duration::toMillis);
                assertThatThrownBy(() -> new Pusher(gateway, store, sender, order -> null, 4).push()).isInstanceOf(Points.Crash.class);
                dying.pusher.push();
                dying.pusher.push();
                assertThat(fresh.lines()).as("died at " + at).hasSize(VENDORS);
                assertThat(fresh.orders()).as("died at " + at).hasSize(VENDORS).allSatisfy(order -> assertThat(order.notes).hasSize(1));
                assertThat(again).allSatisfy(line -> assertThat(dying.state(line)).isEqualTo(OutboxState.NOTED));
            }
        }
    }
}
