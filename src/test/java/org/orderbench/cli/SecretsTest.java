package org.orderbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.demo.DemoOdoo;
import org.orderbench.demo.DemoServer;
import org.orderbench.demo.OdooVersion;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooConnector;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.Secret;
import org.orderbench.odoo.TransportChoice.Kind;
import org.orderbench.odoo.WireLimits;
import org.slf4j.LoggerFactory;

/** A whole round as a program of its own, with every logger at its most talkative: nothing that it wrote holds the secret. */
class SecretsTest {

    /** Looks like an API key, so that JSON-2 is chosen too. */
    private static final String KEY = "5ec2e7a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5";

    private static final String WRONG = "wr0ng-but-secret-all-the-same";

    @TempDir
    Path folder;

    @Test
    void nothingThatARunWroteHoldsTheSecret() throws Exception {
        try (DemoServer server = DemoServer.start(DemoOdoo.small().version(OdooVersion.V19).secret(KEY))) {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Round.class.getName(),
                            folder.resolve("home").toString(), server.url())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("printed.txt").toFile());
            builder.environment().put("ORDERBENCH_SECRET", KEY);
            assertThat(builder.start().waitFor()).as(Files.readString(folder.resolve("printed.txt"))).isZero();
        }
        assertThat(holding("buyer")).as("the search finds what is there").containsKeys("printed.txt", "home/default/cache/cache.mv.db");
        assertThat(Files.readString(folder.resolve("printed.txt"))).contains("Connected to demo", "DEBUG", "WrongSecret", "settled without writing");
        for (String secret : List.of(KEY, WRONG)) {
            assertThat(holding(secret)).as("files with a secret").isEmpty();
        }
    }

    /** Files that hold the text, in any form in which a program is likely to write it. */
    private Map<String, String> holding(String text) throws IOException {
        Map<String, String> forms = Map.of(
                "plain", latin(text, StandardCharsets.UTF_8), "UTF-16", latin(text, StandardCharsets.UTF_16LE),
                "Base64", Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                forms.forEach((form, bytes) -> {
                    if (content.contains(bytes)) {
                        found.put(folder.relativize(file).toString().replace("\\", "/"), form);
                    }
                });
            }
        }
        return found;
    }

    private static String latin(String text, Charset charset) {
        return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    /** Run as another process. */
    static final class Round {

        public static void main(String[] args) {
            LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
            loggers.getLogger("ROOT").setLevel(Level.DEBUG);
            for (String part : List.of("odoo", "sync", "writeback", "cache", "cli", "policy")) {
                loggers.getLogger("org.orderbench." + part).setLevel(Level.TRACE);
            }
            String home = args[0];
            String url = args[1];
            for (Kind kind : Kind.values()) {
                signInWrongly(url, kind);
            }
            run("connect", "--home", home, "--url", url, "--db", "demo", "--login", "buyer");
            run("sync", "--home", home, "--full");
            run("propose", "--home", home);
            run("review", "approve", "--all", "--home", home);
            run("push", "--home", home);
            run("status", "--home", home, "--json");
            run("journal", "--home", home);
            System.exit(0);
        }

        private static void run(String... command) {
            if (OrderbenchCommand.execute(command) == ExitCode.FAILED) {
                System.exit(1);
            }
        }

        private static void signInWrongly(String url, Kind kind) {
            try {
                new OdooConnector(WireLimits.USUAL, Clock.systemUTC()).connect(new ConnectionSettings(url, "demo", "buyer", kind), Secret.of(WRONG));
            } catch (OdooException e) {
                LoggerFactory.getLogger("org.orderbench.odoo").error("Signing in wrongly ended as {}", e.failure().getClass().getSimpleName(), e);
            }
        }
    }
}
