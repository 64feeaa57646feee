package org.orderbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.CacheOutbox;
import org.orderbench.cache.CacheReviewDesk;
import org.orderbench.cache.MirrorJdbcStore;
import org.orderbench.cache.Shortages;
import org.orderbench.cache.Shortages.Candidate;
import org.orderbench.cache.TestJudge;
import org.orderbench.demo.DemoOptions;
import org.orderbench.demo.DemoServer;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooConnector;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooPurchasing;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.Secret;
import org.orderbench.odoo.WireLimits;
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.Synchronizer;
import org.orderbench.writeback.NoteWriter;
import org.orderbench.writeback.PushReport;
import org.orderbench.writeback.Pusher;
import org.orderbench.writeback.Sender;
import org.orderbench.writeback.Tolerances;

/**
 * What exactly-once costs: up to 500 approved lines, one confirmed order a vendor with its note, pushed from a cache on disk, against the bare calls
 * that any client would make for them one after the other ({@code load}, {@code button_confirm}, {@code message_post}) against a server just like it.
 * {@code ORDERBENCH_ODOO_URL}, {@code _DB}, {@code _LOGIN} and {@code _SECRET} name a real server instead; give it a database to throw away.
 */
public final class PushBench {

    private static final int LINES = Integer.getInteger("push.lines", 500);

    /** Orders under way at a time, as the program has it. */
    private static final int AT_ONCE = Integer.getInteger("push.atonce", 4);

    private PushBench() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Measured measured = round(round % 2 == 0);
            ratios.add((double) measured.push().toNanos() / measured.bare().toNanos());
            System.out.printf("%d lines on %d orders: push %d ms, bare calls %d ms, ratio %.2f%n",
                    measured.lines(), measured.orders(), measured.push().toMillis(), measured.bare().toMillis(), ratios.getLast());
        }
        System.out.printf("median ratio %.2f (bar 1.20)%n", ratios.stream().sorted().toList().get(rounds / 2));
    }

    private record Measured(int lines, int orders, Duration push, Duration bare) {}

    private static Measured round(boolean pushFirst) throws Exception {
        if (System.getenv("ORDERBENCH_ODOO_URL") != null) {
            return round(new ConnectionSettings(named("URL"), named("DB"), named("LOGIN")), named("SECRET"), pushFirst);
        }
        try (DemoServer server = DemoServer.start(DemoOptions.defaults().days(40))) {
            return round(new ConnectionSettings(server.url(), server.database(), server.login()), "demo", pushFirst);
        }
    }

    private static String named(String what) {
        return Objects.requireNonNull(System.getenv("ORDERBENCH_ODOO_" + what), () -> "Set ORDERBENCH_ODOO_" + what + ".");
    }

    private static Measured round(ConnectionSettings settings, String secret, boolean pushFirst) throws Exception {
        Path folder = Files.createTempDirectory("push-bench");
        try (OdooSession session = new OdooConnector(WireLimits.USUAL, Clock.systemUTC()).connect(settings, Secret.of(secret));
                CacheDatabase database = CacheDatabase.open(folder)) {
            Clock clock = Clock.systemUTC();
            new Synchronizer(session, Capabilities.ask(session), new MirrorJdbcStore(database), clock).run(SyncMode.FULL, progress -> {}, () -> false);
            Shortages shortages = new Shortages(database, clock);
            List<Candidate> all = shortages.candidates();
            // one half is pushed and the other sent bare, so that neither meets the other's lines
            List<Candidate> pushed = half(all, 0);
            List<Candidate> sent = half(all, 1);
            new CacheReviewDesk(database, clock, new TestJudge(database, clock)).approve(pushed.stream().map(candidate -> shortages.propose(candidate, 0)).toList(), true, "bench");
            TimedSession timed = new TimedSession(session);
            Duration first = pushFirst ? push(database, timed, clock) : bare(session, sent);
            Duration second = pushFirst ? bare(session, sent) : push(database, timed, clock);
            System.out.print(timed.told());
            return new Measured(
                    pushed.size(), (int) pushed.stream().map(c -> c.vendor() + c.currency()).distinct().count(), pushFirst ? first : second, pushFirst ? second : first);
        } finally {
            delete(folder);
        }
    }

    private static List<Candidate> half(List<Candidate> all, int which) {
        List<Candidate> half = new ArrayList<>();
        for (int i = which; i + 1 - which < all.size() && half.size() < LINES; i += 2) {
            half.add(all.get(i));
        }
        return half;
    }

    private static Duration push(CacheDatabase database, OdooSession session, Clock clock) throws OdooException {
        OdooPurchasing odoo = new OdooPurchasing(session, Capabilities.ask(session), clock);
        CacheOutbox store = new CacheOutbox(database, clock);
        Sender sender = new Sender(odoo, store, Tolerances.DEFAULT, new NoteWriter(ZoneOffset.UTC, "bench"), session.uid(), clock, pause -> {});
        long start = System.nanoTime();
        PushReport report = new Pusher(odoo, store, sender, order -> null, AT_ONCE).push();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (report.waiting() + report.person() > 0) {
            throw new IllegalStateException(report.toString());
        }
        return took;
    }

    /** As any client would: one load an order, with its lines; confirm; a note. */
    private static Duration bare(OdooSession session, List<Candidate> candidates) throws OdooException {
        Map<String, List<Candidate>> orders = new LinkedHashMap<>();
        candidates.forEach(candidate -> orders.computeIfAbsent(candidate.vendor() + candidate.currency(), key -> new ArrayList<>()).add(candidate));
        List<String> columns = List.of("partner_id/.id", "origin", "order_line/product_id/.id", "order_line/product_qty", "order_line/price_unit");
        long start = System.nanoTime();
        for (List<Candidate> order : orders.values()) {
            List<List<String>> rows = new ArrayList<>();
            for (Candidate candidate : order) {
                boolean head = rows.isEmpty();
                rows.add(List.of(
                        head ? Integer.toString(candidate.vendor()) : "", head ? "bench" : "", Integer.toString(candidate.sku().productId()),
                        candidate.minimum().max(candidate.step()).toPlainString(), candidate.price().toPlainString()));
            }
            Object answer = session.call("purchase.order", "load", List.of(columns, rows), Map.of("context", Map.of("tz", "UTC")));
            if (!(answer instanceof Map<?, ?> said && said.get("ids") instanceof List<?> ids && !ids.isEmpty())) {
                throw new IllegalStateException(String.valueOf(answer));
            }
            session.call("purchase.order", "button_confirm", List.of(List.of(ids.getFirst())), Map.of());
            session.call(
                    "purchase.order", "message_post", List.of(List.of(ids.getFirst())),
                    Map.of("body", "<p>Why</p>", "body_is_html", true, "message_type", "comment", "subtype_xmlid", "mail.mt_note"));
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
