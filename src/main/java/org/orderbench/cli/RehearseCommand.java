package org.orderbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.orderbench.DemoProfile;
import org.orderbench.sync.SyncReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What packaging trains the ahead-of-time cache on: one whole demo round with its pictures, then the window, opened on the demo company and closed by itself. Needs
 * no display where {@code -Dglass.platform=Headless} is set. No user calls it.
 */
@Command(name = "rehearse", hidden = true, description = "Does one whole demo round, then opens and closes the window on it.")
final class RehearseCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions global = new GlobalOptions();

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the home and the pictures go.")
    private Path out = Path.of("rehearsal");

    @Override
    public Integer call() throws Exception {
        Terminal terminal = new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), global.json);
        Files.createDirectories(out);
        try (DemoProfile demo = DemoProfile.start(Files.createTempDirectory(out, "demo"))) {
            SyncReport synced = demo.read(new ProgressLines(terminal::progress)::report, () -> Thread.currentThread().isInterrupted());
            int code = new DemoRound(demo.wiring(), terminal, out).run(synced);
            Window.rehearse(demo.windows());
            return code;
        }
    }
}
