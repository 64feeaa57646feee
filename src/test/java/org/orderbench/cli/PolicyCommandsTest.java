package org.orderbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.Wiring;
import org.orderbench.policy.BrakeState;

/** The policy and the brakes on the command line, of a profile that is not connected: nothing is released or raised by mistake. */
class PolicyCommandsTest {

    @TempDir
    Path home;

    private String said = "";

    private int run(String... arguments) {
        StringWriter out = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        int code = OrderbenchCommand.execute(new PrintWriter(out, true), new PrintWriter(out, true), all.toArray(String[]::new));
        said = out.toString();
        return code;
    }

    @Test
    void showsExportsAndTries() throws Exception {
        assertThat(run("policy")).isEqualTo(ExitCode.DONE);
        assertThat(said).contains("Policy version 1").contains("everything").contains("DRAFT");
        Path file = home.resolve("policy.json");
        assertThat(run("policy", "export", file.toString())).isEqualTo(ExitCode.DONE);
        String json = Files.readString(file);
        assertThat(json).contains("\"slices\"").doesNotContain("\"version\"");
        Files.writeString(file, json.replaceFirst("250", "333"));
        assertThat(run("policy", "import", file.toString(), "--try")).isEqualTo(ExitCode.DONE);
        assertThat(said).contains("250 → 333").contains("would have");
        Files.writeString(file, json.replaceFirst("\"slices\"", "\"slizes\""));
        assertThat(run("policy", "import", file.toString(), "--try")).isEqualTo(ExitCode.FAILED);
        assertThat(said).contains("is no policy").contains("'slices'");
    }

    @Test
    void whoseRightsCannotBeReadChangesNothing() throws Exception {
        assertThat(run("policy", "level", "everything", "AUTO_CONFIRM", "--reason", "trust me")).isEqualTo(ExitCode.NEEDS_A_PERSON);
        assertThat(said).contains("could not be read");
        Path file = home.resolve("policy.json");
        run("policy", "export", file.toString());
        assertThat(run("policy", "import", file.toString())).as("without a reason").isEqualTo(ExitCode.FAILED);
        assertThat(run("policy", "import", file.toString(), "--reason", "r")).isEqualTo(ExitCode.NEEDS_A_PERSON);
        assertThat(run("policy")).isEqualTo(ExitCode.DONE);
        assertThat(said).contains("Policy version 1");
    }

    @Test
    void theBrakeIsPulledByAnybodyAndReleasedByWhoMay() {
        assertThat(run("brake")).as("what cannot be read counts as pulled").isEqualTo(ExitCode.NEEDS_A_PERSON);
        assertThat(run("brake", "pull", "--reason", "stock count")).isEqualTo(ExitCode.DONE);
        assertThat(run("brake", "release")).as("without a reason").isEqualTo(ExitCode.FAILED);
        assertThat(run("brake", "release", "--reason", "counted")).isEqualTo(ExitCode.NEEDS_A_PERSON);
        try (Wiring wiring = Wiring.open(home.resolve("default").resolve("cache"))) {
            assertThat(wiring.policy().brake()).isInstanceOf(BrakeState.Braked.class);
        }
    }

    @Test
    void aRoundDoesNotStartWhileAnotherProcessHoldsTheProfile() throws Exception {
        assertThat(run("policy")).isEqualTo(ExitCode.DONE);
        Path file = home.resolve("default").resolve("cache").resolve("cache.mv.db");
        // As another process would hold it; this one's own sessions share the database.
        try (FileChannel held = FileChannel.open(file, StandardOpenOption.WRITE); FileLock lock = held.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(run("run", "--patience", "0")).isEqualTo(ExitCode.FAILED);
            assertThat(said).contains("in use by another Orderbench");
        }
        assertThat(run("run")).isEqualTo(ExitCode.FAILED);
        assertThat(said).as("the lock is gone").contains("not connected");
    }

    @Test
    void theScheduleIsShownWithoutBeingTouched() {
        assertThat(run("schedule", "--show", "--at", "05:45", "--weekdays")).isEqualTo(ExitCode.DONE);
        assertThat(said).contains("run").contains("--notify").contains("05").contains("45").contains(home.toString());
    }
}
