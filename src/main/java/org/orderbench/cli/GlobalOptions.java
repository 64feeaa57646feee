package org.orderbench.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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

    /**
     * The same command line with these options after the command where they stood before it: there they would be the program's own, and the command would work
     * in the default home, silently.
     */
    static String[] last(String... args) {
        int command = 0;
        while (command < args.length && args[command].startsWith("--")) {
            boolean takesNext = args[command].equals("--home") || args[command].equals("--profile");
            boolean known = takesNext || args[command].equals("--json") || args[command].startsWith("--home=") || args[command].startsWith("--profile=");
            if (!known) {
                return args;
            }
            command += takesNext ? 2 : 1;
        }
        if (command == 0 || command >= args.length || List.of(args).contains("--")) {
            return args;
        }
        return Stream.concat(Arrays.stream(args, command, args.length), Arrays.stream(args, 0, command)).toArray(String[]::new);
    }
}
