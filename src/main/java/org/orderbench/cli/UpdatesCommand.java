package org.orderbench.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.Wiring;
import org.orderbench.update.Release;
import org.orderbench.update.UpdateCheck;
import org.orderbench.update.UpdateSource;
import org.orderbench.update.UpdateStatus;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code updates}: whether a newer version is announced. It tells; installing is a person's business. */
@Command(name = "updates", description = "Says whether a newer version is announced, where your IT has set that up. Installs nothing.", mixinStandardHelpOptions = true)
final class UpdatesCommand extends HomeCommand {

    @ArgGroup(exclusive = true)
    private @Nullable Setting setting;

    /** Either of the two. */
    static final class Setting {

        @ArgGroup(exclusive = false)
        @Nullable Place place;

        @Option(names = "--off", description = "Ask nowhere any more.")
        boolean off;
    }

    /** Where to ask, both or neither. */
    static final class Place {

        @Option(names = "--from", paramLabel = "URL", required = true, description = "From now on ask at this address, also when the workbench is opened.")
        String address = "";

        @Option(names = "--key", paramLabel = "KEY", required = true, description = "The publisher's Ed25519 public key (X.509, Base64): nothing else is believed.")
        String key = "";
    }

    @Override
    int run(Wiring wiring, Terminal terminal) {
        if (setting != null) {
            keep(wiring, setting);
            if (setting.off) {
                terminal.say("Newer versions are no longer asked for.");
                return ExitCode.DONE;
            }
        }
        Optional<UpdateSource> source = source(wiring);
        if (source.isEmpty()) {
            throw new CommandFailedException("No place to ask is set, so nothing was asked. Set it with --from and --key; where your IT manages this computer, "
                    + "they do, with update.check, update.url and update.key in managed.properties.");
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

    private static void keep(Wiring wiring, Setting setting) {
        if (wiring.managed().isManaged()) {
            throw new CommandFailedException("Your IT settles for this computer whether newer versions are asked for (managed.properties). Ask them.");
        }
        try {
            Place place = setting.place;
            if (place == null) {
                wiring.updates().askNowhere();
            } else {
                wiring.updates().ask(place.address, place.key);
            }
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<UpdateSource> source(Wiring wiring) {
        try {
            return wiring.updates().source();
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(e.getMessage() + " Set it anew with --from and --key.");
        }
    }
}
