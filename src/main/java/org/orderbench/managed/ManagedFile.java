package org.orderbench.managed;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import net.harawata.appdirs.AppDirsFactory;
import org.jspecify.annotations.Nullable;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.PolicyBounds;
import org.orderbench.update.UpdateSource;

/**
 * Reads the administrators' file, a Java properties file in UTF-8. What isn't understood is an error and not passed over: a mistyped name of a
 * ceiling would otherwise be no ceiling.
 */
public final class ManagedFile {

    private static final Set<String> NAMES = Set.of(
            "odoo.url", "odoo.database", "authority.highest", "ceiling.line", "ceiling.order", "ceiling.vendor-day", "ceiling.sku-day", "ceiling.day",
            "update.check", "update.url", "update.key");

    private final Path file;

    public ManagedFile(Path file) {
        this.file = file;
    }

    /** Where this system keeps such a file. On Linux a fixed place, so that no user's environment can hide it. */
    public static ManagedFile ofThisComputer() {
        boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        Path folder = linux ? Path.of("/etc/orderbench") : Path.of(AppDirsFactory.getInstance().getSiteConfigDir("Orderbench", null, "Orderbench"));
        return new ManagedFile(folder.resolve("managed.properties"));
    }

    /** @throws ManagedFileException if there is a file, and it can't be read or says what isn't understood */
    public ManagedSettings read() {
        if (!Files.exists(file)) {
            return ManagedSettings.NONE;
        }
        Properties said = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            said.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw wrong("It cannot be read (" + e.getMessage() + ").", e);
        }
        Set<String> unknown = new TreeSet<>(said.stringPropertyNames());
        unknown.removeAll(NAMES);
        if (!unknown.isEmpty()) {
            throw wrong("It says \"" + unknown.iterator().next() + "\", which is none of " + new TreeSet<>(NAMES) + ".", null);
        }
        return new ManagedSettings(
                value(said, "odoo.url", ManagedFile::server),
                value(said, "odoo.database", Function.identity()),
                new PolicyBounds(
                        value(said, "authority.highest", ManagedFile::level).orElse(AuthorityLevel.AUTO_CONFIRM),
                        amount(said, "ceiling.line"),
                        amount(said, "ceiling.order"),
                        amount(said, "ceiling.vendor-day"),
                        amount(said, "ceiling.sku-day"),
                        amount(said, "ceiling.day")),
                updates(said));
    }

    private Optional<UpdateSource> updates(Properties said) {
        boolean on = value(said, "update.check", ManagedFile::onOff).orElse(false);
        if (!on) {
            return Optional.empty();
        }
        String address = said.getProperty("update.url", "");
        String key = said.getProperty("update.key", "");
        if (address.isBlank() || key.isBlank()) {
            throw wrong("update.check is on, and needs update.url and update.key beside it.", null);
        }
        try {
            return Optional.of(UpdateSource.of(address, key));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()), e);
        }
    }

    private @Nullable BigDecimal amount(Properties said, String name) {
        return value(said, name, ManagedFile::notNegative).orElse(null);
    }

    private <T> Optional<T> value(Properties said, String name, Function<String, T> parse) {
        String text = said.getProperty(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text.strip()));
        } catch (IllegalArgumentException e) {
            throw wrong(name + " is \"" + text.strip() + "\": " + e.getMessage() + ".", e);
        }
    }

    private static URI server(String text) {
        URI address = URI.create(text);
        if (address.getHost() == null || !Set.of("http", "https").contains(String.valueOf(address.getScheme()))) {
            throw new IllegalArgumentException("give an address such as https://odoo.example.com");
        }
        return address;
    }

    private static AuthorityLevel level(String text) {
        for (AuthorityLevel level : AuthorityLevel.values()) {
            if (level.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return level;
            }
        }
        throw new IllegalArgumentException("give observe, draft, auto-draft or auto-confirm");
    }

    private static BigDecimal notNegative(String text) {
        if (!text.matches("\\d{1,12}(\\.\\d{1,4})?")) {
            throw new IllegalArgumentException("give an amount in the company's currency, such as 250 or 99.50");
        }
        return new BigDecimal(text);
    }

    private static boolean onOff(String text) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("give on or off");
        };
    }

    private ManagedFileException wrong(String what, @Nullable Throwable cause) {
        return new ManagedFileException("Your IT's settings for Orderbench (" + file + ") are not right, and nothing is done without them. " + what + " Ask your IT to mend the file.", cause);
    }
}
