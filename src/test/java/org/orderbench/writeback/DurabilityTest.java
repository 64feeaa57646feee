package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.proposal.LineState;

/** What the window showed as saved is on disk, though the process is killed in the middle of approving. */
class DurabilityTest {

    private static final int LINES = 60;

    @TempDir
    Path folder;

    @Test
    void nothingThatWasSavedIsGoneAfterAKill() throws Exception {
        killedAfter(folder, 25, 0);
    }

    @Tag("soak")
    @RepeatedTest(200)
    void norAfterTwoHundredKills(RepetitionInfo round) throws Exception {
        killedAfter(folder, 1 + round.getCurrentRepetition() * 7 % (LINES - 5), 0);
    }

    /** Sessions of minutes, many at once: H2 uses the room of what is obsolete again after 45 seconds. */
    @Tag("soak")
    @Test
    void norAfterAKillInALongSession() throws Exception {
        List<Callable<Boolean>> sessions = new ArrayList<>();
        for (int i = 0; i < Integer.getInteger("durability.sessions", 24); i++) {
            Path own = Files.createDirectory(folder.resolve("session" + i));
            int saved = 20 + i % 30;
            sessions.add(() -> {
                killedAfter(own, saved, 1500 + saved * 20);
                return true;
            });
        }
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (Future<Boolean> session : threads.invokeAll(sessions)) {
                session.get();
            }
        }
    }

    private static void killedAfter(Path folder, int saved, long pause) throws Exception {
        List<Long> lines = new ArrayList<>();
        try (CacheDatabase database = CacheDatabase.open(folder)) {
            Bench bench = new Bench(database, new FakeOdoo());
            for (int i = 0; i < LINES; i++) {
                lines.add(bench.propose(1000 + i, 3, null));
            }
        }
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                        "-cp", System.getProperty("java.class.path"), Approver.class.getName(), folder.toString(), lines.getFirst().toString(), lines.getLast().toString(), Long.toString(pause))
                .redirectErrorStream(true)
                .start();
        List<Long> seen = new ArrayList<>();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("saved ")) {
                    seen.add(Long.valueOf(line.substring(6)));
                    if (seen.size() == saved) {
                        child.toHandle().destroyForcibly();
                    }
                }
            }
        }
        child.waitFor();
        assertThat(seen).hasSizeGreaterThanOrEqualTo(saved);
        try (CacheDatabase database = CacheDatabase.open(folder)) {
            Bench bench = new Bench(database, new FakeOdoo());
            assertThat(bench.journal.verify().whole()).isTrue();
            assertThat(seen).allSatisfy(line -> {
                assertThat(bench.decided(line)).isEqualTo(LineState.APPROVED);
                assertThat(bench.state(line)).isEqualTo(OutboxState.QUEUED);
            });
            for (long line : lines) {
                boolean approved = bench.decided(line) == LineState.APPROVED;
                assertThat(bench.isQueued(line)).as("decision and outbox are saved together").isEqualTo(approved);
            }
        }
    }

    /** Approves one line after the other, and says so when each is saved. */
    static final class Approver {
        public static void main(String[] args) throws InterruptedException {
            Bench bench = new Bench(CacheDatabase.open(Path.of(args[0])), new FakeOdoo());
            for (long line = Long.parseLong(args[1]); line <= Long.parseLong(args[2]); line++) {
                bench.desk.approve(List.of(line), true, "Ann");
                Thread.sleep(Long.parseLong(args[3]));
                System.out.println("saved " + line);
                System.out.flush();
            }
        }
    }
}
