package org.orderbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.Wiring;
import org.orderbench.cache.CacheAuthorities;
import org.orderbench.odoo.Authority;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code trust}: a company's own certificate authority. It is trusted only when its fingerprint was given too, which is to be had from IT by another way than the
 * file; there is no switch that trusts everything.
 */
@Command(name = "trust", mixinStandardHelpOptions = true,
        description = "Shows, adds or removes certificate authorities that this profile trusts beside this computer's: your company's own.")
final class TrustCommand extends HomeCommand {

    /** The longest certificate anybody has, and more. */
    private static final int LARGEST = 100_000;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The authority's certificate (PEM or DER). Without it, those that are trusted are listed.")
    @Nullable Path file;

    @Option(names = "--fingerprint", paramLabel = "SHA256", description = "The certificate's SHA-256 fingerprint as IT told you: only with it the certificate is trusted.")
    @Nullable String fingerprint;

    @Option(names = "--remove", paramLabel = "SHA256", description = "Trusts the authority with this fingerprint no longer.")
    @Nullable String remove;

    @Override
    int run(Wiring wiring, Terminal terminal) throws IOException {
        CacheAuthorities authorities = wiring.authorities();
        if (remove != null) {
            if (!authorities.remove(canonical(remove), System.getProperty("user.name", "unknown"))) {
                throw new CommandFailedException("No trusted authority has this fingerprint. 'orderbench trust' lists them.");
            }
            terminal.say("It is trusted no longer.");
        } else if (file != null) {
            add(read(file), authorities, terminal);
        }
        list(authorities.all(), terminal);
        return ExitCode.DONE;
    }

    private static Authority read(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.size(file) > LARGEST) {
            throw new CommandFailedException("There is no certificate at " + file + ". Give the file with your company's certificate authority.");
        }
        try {
            return Authority.parse(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
    }

    private void add(Authority authority, CacheAuthorities authorities, Terminal terminal) {
        terminal.say("Authority:   " + authority.name());
        terminal.say("Valid until: " + authority.validUntil());
        terminal.say("SHA-256:     " + authority.fingerprint());
        if (fingerprint == null) {
            throw new NeedsPersonException("Nothing was changed. Compare the fingerprint with the one that your IT publishes, not with one that came with the file. If they are the same: "
                    + "orderbench trust FILE --fingerprint SHA256.");
        }
        if (!canonical(fingerprint).equals(authority.fingerprint())) {
            throw new CommandFailedException("The fingerprint is another one, so the certificate is not trusted. Do not use this file, and tell IT where it came from.");
        }
        authorities.trust(authority, System.getProperty("user.name", "unknown"));
        terminal.say("From now on this profile trusts servers whose certificate this authority signed.");
    }

    /** With or without colons and blanks, in either case. */
    private static String canonical(String typed) {
        String hex = typed.replaceAll("[:\\s]", "").toUpperCase(Locale.ROOT);
        return hex.replaceAll("(..)(?=.)", "$1:");
    }

    private static void list(List<CacheAuthorities.Trusted> all, Terminal terminal) {
        TextTable table = new TextTable("Trusted authority", "SHA-256", "By", "Since (UTC)");
        all.forEach(each -> table.row(each.authority().name(), each.authority().fingerprint(), each.by(), each.since()));
        terminal.say(table);
        terminal.result(all.stream().map(each -> {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("name", each.authority().name());
            document.put("sha256", each.authority().fingerprint());
            document.put("by", each.by());
            document.put("since", each.since().toString());
            return document;
        }).toList());
    }
}
