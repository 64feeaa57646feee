package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.Shortages.Candidate;
import org.orderbench.demo.OdooVersion;

/**
 * Seeded rounds over real HTTP: two to six clients, with fresh and stale caches, each behind a {@link FaultProxy}, approve overlapping lines at once
 * while calls fail in every way there is, clocks jump and clients die. What must hold after each round is in {@link HarnessRound}.
 *
 * <p>{@code -Dharness.seed}, {@code -Dharness.rounds} and {@code -Dharness.odoo} replay; {@code ORDERBENCH_ODOO_URL} names a real server instead, and
 * {@code -Dharness.clients} how many race there.
 */
class FaultHarnessTest {

    private static final int CLIENTS = Integer.getInteger("harness.clients", 6);

    /** So few that the same product comes again, and a cache that was not refreshed is stale. */
    private static final int PRODUCTS = 12;

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
        OdooVersion version = OdooVersion.valueOf(System.getProperty("harness.odoo", "V18"));
        Map<OutboxState, Integer> ends = new EnumMap<>(OutboxState.class);
        Map<String, Integer> troubles = new TreeMap<>();
        int lines = 0;
        try (LiveOdoo odoo = LiveOdoo.open(version); ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<HarnessClient> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new HarnessClient(odoo));
            }
            List<Candidate> products = clients.getFirst().bench().unused().stream().limit(PRODUCTS).toList();
            for (int round = 0; round < rounds; round++) {
                HarnessRound played = new HarnessRound(odoo, clients, products, new Random((seed + round) * 0x9E3779B97F4A7C15L), "seed " + (seed + round));
                lines += played.play(threads);
                played.ends().forEach((state, count) -> ends.merge(state, count, Integer::sum));
                played.troubles().forEach((name, count) -> troubles.merge(name, count, Integer::sum));
                if (round % 100 == 99) {
                    System.out.println("rounds " + (round + 1) + ", lines in Odoo " + lines + ", decisions " + ends + ", troubles " + troubles);
                }
            }
            for (HarnessClient client : clients) {
                assertThat(client.bench().journal.verify().whole()).isTrue();
                troubles.merge("DIED", client.deaths(), Integer::sum);
                client.proxy().made().forEach((trouble, count) -> troubles.merge(trouble.name(), count, Integer::sum));
                client.close();
            }
        }
        System.out.println("harness: seed " + seed + ", rounds " + rounds + ", lines in Odoo " + lines + ", decisions " + ends + ", troubles " + troubles);
        assertThat(rounds < 100 || troubles.keySet().containsAll(Arrays.stream(FaultProxy.Trouble.values()).map(Enum::name).toList())).as("every trouble was tried").isTrue();
    }

    static LiveBench bench(LiveOdoo odoo, String address, JumpingClock clock) {
        LiveBench bench = new LiveBench(CacheDatabase.inMemory("harness-" + UUID.randomUUID()), odoo.connect(address), clock);
        bench.sync();
        return bench;
    }
}
