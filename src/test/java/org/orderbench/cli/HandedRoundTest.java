package org.orderbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.Wiring;
import org.orderbench.demo.DemoOdoo;
import org.orderbench.desktop.common.Progress;
import org.orderbench.desktop.common.RoundScheduler;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.Secret;
import org.orderbench.proposal.LineState;

/** A scheduled {@code run} in a process of its own beside a window that has the profile open all day. */
class HandedRoundTest {

    private static final int SECONDS = 300;

    private static final Progress QUIET = new Progress() {
        @Override
        public void at(String step, double fraction) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    @RegisterExtension
    final DemoOdoo odoo = new DemoOdoo();

    @TempDir
    Path home;

    private Path said;

    @BeforeEach
    void connect() throws Exception {
        said = home.resolve("said.txt");
        try (Wiring wiring = open()) {
            wiring.signIn().connect(new ConnectionSettings(odoo.server().url(), "demo", "buyer"), Secret.of("demo")).close();
        }
    }

    private Wiring open() {
        return Wiring.open(home.resolve("default").resolve("cache"), Clock.systemUTC(), Secret.of("demo"));
    }

    private Process run(String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "org.orderbench.Main", "run",
                "--home", home.toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("ORDERBENCH_SECRET", "demo");
        return builder.start();
    }

    private String said() throws Exception {
        return Files.readString(said, StandardCharsets.UTF_8);
    }

    private int exit(Process process) throws Exception {
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as(said()).isTrue();
        return process.exitValue();
    }

    private static void until(RoundScheduler rounds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!rounds.waits()) {
            assertThat(System.nanoTime()).as("the command asks the window").isLessThan(end);
            Thread.sleep(50);
        }
    }

    @Test
    void theOpenWindowRunsItAndTheCommandTellsWhatCameOfIt() throws Exception {
        try (Wiring window = open()) {
            WorkbenchServices services = window.windows().services(Locale.UK);
            services.sync().run(QUIET);
            services.plan().run(QUIET);
            long line = window.proposals().current().getFirst().lines().stream().filter(l -> l.state() == LineState.OPEN).findFirst().orElseThrow().id();
            services.desk().approve(List.of(line), false, "Ann");
            RoundScheduler rounds = services.rounds();
            assertThat(rounds.waits()).isFalse();

            Process scheduled = run("--json");
            until(rounds);
            assertThat(rounds.round().run(QUIET)).startsWith("The scheduled round is done");
            assertThat(exit(scheduled)).as(said()).isEqualTo(ExitCode.DONE);
            assertThat(said()).contains("ran the round").contains("SKUs looked at").contains("Policy version 1").contains("\"written\" : 1");
            assertThat(odoo.server().admin().count("purchase.order", List.of(List.of("origin", "=like", "OB-%")))).as("what a person approved is sent, once").isEqualTo(1);
            assertThat(rounds.waits()).isFalse();
            assertThat(rounds.round().run(QUIET)).as("nobody waits any more").isEmpty();
        }
    }

    @Test
    void aWindowThatIsClosedFirstLeavesTheRoundToTheCommand() throws Exception {
        Process scheduled;
        try (Wiring window = open()) {
            RoundScheduler rounds = window.windows().services(Locale.UK).rounds();
            scheduled = run();
            until(rounds);
        }
        assertThat(exit(scheduled)).as(said()).isEqualTo(ExitCode.DONE);
        assertThat(said()).contains("has this profile open").contains("SKUs looked at").doesNotContain("ran the round");
        try (Wiring after = open()) {
            assertThat(after.proposals().current()).isNotEmpty();
        }
    }
}
