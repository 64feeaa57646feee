package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.LineState;

class ReviewDeskTest {

    private static Bench bench;
    private static int product = 5000;
    private final FakeOdoo odoo = new FakeOdoo();

    @BeforeAll
    static void open() {
        bench = new Bench(CacheDatabase.inMemory("desk-" + UUID.randomUUID()), new FakeOdoo());
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static long line() {
        return bench.propose(++product, 3, null);
    }

    @Test
    void approvingIsUndoneAndDoneAgain() {
        long line = line();
        bench.desk.approve(List.of(line), false, "Ann");
        assertThat(bench.decided(line)).isEqualTo(LineState.APPROVED);
        assertThat(bench.isQueued(line)).isTrue();
        assertThat(bench.desk.undo("Ann").changed()).containsExactly(line);
        assertThat(bench.decided(line)).isEqualTo(LineState.OPEN);
        assertThat(bench.isQueued(line)).isFalse();
        assertThat(bench.desk.redo("Ann").changed()).containsExactly(line);
        assertThat(bench.isQueued(line)).isTrue();
        assertThat(bench.desk.redo("Ann").changed()).isEmpty();
    }

    @Test
    void undoSurvivesARestartOfTheDesk() {
        long line = line();
        bench.desk.approve(List.of(line), false, "Ann");
        Bench again = new Bench(bench.database, odoo);
        assertThat(again.desk.undo("Bob").changed()).containsExactly(line);
    }

    @Test
    void anOrderThatIsBoundAndNotBegunIsDissolvedByUndo() {
        long a = line();
        long b = line();
        bench.desk.approve(List.of(a), false, "Ann");
        bench.desk.approve(List.of(b), false, "Ann");
        bench.store.bind();
        assertThat(bench.desk.undo("Ann").changed()).containsExactly(b);
        assertThat(bench.isQueued(a)).as("the other goes back to the queue").isTrue();
        assertThat(bench.isQueued(b)).isFalse();
    }

    @Test
    void whatIsBeingSentIsNotUndone() {
        long line = line();
        bench.desk.approve(List.of(line), false, "Ann");
        Bench.pusher(odoo, bench.store, Bench.CLOCK).push();
        ReviewDesk.Outcome outcome = bench.desk.undo("Ann");
        assertThat(outcome.changed()).doesNotContain(line);
        assertThat(outcome.refused()).anySatisfy(refusal -> assertThat(refusal.message()).contains("sent"));
        assertThat(bench.decided(line)).isEqualTo(LineState.APPROVED);
    }

    @Test
    void quantitiesMustBeOrderable() {
        long line = line();
        assertThat(refusal(line, 30)).contains("Dozen of 12").contains("24 or 36");
        assertThat(refusal(line, 6)).contains("minimum is 12").contains("12");
        assertThat(refusal(line, 0)).contains("reject");
        assertThat(bench.desk.edit(line, Quantity.of(48), "Ann").changed()).containsExactly(line);
        assertThat(bench.quantity(line)).isEqualTo(Quantity.of(48));
        bench.desk.undo("Ann");
        assertThat(bench.quantity(line)).isEqualTo(Quantity.of(24));
    }

    @Test
    void severalQuantitiesAreOneStepAndOneRefusalHoldsUpNoOther() {
        long a = line();
        long b = line();
        long c = line();
        ReviewDesk.Outcome outcome = bench.desk.edit(Map.of(a, Quantity.of(48), b, Quantity.of(60), c, Quantity.of(30)), "Ann");
        assertThat(outcome.changed()).containsExactly(a, b);
        assertThat(outcome.refused()).extracting(ReviewDesk.Refusal::line).containsExactly(c);
        assertThat(bench.desk.undo("Ann").changed()).containsExactly(a, b);
        assertThat(bench.quantity(a)).isEqualTo(Quantity.of(24));
        assertThat(bench.quantity(b)).isEqualTo(Quantity.of(24));
    }

    private static String refusal(long line, long quantity) {
        return bench.desk.edit(line, Quantity.of(quantity), "Ann").refused().getFirst().message();
    }

    @Test
    void theSameShortageIsNotApprovedTwice() {
        long line = line();
        int same = product;
        bench.desk.approve(List.of(line), false, "Ann");
        long again = bench.propose(same, 4, null);
        ReviewDesk.Outcome outcome = bench.desk.approve(List.of(again, line), true, "Ann");
        assertThat(outcome.changed()).isEmpty();
        assertThat(outcome.refused()).hasSize(2);
        assertThat(bench.decided(again)).isEqualTo(LineState.OPEN);
    }

    @Test
    void snoozingNeedsADayToCome() {
        long line = line();
        assertThat(bench.desk.snooze(List.of(line), LocalDate.of(2026, 11, 23), "later", "Ann").refused()).hasSize(1);
        assertThat(bench.desk.snooze(List.of(line), LocalDate.of(2026, 11, 30), "later", "Ann").changed()).containsExactly(line);
        assertThat(bench.desk.reject(List.of(line), "no", "Ann").refused().getFirst().message()).contains("snoozed");
        assertThat(bench.desk.approve(List.of(987654L), false, "Ann").refused().getFirst().message()).contains("no line 987654");
    }

    @Test
    void everyStepIsInTheJournalAndATouchedEntryIsFound() {
        long line = line();
        bench.desk.approve(List.of(line), false, "Ann");
        assertThat(bench.journal.verify().whole()).isTrue();
        assertThat(bench.journal.newest(0, 1).getFirst().what().actor()).isEqualTo("Ann");
        long seq = bench.journal.newest(0, 1).getFirst().seq();
        bench.database.jdbi().useHandle(handle -> {
            handle.execute("update journal set actor = 'Eve' where seq = ?", seq);
            assertThat(bench.journal.verify().brokenEntry()).isEqualTo(seq);
            handle.execute("update journal set actor = 'Ann' where seq = ?", seq);
            assertThat(bench.journal.verify().whole()).isTrue();
        });
    }
}
