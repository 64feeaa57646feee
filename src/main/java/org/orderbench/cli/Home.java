package org.orderbench.cli;

import java.nio.file.Path;
import net.harawata.appdirs.AppDirsFactory;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one profile: cache and logs, and nothing of the program lies outside it.
 *
 * @param folder  the profile's own folder
 * @param profile its name
 */
public record Home(Path folder, String profile) {

    public static final String DEFAULT_PROFILE = "default";

    /**
     * @param chosen what {@code --home} names, or null for the system's usual place for a user's programs
     * @throws IllegalArgumentException if the profile's name is not plain: it becomes a folder
     */
    public static Home of(@Nullable Path chosen, String profile) {
        if (!isPlain(profile)) {
            throw new IllegalArgumentException("A profile's name is letters, digits, dots, dashes and underscores (at most 64), such as \"acme-uk\".");
        }
        Path base = chosen != null ? chosen : Path.of(AppDirsFactory.getInstance().getUserDataDir("Orderbench", null, "Orderbench"));
        return new Home(base.toAbsolutePath().resolve(profile), profile);
    }

    static boolean isPlain(String profile) {
        return profile.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    }

    public Path cache() {
        return folder.resolve("cache");
    }

    public Path logs() {
        return folder.resolve("logs");
    }
}
