package org.orderbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.HandClock;

/** A round that is asked for has one runner at most, and none once nobody waits for it. */
class RoundHandoverTest {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-25T06:30:00Z"));

    private RoundHandover side() {
        return new RoundHandover(folder, clock);
    }

    private List<Path> left() throws Exception {
        try (var files = Files.list(folder.resolve("handover"))) {
            return files.toList();
        }
    }

    @Test
    void theWindowTakesTheQuestionAndItsAnswerIsHeard() throws Exception {
        assertThat(side().isAsked()).isFalse();
        assertThat(side().take()).isEmpty();
        try (RoundHandover.Asked asked = side().ask(true, PATIENCE)) {
            assertThat(side().isAsked()).isTrue();
            assertThat(asked.answer()).isEmpty();
            RoundHandover.Taken taken = side().take().orElseThrow();
            assertThat(taken.dry()).isTrue();
            assertThat(asked.isTaken()).isTrue();
            assertThat(asked.withdraw()).as("too late").isFalse();
            taken.answer(new Round.Report(3, List.of("Read 5 rows.", "Vendor \"Łódź\" <b>"), "One waits.", Map.of("dryRun", true), 0, 0));
            RoundHandover.Answer answer = asked.answer().orElseThrow();
            assertThat(answer.exitCode()).isEqualTo(3);
            assertThat(answer.summary()).containsExactly("Read 5 rows.", "Vendor \"Łódź\" <b>");
            assertThat(answer.notice()).isEqualTo("One waits.");
            assertThat(answer.document()).isEqualTo(Map.of("dryRun", true));
            assertThat(answer.failed()).isNull();
        }
        assertThat(left()).as("nothing is left behind").isEmpty();
    }

    @Test
    void aFailureIsHeardInItsWords() throws Exception {
        try (RoundHandover.Asked asked = side().ask(false, PATIENCE)) {
            side().take().orElseThrow().failed("Odoo does not answer.");
            assertThat(asked.answer().orElseThrow().failed()).isEqualTo("Odoo does not answer.");
            assertThat(asked.answer().orElseThrow().exitCode()).isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void whatWasTakenBackOrHasRunOutStartsNoRound() throws Exception {
        RoundHandover.Asked asked = side().ask(false, PATIENCE);
        assertThat(asked.withdraw()).isTrue();
        assertThat(side().take()).isEmpty();
        side().ask(false, PATIENCE);
        clock.forward(PATIENCE);
        assertThat(side().take()).as("its command was killed, and the window came later").isEmpty();
        assertThat(side().isAsked()).as("and it is gone").isFalse();
        Files.writeString(folder.resolve("handover").resolve("round-x.asked"), "{\"dry\":");
        assertThat(side().take()).as("garbage").isEmpty();
        assertThat(left()).isEmpty();
    }

    @Test
    void ofManyTakersOneHasIt() throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 50; i++) {
                RoundHandover.Asked asked = side().ask(false, PATIENCE);
                List<Callable<Boolean>> takers = new ArrayList<>();
                for (int j = 0; j < 7; j++) {
                    takers.add(() -> side().take().isPresent());
                }
                takers.add(asked::withdraw);
                int had = 0;
                for (Future<Boolean> taker : many.invokeAll(takers)) {
                    had += taker.get() ? 1 : 0;
                }
                assertThat(had).isEqualTo(1);
                asked.close();
            }
        }
    }

    @Test
    void whatNobodyCameBackForIsTidiedAway() throws Exception {
        RoundHandover.Asked lost = side().ask(false, PATIENCE);
        side().take().orElseThrow().failed("x");
        assertThat(lost.answer()).isNotEqualTo(Optional.empty());
        clock.to(Instant.now().plus(Duration.ofDays(2)));
        RoundHandover.Asked next = side().ask(false, PATIENCE);
        assertThat(left()).as("only the new question").hasSize(1);
        next.close();
    }
}
