package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.Shortages.Candidate;
import org.orderbench.demo.DemoOptions;
import org.orderbench.demo.DemoServer;
import org.orderbench.demo.Fault;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooConnector;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.Secret;
import org.orderbench.odoo.WireLimits;

/** The process is killed with SIGKILL at each state of the outbox and between any state and what it does in Odoo; after the restart there is one of everything. */
class KillTest {

    /** The one of an order that is not to be confirmed. */
    private static final String DRAFT = "after together DRAFTED";

    private static final List<String> STOPS = List.of(
            "after bind", "after move SENDING", "after loadHeader", "after loadLines", "after move DOUBTFUL", "after move DRAFTED", "after together CONFIRMING",
            "after confirm", "after move CONFIRMED", "after together CONFIRMED", "after note", "after move NOTED", DRAFT);

    @TempDir
    Path folder;

    @Test
    void killedAtEachStateThereIsOneOrderOneLineAndOneNoteAfterTheRestart() throws Exception {
        try (DemoServer odoo = DemoServer.start(DemoOptions.defaults().products(150).days(30))) {
            Path synced = folder.resolve("synced");
            try (CacheDatabase database = CacheDatabase.open(synced); LiveBench bench = new LiveBench(database, connect(odoo.url()))) {
                bench.sync();
            }
            for (int i = Integer.getInteger("kill.from", 0); i < STOPS.size(); i++) {
                killedAt(STOPS.get(i), i, odoo, synced);
            }
        }
    }

    private void killedAt(String stop, int number, DemoServer odoo, Path synced) throws Exception {
        Path home = folder.resolve("home-" + number);
        Files.createDirectories(home);
        Files.copy(synced.resolve("cache.mv.db"), home.resolve("cache.mv.db"));
        Candidate candidate;
        try (CacheDatabase database = CacheDatabase.open(home); LiveBench bench = new LiveBench(database, connect(odoo.url()))) {
            candidate = bench.shortages.candidates().get(number);
            bench.desk.approve(List.of(bench.shortages.propose(candidate, 0)), !stop.equals(DRAFT), "Ann");
        }
        if (stop.endsWith("DOUBTFUL")) {
            odoo.faults().next("purchase.order.line", "load", new Fault.CutAfterCommit());
        }
        kill(stop, home, odoo.url());
        try (CacheDatabase database = CacheDatabase.open(home); LiveBench bench = new LiveBench(database, connect(odoo.url()))) {
            assertThat(bench.outbox.counts()).as(stop + ": on disk " + bench.journal.newest(0, 9)).containsOnlyKeys(onDisk(stop));
            bench.pusher.push();
            bench.pusher.push();
            assertThat(bench.outbox.counts()).as(stop + " " + bench.outbox.entries()).containsOnlyKeys(OutboxState.NOTED);
            assertThat(bench.journal.verify().whole()).as(stop).isTrue();
        }
        List<Map<String, Object>> lines = odoo.admin().searchRead(
                "purchase.order.line", List.of(List.of("product_id", "=", candidate.sku().productId()), List.of("order_id.origin", "=like", "OB-%")), "order_id");
        assertThat(lines).as(stop).hasSize(1);
        Object order = lines.getFirst().get("order_id");
        assertThat(odoo.admin().searchRead("purchase.order", List.of(List.of("id", "=", order)), "state").getFirst().get("state")).as(stop).isEqualTo(stop.equals(DRAFT) ? "draft" : "purchase");
        assertThat(odoo.admin().count("purchase.order", List.of(List.of("origin", "=like", "OB-%")))).as(stop).isEqualTo(number + 1 - Integer.getInteger("kill.from", 0));
        assertThat(odoo.admin().count(
                        "mail.message", List.of(List.of("model", "=", "purchase.order"), List.of("res_id", "=", order), List.of("message_type", "=", "comment"))))
                .as(stop)
                .isEqualTo(1);
    }

    /** The state that had been committed when the process died. */
    private static OutboxState onDisk(String stop) {
        return switch (stop) {
            case "after bind" -> OutboxState.QUEUED;
            // within what is kept together, nothing of it is there yet
            case "after loadHeader", "after loadLines", "after move DRAFTED" -> OutboxState.SENDING;
            case "after confirm", "after move CONFIRMED" -> OutboxState.CONFIRMING;
            case "after note" -> OutboxState.CONFIRMED;
            default -> OutboxState.valueOf(stop.substring(stop.lastIndexOf(' ') + 1));
        };
    }

    private static void kill(String stop, Path home, String url) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                        "-cp", System.getProperty("java.class.path"), Child.class.getName(), stop, home.toString(), url)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8)); Stream<String> said = out.lines()) {
            boolean there = said.anyMatch(line -> line.equals("AT " + stop));
            child.destroyForcibly();
            child.waitFor();
            assertThat(there).as("the child came to " + stop).isTrue();
        }
    }

    private static OdooSession connect(String url) throws OdooException {
        return new OdooConnector(WireLimits.USUAL, java.time.Clock.systemUTC()).connect(new ConnectionSettings(url, "demo", "buyer"), Secret.of("demo"));
    }

    /** Pushes until it comes to the stop, says so, and waits to be killed. */
    static final class Child {
        public static void main(String[] args) throws Exception {
            Points points = new Points((point, name) -> {
                if (name.equals(args[0])) {
                    System.out.println("AT " + name);
                    System.out.flush();
                    try {
                        Thread.sleep(600_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            });
            CacheDatabase database = CacheDatabase.open(Path.of(args[1]));
            LiveBench bench = new LiveBench(database, connect(args[2]));
            PurchaseGateway gateway = points.around(PurchaseGateway.class, bench.odoo);
            OutboxStore store = points.around(OutboxStore.class, bench.store);
            new Pusher(gateway, store, bench.sender(gateway, store)).push();
            System.out.println("never came there");
            System.exit(1);
        }
    }
}
