package org.orderbench.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command takes. */
public final class GlobalOptions {

    @Option(names = "--home", paramLabel = "DIR", description = "Folder for configuration, cache and logs; nothing outside it is touched.")
    @Nullable Path home;

    @Option(names = "--profile", paramLabel = "NAME", description = "One profile for each company you buy for (default: ${DEFAULT-VALUE}).", defaultValue = Home.DEFAULT_PROFILE)
    String profile = Home.DEFAULT_PROFILE;

    @Option(names = "--json", description = "Print one JSON document on standard output; words go to standard error.")
    boolean json;

    Home home() {
        return Home.of(home, profile);
    }
}
