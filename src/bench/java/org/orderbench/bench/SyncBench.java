package org.orderbench.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.MirrorJdbcStore;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.ConnectedSession;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooConnector;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.Secret;
import org.orderbench.odoo.WireLimits;
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.SyncReport;
import org.orderbench.sync.SyncSettings;
import org.orderbench.sync.Synchronizer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures full and incremental syncs. The figures are printed as they come, and once more as a table to paste. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures how fast a sync is, against the server that ORDERBENCH_ODOO_URL, _DB, _LOGIN and _SECRET name, else a demo server.")
final class SyncBench implements java.util.concurrent.Callable<Integer> {

    @Option(names = "--products", defaultValue = "5000", description = "The demo server's products.")
    int products;

    @Option(names = "--days", defaultValue = "730", description = "The demo server's days of demand.")
    int days;

    @Option(names = "--odoo", defaultValue = "18", description = "The demo server's version.")
    int version;

    @Option(names = "--history", defaultValue = "730", description = "How many days of done moves are read.")
    int history;

    @Option(names = "--rounds", defaultValue = "3", description = "How often; the first round warms up both sides and is shown apart.")
    int rounds;

    @Option(names = "--between", description = "A command to run before the incremental sync, which changes something in a server that is not the demo's; it is run by the shell.")
    String between = "";

    private final Memory memory = new Memory();
    private double cpu;
    private long ended;

    public static void main(String[] args) {
        System.exit(new CommandLine(new SyncBench()).execute(args));
    }

    @Override
    public Integer call() throws IOException, OdooException, InterruptedException {
        try (Server server = Server.isNamed() ? Server.named() : Server.demo(version, products, days);
                ConnectedSession session = new OdooConnector(WireLimits.USUAL, Clock.systemUTC())
                        .connect(new ConnectionSettings(server.url(), server.database(), server.login()), Secret.of(server.secret()))) {
            say("Odoo %s over %s, heap limit %d MB", session.server().version(), session.transport().kind().title(), Memory.limit());
            RecordingSession recording = new RecordingSession(session);
            Capabilities capabilities = Capabilities.ask(session);
            BareClient bare = new BareClient(server, session.transport().kind(), session.uid());
            for (int round = 1; round <= rounds; round++) {
                round(round, server, recording, capabilities, bare);
            }
            return 0;
        }
    }

    private void round(int round, Server server, RecordingSession session, Capabilities capabilities, BareClient bare)
            throws IOException, OdooException, InterruptedException {
        Path folder = Files.createTempDirectory("orderbench-bench");
        try (CacheDatabase cache = CacheDatabase.open(folder)) {
            Synchronizer sync = new Synchronizer(session, capabilities, new MirrorJdbcStore(cache), settings(), Clock.systemUTC(), Thread::sleep);
            double full = run(sync, SyncMode.FULL, session);
            double fullCpu = cpu;
            double landing = sinceLastAnswer(session);
            List<Ask> asks = session.asks();
            long rows = asks.stream().mapToLong(Ask::rows).sum();
            say("round %d: full %.1f s (CPU %.1f s) for %d rows (%.0f rows/s), %.1f s of it after the last answer, heap %d MB at most, %d MB alive", round, full, fullCpu, rows, rows / full, landing, memory.peak(), memory.live());
            if (round == 1) {
                models(asks);
            }
            double before = cpuSeconds();
            double fetched = bare.fetch(asks);
            say("round %d: bare client %.1f s (CPU %.1f s); ratio %.2f", round, fetched, cpuSeconds() - before, full / fetched);
            if (server.isDemo()) {
                say("round %d: changed %s", round, server.changeOnePercent());
            }
            if (!between.isEmpty() && new ProcessBuilder("sh", "-c", between).inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("The command between the syncs failed");
            }
            double incremental = run(sync, SyncMode.INCREMENTAL, session);
            say("round %d: incremental %.2f s (CPU %.1f s, %.2f s after the last answer), %.1f %% of the full one%s", round, incremental, cpu, sinceLastAnswer(session), 100 * incremental / full, server.isDemo() || !between.isEmpty() ? "" : " (what changed meanwhile, no more)");
            if (round == 1) {
                models(session.asks());
            }
        } finally {
            delete(folder);
        }
    }

    private double run(Synchronizer sync, SyncMode mode, RecordingSession session) throws OdooException {
        session.forget();
        memory.reset();
        double before = cpuSeconds();
        long started = System.nanoTime();
        SyncReport report = sync.run(mode, progress -> {}, () -> false);
        ended = System.nanoTime();
        double seconds = (ended - started) / 1e9;
        cpu = cpuSeconds() - before;
        if (report.outcome() != SyncReport.Outcome.DONE) {
            throw new IllegalStateException("The sync ended as " + report.outcome());
        }
        return seconds;
    }

    private SyncSettings settings() {
        SyncSettings usual = SyncSettings.USUAL;
        return new SyncSettings(history, usual.pageRows(), usual.requestsAtOnce(), usual.overlap(), usual.resumeWithin());
    }

    /** How long the last sync worked on alone when all was fetched. */
    private double sinceLastAnswer(RecordingSession session) {
        return (ended - session.asks().stream().mapToLong(ask -> ask.startedAt() + ask.nanos()).max().orElse(ended)) / 1e9;
    }

    /** Of this process, all threads: wall time beside it tells how busy the machine was. */
    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** By model: rows, from the first request to the last answer, and how long was waited for answers. */
    private static void models(List<Ask> asks) {
        Map<String, List<Ask>> byModel = new TreeMap<>();
        asks.forEach(ask -> byModel.computeIfAbsent(ask.model(), model -> new java.util.ArrayList<>()).add(ask));
        say("%-28s %10s %9s %9s %10s", "model", "rows", "calls", "waited s", "rows/s");
        byModel.forEach((model, its) -> {
            long rows = its.stream().mapToLong(Ask::rows).sum();
            double waited = its.stream().mapToLong(Ask::nanos).sum() / 1e9;
            double span = (its.stream().mapToLong(ask -> ask.startedAt() + ask.nanos()).max().orElse(0) - its.stream().mapToLong(Ask::startedAt).min().orElse(0)) / 1e9;
            say("%-28s %10d %9d %9.2f %10.0f", model, rows, its.size(), waited, rows / Math.max(span, 1e-3));
        });
    }

    private static void say(String words, Object... values) {
        System.out.println(String.format(Locale.ROOT, words, values));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
