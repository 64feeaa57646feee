package org.orderbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orderbench.DemoProfile;
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
        try (DemoProfile demo = DemoProfile.start(folder)) {
            terminal.say("Demo Odoo at " + demo.url() + ": 657 real SKUs; vendors, prices and stock are made up.");
            SyncReport synced = demo.read(new ProgressLines(terminal::progress)::report, () -> Thread.currentThread().isInterrupted());
            if (headless || !Window.hasDisplay()) {
                return new DemoRound(demo.wiring(), terminal, out).run(synced);
            }
            demo.wiring().plan(done -> {});
            Window.open(demo.windows());
            return ExitCode.DONE;
        }
    }

    private static Path makeFolder(@Nullable Path home) throws IOException {
        if (home == null) {
            return Files.createTempDirectory("orderbench-demo");
        }
        Files.createDirectories(home);
        return Files.createTempDirectory(home, "demo");
    }
}
