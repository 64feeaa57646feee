package org.orderbench.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orderbench.handover.BadLinkException;
import org.orderbench.handover.Link;
import org.orderbench.handover.LinkFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code open}: what the system calls for an {@code orderbench:} link or a {@code .orderbench} file. The workbench that is open shows it, else one is
 * opened on it.
 */
@Command(
        name = "open",
        description = "Opens the workbench, or brings the open one to the front, and shows what a link names. A link only shows; it changes nothing.",
        mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions global = new GlobalOptions();

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "LINK", description = "orderbench:sku/REFERENCE, orderbench:order/NAME, orderbench:screen/SCREEN, or a .orderbench file with such a link in it.")
    private @Nullable String link;

    @Override
    public Integer call() {
        Window.openOrRaise(global, new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), global.json), read(link));
        return ExitCode.DONE;
    }

    static Optional<Link> read(@Nullable String argument) {
        if (argument == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LinkFile.named(argument) ? LinkFile.read(path(argument)) : Link.parse(argument));
        } catch (BadLinkException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailedException("The file " + argument + " cannot be read (" + e.getMessage() + "). Open it from a folder that you may read.");
        }
    }

    /** File managers give a path or a {@code file:} address. */
    private static Path path(String argument) {
        return argument.startsWith("file:") ? Path.of(URI.create(argument)) : Path.of(argument);
    }
}
