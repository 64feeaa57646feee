package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.CacheOutbox;
import org.orderbench.proposal.LineState;

/**
 * Every crash there is, in a small scope: a process that dies between any two steps, dies again at any step of its restart, and a second client or
 * a person in Odoo acting at any point. No path leads to a double, to a lost decision, or to a state that does not tell the truth.
 */
class CrashAnywhereTest {

    private static Bench bench;
    private static Bench other;
    private static int product = 100;

    @BeforeAll
    static void open() {
        bench = new Bench(CacheDatabase.inMemory("crash-" + UUID.randomUUID()), new FakeOdoo());
        other = new Bench(CacheDatabase.inMemory("crash-other-" + UUID.randomUUID()), new FakeOdoo());
    }

    @AfterAll
    static void close() {
        bench.close();
        other.close();
    }

    /** One approved line of a product of its own, in an Odoo of its own. */
    private static final class Case {
        final FakeOdoo odoo = new FakeOdoo();
        final int sku = ++product;
        final boolean confirm;
        final long line;

        Case(boolean confirm) {
            this.confirm = confirm;
            // each case has an Odoo of its own: there is nothing of the earlier ones in it
            List.of(bench, other).forEach(b -> b.database.jdbi().useHandle(handle -> {
                handle.execute("delete from outbox_line");
                handle.execute("delete from outbox_order");
            }));
            this.line = bench.propose(sku, 3, null);
            bench.desk.approve(List.of(line), confirm, "Ann");
        }

        /** @return the points that were passed */
        Points push(Points points) {
            return push(bench, points);
        }

        Points push(Bench who, Points points) {
            Pusher pusher = Bench.pusher(points.around(PurchaseGateway.class, odoo), points.around(OutboxStore.class, new CacheOutbox(who.database, Bench.CLOCK)), Bench.CLOCK);
            try {
                pusher.push();
            } catch (Points.Crash crash) {
                // the process is gone; what is on disk and in Odoo stays
            }
            return points;
        }

        void finish() {
            push(Points.crashAt(0));
            push(Points.crashAt(0));
        }

        void isThereOnce(String how) {
            assertThat(odoo.lines()).as(how).hasSize(1);
            assertThat(odoo.orders()).as(how).hasSize(1);
            assertThat(odoo.orders().getFirst().notes).as(how).hasSize(1);
            assertThat(odoo.orders().getFirst().state).as(how).isEqualTo(confirm ? "purchase" : "draft");
            assertThat(bench.state(line)).as(how).isEqualTo(OutboxState.NOTED);
        }
    }

    @Test
    void deathAtAnyPointLeavesOneOrderOneLineAndOneNote() {
        for (boolean confirm : new boolean[] {false, true}) {
            int points = new Case(confirm).push(Points.crashAt(0)).count();
            assertThat(points).isGreaterThan(20);
            for (int at = 1; at <= points; at++) {
                Case one = new Case(confirm);
                Points passed = one.push(Points.crashAt(at));
                one.finish();
                one.isThereOnce("died " + passed.names.getLast());
            }
        }
    }

    @Test
    void deathAtAnyPointOfAnyRestartToo() {
        deathTwice(7);
    }

    @Test
    @Tag("soak")
    void deathAtEveryPairOfPoints() {
        deathTwice(1);
    }

    private static void deathTwice(int every) {
        int points = new Case(true).push(Points.crashAt(0)).count();
        for (int first = 1; first <= points; first += every) {
            for (int second = 1; ; second += every) {
                Case one = new Case(true);
                Points before = one.push(Points.crashAt(first));
                Points after = one.push(Points.crashAt(second));
                boolean died = after.count() == second;
                one.finish();
                one.isThereOnce("died " + before.names.getLast() + ", then " + after.names.getLast());
                if (!died) {
                    break;
                }
            }
        }
    }

    /** The same order by the same key, and another quantity: whose it is, is said, also by a client that died while it found out. */
    @Test
    void anotherClientsQuantityIsNeverTakenForAnEditOfOurOwn() {
        for (int at = 1; ; at++) {
            Case one = new Case(true);
            long second = other.propose(one.sku, 3, null, 36, "2.5");
            other.desk.approve(List.of(second), true, "Bob");
            boolean[] busy = {false};
            // the other comes in between our look and our write, so that ours finds its line under the same order key
            Points died = one.push(new Points((point, name) -> {
                if (name.equals("before loadLines") && !busy[0]) {
                    busy[0] = true;
                    one.push(other, Points.crashAt(0));
                }
            }).andCrashAt(at));
            one.finish();
            one.push(other, Points.crashAt(0));
            String how = "died " + died.names.getLast();
            assertThat(one.odoo.lines()).as(how).hasSize(1);
            boolean ours = one.odoo.lines().getFirst().quantity.compareTo(BigDecimal.valueOf(24)) == 0;
            assertThat(bench.state(one.line)).as(how).isIn(ours ? List.of(OutboxState.NOTED) : List.of(OutboxState.ADOPTED, OutboxState.CONFLICT));
            assertThat(other.state(second)).as(how).isIn(ours ? List.of(OutboxState.ADOPTED, OutboxState.CONFLICT) : List.of(OutboxState.NOTED));
            if (died.count() < at) {
                assertThat(at).isGreaterThan(15);
                return;
            }
        }
    }

    @Test
    void aSecondClientAtAnyPointMakesNoSecondLineEvenIfEitherDiesThere() {
        for (int vendor : new int[] {3, 4}) {
            int points = new Case(false).push(Points.crashAt(0)).count();
            for (int at = 1; at <= points; at++) {
                for (int theirs : new int[] {0, 11, 17}) {
                    Case one = new Case(false);
                    long second = other.propose(one.sku, vendor, null);
                    other.desk.approve(List.of(second), false, "Bob");
                    int when = at;
                    boolean[] busy = {false};
                    one.push(new Points((point, name) -> {
                        if (point == when && !busy[0]) {
                            busy[0] = true;
                            one.push(other, Points.crashAt(theirs));
                        }
                    }));
                    one.finish();
                    one.push(other, Points.crashAt(0));
                    String how = "vendor " + vendor + ", point " + at + ", the other died at " + theirs;
                    assertThat(one.odoo.lines()).as(how).hasSize(1);
                    assertThat(one.odoo.orders()).as(how).hasSize(1);
                    assertThat(one.odoo.orders().getFirst().notes).as(how).hasSize(1);
                    List<OutboxState> ends = List.of(bench.state(one.line), other.state(second));
                    assertThat(ends).as(how).contains(OutboxState.NOTED).isSubsetOf(OutboxState.NOTED, OutboxState.ADOPTED, OutboxState.CONFLICT);
                }
            }
        }
    }

    /** What a person in Odoo may do to a draft of ours. */
    enum Person {
        DELETES_THE_ORDER, DELETES_THE_LINE, CANCELS, EDITS, CONFIRMS
    }

    @Test
    void aPersonInOdooIsNeverOverruledWhateverTheyDoWhenever() {
        int points = new Case(true).push(Points.crashAt(0)).count();
        for (Person person : Person.values()) {
            for (int at = 1; at <= points; at++) {
                Case one = new Case(true);
                int when = at;
                boolean[] acted = {false};
                one.push(new Points((point, name) -> {
                    if (point == when) {
                        acted[0] = act(one.odoo, person);
                    }
                }));
                one.finish();
                new Watcher(one.odoo, bench.store).watch();
                String how = person + " at " + at;
                OutboxState end = bench.state(one.line);
                assertThat(one.odoo.lines()).as(how).hasSizeLessThanOrEqualTo(1);
                assertThat(OutboxMoves.isUnfinished(end)).as(how + ": " + end).isFalse();
                if (acted[0]) {
                    truthful(one, person, end, how);
                } else {
                    one.isThereOnce(how);
                }
            }
        }
    }

    private static boolean act(FakeOdoo odoo, Person person) {
        if (odoo.lines().isEmpty()) {
            return false;
        }
        FakeOdoo.Order order = odoo.orders().getFirst();
        switch (person) {
            case DELETES_THE_ORDER -> odoo.deleteByHand(order.id);
            case DELETES_THE_LINE -> odoo.deleteLineByHand(odoo.lines().getFirst().id);
            case CANCELS -> order.state = "cancel";
            case EDITS -> odoo.lines().getFirst().quantity = new BigDecimal("99");
            case CONFIRMS -> order.state = "purchase";
        }
        return true;
    }

    private static void truthful(Case one, Person person, OutboxState end, String how) {
        switch (person) {
            case CONFIRMS -> {
                assertThat(end).as(how).isEqualTo(OutboxState.NOTED);
                assertThat(one.odoo.orders().getFirst().state).isEqualTo("purchase");
            }
            case EDITS -> {
                assertThat(one.odoo.lines().getFirst().quantity).as(how).isEqualByComparingTo("99");
                // edited before it was read back: somebody's; after: ours, not confirmed unseen unless it already was
                assertThat(end).as(how).isIn(OutboxState.ADOPTED, OutboxState.PARKED, OutboxState.NOTED);
            }
            case CANCELS, DELETES_THE_ORDER, DELETES_THE_LINE -> {
                boolean there = !one.odoo.lines().isEmpty() && !one.odoo.orders().getFirst().state.equals("cancel");
                if (there) {
                    // gone before anybody had seen it, and written once more: then it is there, and said to be
                    assertThat(end).as(how).isEqualTo(OutboxState.NOTED);
                } else {
                    assertThat(end).as(how).isIn(OutboxState.WITHDRAWN, OutboxState.CONFLICT, OutboxState.PARKED);
                    assertThat(bench.decided(one.line)).as(how).isIn(LineState.REJECTED, LineState.APPROVED);
                }
            }
        }
    }

    @Test
    void onlyLegalMovesAreEverAsked() {
        // an illegal move is an IllegalStateException of the store, which no test above met; here the table itself
        Set<OutboxState> reached = new HashSet<>(Set.of(OutboxState.QUEUED));
        for (int i = 0; i < OutboxState.values().length; i++) {
            List.copyOf(reached).forEach(state -> reached.addAll(OutboxMoves.after(state)));
        }
        assertThat(reached).as("every state can be reached").containsExactlyInAnyOrder(OutboxState.values());
        assertThat(OutboxMoves.after(OutboxState.WITHDRAWN)).isEmpty();
        for (OutboxState state : OutboxState.values()) {
            assertThat(OutboxMoves.after(state)).as("nothing goes back to the queue: " + state).doesNotContain(OutboxState.QUEUED);
            assertThat(OutboxMoves.isUnfinished(state) && OutboxMoves.after(state).isEmpty()).as(state + " can go on").isFalse();
        }
    }
}
