package org.orderbench.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.orderbench.Wiring;
import org.orderbench.update.Release;
import org.orderbench.update.UpdateCheck;
import org.orderbench.update.UpdateSource;
import org.orderbench.update.UpdateStatus;
import picocli.CommandLine.Command;

/** {@code updates}: whether a newer version is announced. It tells; installing is a person's business. */
@Command(name = "updates", description = "Says whether a newer version is announced, where your IT has set that up. Installs nothing.", mixinStandardHelpOptions = true)
final class UpdatesCommand extends HomeCommand {

    @Override
    int run(Wiring wiring, Terminal terminal) {
        Optional<UpdateSource> source = wiring.managed().updates();
        if (source.isEmpty()) {
            throw new CommandFailedException("No place to ask is set, so nothing was asked. Your IT sets it: update.check, update.url and update.key in managed.properties.");
        }
        UpdateStatus status = new UpdateCheck(source.get(), new Release(Version.number())).ask();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("running", Version.number());
        switch (status) {
            case UpdateStatus.Current current -> terminal.say("This is the newest version: " + Version.number() + ".");
            case UpdateStatus.Newer newer -> {
                terminal.say("Version " + newer.version().text() + " is there" + (newer.summary().isEmpty() ? "." : ": " + newer.summary()) + " See " + newer.page());
                document.put("newer", newer.version().text());
                document.put("page", newer.page().toString());
            }
            case UpdateStatus.Unknown unknown -> throw new CommandFailedException("Whether there is a newer version cannot be told: " + unknown.reason() + ". Try again later, or ask your IT.");
        }
        terminal.result(document);
        return ExitCode.DONE;
    }
}
