package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.Shortages.Candidate;
import org.orderbench.demo.DemoServer;
import org.orderbench.demo.Fault;
import org.orderbench.demo.OdooVersion;

/**
 * Seeded rounds against a real HTTP server: two to four clients, with fresh and stale caches, approve the same shortage at once while calls fail in
 * every way there is. After each round there is at most one new line for the shortage, exactly one if anybody's cache was fresh, and every client's
 * decision stands in a state that Odoo bears out. {@code -Dharness.seed} and {@code -Dharness.rounds} replay.
 */
class FaultHarnessTest {

    private static final int CLIENTS = 4;
    private static final int PUSHES = 4;

    @Test
    void aFewRounds() throws Exception {
        run(Long.getLong("harness.seed", 20261123L), Integer.getInteger("harness.rounds", 12));
    }

    @Test
    @Tag("soak")
    void tenThousandRounds() throws Exception {
        run(Long.getLong("harness.seed", 1L), Integer.getInteger("harness.rounds", 10_000));
    }

    private static void run(long seed, int rounds) throws Exception {
        try (LiveOdoo odoo = LiveOdoo.open(OdooVersion.V18); ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<LiveBench> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                LiveBench client = new LiveBench(CacheDatabase.inMemory("harness-" + UUID.randomUUID()), odoo.connect());
                client.sync();
                clients.add(client);
            }
            List<Candidate> products = clients.getFirst().unused();
            for (int round = 0; round < rounds; round++) {
                new Round(odoo, clients, products, new Random(seed + round), "seed " + (seed + round)).play(threads);
            }
            clients.forEach(client -> {
                assertThat(client.journal.verify().whole()).isTrue();
                client.close();
            });
        }
    }

    private record Round(LiveOdoo odoo, List<LiveBench> clients, List<Candidate> products, Random random, String name) {

        void play(ExecutorService threads) throws Exception {
            Candidate product = products.get(random.nextInt(products.size()));
            List<Object> before = lineIds(product);
            int racing = 2 + random.nextInt(CLIENTS - 1);
            boolean fresh = false;
            List<LiveBench> playing = new ArrayList<>();
            List<Long> decided = new ArrayList<>();
            for (LiveBench client : clients.subList(0, racing)) {
                boolean synced = random.nextInt(3) > 0;
                if (synced) {
                    client.shortages.refresh(product.sku(), purchaseLines(product));
                    fresh = true;
                }
                Candidate known = client.shortages.candidates().stream().filter(c -> c.sku().equals(product.sku())).findFirst().orElseThrow();
                long line = client.shortages.propose(known, random.nextInt(3));
                // a cache that is stale by exactly its own last order holds that key already: the desk refuses, which is right, too
                if (client.desk.approve(List.of(line), random.nextBoolean(), "Buyer").refused().isEmpty()) {
                    playing.add(client);
                    decided.add(line);
                } else {
                    assertThat(synced).as(name + ": a fresh decision is never refused").isFalse();
                }
            }
            for (int push = 1; push <= PUSHES; push++) {
                if (push == PUSHES) {
                    calm();
                } else {
                    disturb();
                }
                List<Future<PushReport>> pushes = new ArrayList<>();
                playing.forEach(client -> pushes.add(threads.submit(() -> client.pusher.push())));
                for (Future<PushReport> done : pushes) {
                    done.get();
                }
            }
            check(product, before, fresh, playing, decided);
        }

        private void disturb() {
            DemoServer demo = odoo.demo;
            if (demo == null) {
                return;
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                Fault fault = fault();
                boolean loadOnly = fault instanceof Fault.SerializationLoser;
                demo.faults().on((model, method) -> !model.equals("common") && (!loadOnly || method.equals("load")), random.nextInt(14), 1 + random.nextInt(2), fault);
            }
        }

        private void calm() {
            if (odoo.demo != null) {
                odoo.demo.faults().clear();
            }
        }

        private Fault fault() {
            return switch (random.nextInt(11)) {
                case 0 -> new Fault.Delay(Duration.ofMillis(random.nextInt(60)));
                case 1 -> new Fault.CutBefore();
                case 2, 3 -> new Fault.CutAfterCommit();
                case 4 -> new Fault.Truncated();
                case 5 -> new Fault.Garbage();
                case 6 -> new Fault.Html();
                case 7 -> new Fault.Status(502, random.nextBoolean());
                case 8 -> new Fault.FaultAfterCommit();
                case 9 -> new Fault.NoneAfterCommit();
                default -> new Fault.SerializationLoser();
            };
        }

        private List<Object> lineIds(Candidate product) {
            return purchaseLines(product).stream().map(line -> line.get("id")).toList();
        }

        private List<Map<String, Object>> purchaseLines(Candidate product) {
            return odoo.searchRead(
                    "purchase.order.line",
                    List.of(List.of("product_id", "=", product.sku().productId()), List.of("order_id.picking_type_id.warehouse_id", "=", product.sku().warehouseId())),
                    "order_id", "state", "product_uom_qty", "create_date");
        }

        private void check(Candidate product, List<Object> before, boolean fresh, List<LiveBench> playing, List<Long> decided) {
            List<Map<String, Object>> made = purchaseLines(product).stream().filter(line -> !before.contains(line.get("id"))).toList();
            assertThat(made).as(name + ": at most one line for one shortage").hasSizeLessThanOrEqualTo(1);
            int noted = 0;
            for (int i = 0; i < playing.size(); i++) {
                OutboxState state = playing.get(i).state(decided.get(i));
                assertThat(state).as(name + ": client " + i + " " + playing.get(i).outbox.entries().getFirst())
                        .isIn(OutboxState.NOTED, OutboxState.ADOPTED, OutboxState.CONFLICT, OutboxState.PARKED);
                noted += state == OutboxState.NOTED ? 1 : 0;
                if (state == OutboxState.CONFLICT) {
                    assertThat(playing.get(i).outbox.drop(List.of(decided.get(i)), "Buyer").changed()).hasSize(1);
                }
            }
            if (fresh && !playing.isEmpty()) {
                assertThat(made).as(name + ": a fresh decision is not lost").hasSize(1);
                assertThat(noted).as(name + ": whose it is, is said").isPositive();
            }
            if (made.isEmpty()) {
                assertThat(noted).as(name + ": nobody says it is there").isZero();
            } else {
                int order = (Integer) made.getFirst().get("order_id");
                assertThat(odoo.notes(order)).as(name + ": one note").hasSize(1);
            }
            assertThat(odoo.searchRead("purchase.order", List.of(List.of("origin", "=like", "OB-%"), List.of("order_line", "=", false)), "name"))
                    .as(name + ": no empty header stays")
                    .isEmpty();
        }
    }
}
