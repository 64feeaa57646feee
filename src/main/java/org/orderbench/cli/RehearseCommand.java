package org.orderbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.orderbench.DemoProfile;
import org.orderbench.handover.OpenWindow;
import org.orderbench.sync.SyncReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What packaging trains the ahead-of-time cache on: reading and planning for the demo company, then the window on it, which turns to each of its screens and closes by itself. Needs
 * no display where {@code -Dglass.platform=Headless} is set. No user calls it.
 */
@Command(name = "rehearse", hidden = true, description = "Reads and plans for the demo company, then opens the window on it and closes it.")
final class RehearseCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions global = new GlobalOptions();

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the profile goes.")
    private Path out = Path.of("rehearsal");

    @Override
    public Integer call() throws Exception {
        Terminal terminal = new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), global.json);
        Files.createDirectories(out);
        OpenWindow.show(out, Optional.empty());
        FileLog.startIn(out.resolve("logs"));
        try (DemoProfile demo = DemoProfile.start(Files.createTempDirectory(out, "demo"))) {
            SyncReport synced = demo.read(new ProgressLines(terminal::progress)::report, () -> Thread.currentThread().isInterrupted());
            terminal.say(SyncCommand.table(synced));
            demo.wiring().plan(done -> {});
            Window.rehearse(demo.windows());
            return ExitCode.DONE;
        }
    }
}
