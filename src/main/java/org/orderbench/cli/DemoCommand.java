package org.orderbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderbench.Wiring;
import org.orderbench.demo.DemoOptions;
import org.orderbench.demo.DemoServer;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.Secret;
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.SyncReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code demo}: an embedded Odoo with real demand, signed in and synced, and the workbench on it; without a display the whole loop once by itself. Its
 * cache is a folder of its own that is gone afterwards, like the demo server's data.
 */
@Command(name = "demo", description = "Shows the program at work on an embedded demo Odoo.", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final String SECRET = "demo";

    @Mixin
    private GlobalOptions global = new GlobalOptions();

    @Spec
    private CommandSpec spec;

    @Option(names = "--headless", description = "No window: one whole round, printed, with a picture of each screen.")
    boolean headless;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the pictures go (default: ${DEFAULT-VALUE}).", defaultValue = "orderbench-demo")
    Path out = Path.of("orderbench-demo");

    @Override
    public Integer call() throws Exception {
        Terminal terminal = new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), global.json);
        Path folder = makeFolder(global.home);
        try (DemoServer server = DemoServer.start(DemoOptions.defaults().secret(SECRET));
                Wiring wiring = Wiring.open(folder.resolve("cache"), Clock.systemUTC(), Secret.of(SECRET))) {
            terminal.say("Demo Odoo at " + server.url() + ": 657 real SKUs; vendors, prices and stock are made up.");
            SyncReport synced = connectAndSync(wiring, server, terminal);
            if (headless || !Window.hasDisplay()) {
                return new DemoRound(wiring, terminal, out).run(synced);
            }
            ProposeCommand.propose(wiring);
            Window.open(wiring);
            return ExitCode.DONE;
        } finally {
            delete(folder);
        }
    }

    private static SyncReport connectAndSync(Wiring wiring, DemoServer server, Terminal terminal) throws OdooException {
        try (OdooSession session = wiring.signIn().connect(new ConnectionSettings(server.url(), server.database(), server.login()), Secret.of(SECRET))) {
            return SyncCommand.sync(wiring, session, SyncMode.FULL, terminal);
        }
    }

    private static Path makeFolder(@Nullable Path home) throws IOException {
        if (home == null) {
            return Files.createTempDirectory("orderbench-demo");
        }
        Files.createDirectories(home);
        return Files.createTempDirectory(home, "demo");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
