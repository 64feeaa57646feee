package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.CacheOutbox;
import org.orderbench.proposal.LineState;

/** A colleague's draft for the same vendor: offered, joined only when the buyer says so, and theirs in everything but our lines. */
class JoinTest {

    private static final int VENDOR = 3;

    private FakeOdoo odoo;
    private Bench bench;
    private int product = 1000;
    private FakeOdoo.Order theirs;
    private long line;

    @BeforeEach
    void open() {
        bench = new Bench(CacheDatabase.inMemory("join-" + UUID.randomUUID()), new FakeOdoo());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** An Odoo of its own with a colleague's draft of another product, which the cache knows; and an approved line for the same vendor. */
    private void begin(boolean confirm) {
        odoo = new FakeOdoo();
        product++;
        int theirLine = odoo.draftByHand(Bench.sku(product + 5000), VENDOR, 7);
        theirs = odoo.orders().getFirst();
        assertThat(odoo.lines().getFirst().id).isEqualTo(theirLine);
        bench.database.jdbi().useHandle(handle -> {
            handle.execute("delete from outbox_line");
            handle.execute("delete from outbox_order");
            handle.execute("delete from purchase_order");
            handle.execute(
                    "insert into purchase_order (id, name, state, vendor_id, company_id, warehouse_id, currency, amount_total) values (?, ?, 'draft', ?, 1, 1, 'GBP', 17.5)",
                    theirs.id, "P" + theirs.id, VENDOR);
        });
        line = bench.propose(product, VENDOR, null);
        bench.desk.approve(List.of(line), confirm, "Ann");
    }

    private void join() {
        assertThat(bench.outbox.join(theirs.id, "Ann")).isEmpty();
    }

    private Points push(Points points) {
        try {
            Bench.pusher(
                            points.around(PurchaseGateway.class, odoo), points.around(OutboxStore.class, new CacheOutbox(bench.database, Bench.CLOCK)), Bench.CLOCK)
                    .push();
        } catch (Points.Crash crash) {
            // the process is gone; what is on disk and in Odoo stays
        }
        return points;
    }

    private void finish() {
        push(Points.crashAt(0));
        push(Points.crashAt(0));
    }

    private List<FakeOdoo.Line> ours() {
        return odoo.lines().stream().filter(one -> one.product == product).toList();
    }

    private void theirsIsUntouched(String how) {
        assertThat(odoo.lines().stream().filter(one -> one.product == product + 5000).toList()).as(how).singleElement().satisfies(one -> {
            assertThat(one.order).isEqualTo(theirs.id);
            assertThat(one.quantity).isEqualByComparingTo("7");
        });
    }

    @Test
    void theDraftIsOfferedAndADraftOfOurOwnIsMadeUnlessTheBuyerChooses() {
        begin(false);
        assertThat(bench.outbox.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.beside()).containsExactly(new OutboxEntry.Draft(theirs.id, "P" + theirs.id, 0, new BigDecimal("17.500000")));
            assertThat(entry.joins()).isNull();
        });
        join();
        assertThat(bench.outbox.entries().getFirst().joins()).isEqualTo("P" + theirs.id);
        assertThat(bench.outbox.ownDraft(theirs.id, "Ann")).isTrue();
        assertThat(bench.outbox.ownDraft(theirs.id, "Ann")).isFalse();
        finish();
        assertThat(odoo.orders()).hasSize(2);
        assertThat(ours()).singleElement().satisfies(one -> assertThat(one.order).isNotEqualTo(theirs.id));
        assertThat(bench.outbox.join(theirs.id, "Ann")).as("nothing is queued").isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void joinedLinesLieOnTheirOrderWhichStaysADraft(boolean confirm) {
        begin(confirm);
        join();
        finish();
        assertThat(odoo.orders()).hasSize(1);
        assertThat(ours()).singleElement().satisfies(one -> assertThat(one.order).isEqualTo(theirs.id));
        assertThat(theirs.state).isEqualTo("draft");
        assertThat(theirs.notes).hasSize(1);
        theirsIsUntouched("joined");
        assertThat(bench.outbox.entries().getFirst()).satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(OutboxState.NOTED);
            assertThat(entry.joins()).isEqualTo("P" + theirs.id);
            assertThat(entry.reason()).contains("confirmed there, not from here");
        });
        // the choice was for these lines
        long next = bench.propose(product + 1, VENDOR, null);
        bench.desk.approve(List.of(next), false, "Ann");
        assertThat(bench.outbox.entries().stream().filter(entry -> entry.state() == OutboxState.QUEUED).findFirst().orElseThrow().joins()).isNull();
    }

    /** Chosen in Review, before anything of it is approved. */
    @Test
    void aChoiceMadeBeforeTheDecisionHoldsForIt() {
        begin(false);
        push(Points.crashAt(0));
        long next = bench.propose(++product, VENDOR, null);
        assertThat(bench.outbox.offers()).anySatisfy(offer -> {
            assertThat(offer.orderId()).isEqualTo(theirs.id);
            assertThat(offer.chosen()).isFalse();
        });
        join();
        assertThat(bench.outbox.offers()).allSatisfy(offer -> assertThat(offer.chosen()).isTrue());
        bench.desk.approve(List.of(next), true, "Ann");
        push(Points.crashAt(0));
        assertThat(odoo.lines().getLast().order).isEqualTo(theirs.id);
        assertThat(bench.outbox.offers()).as("it was for these lines").noneMatch(offer -> offer.chosen());
    }

    @Test
    void whatTheAgentApprovedUnaskedJoinsNothing() {
        begin(false);
        join();
        long unasked = bench.propose(product + 2000, VENDOR, null);
        bench.desk.approve(List.of(unasked), false, org.orderbench.proposal.Decision.AGENT);
        finish();
        assertThat(odoo.lines().stream().filter(one -> one.product == product + 2000).findFirst().orElseThrow().order).isNotEqualTo(theirs.id);
    }

    /** What happens to their draft. */
    enum Fate {
        CANCELLED, CONFIRMED, DELETED, SENT
    }

    private void strikes(Fate fate) {
        switch (fate) {
            case CANCELLED -> theirs.state = "cancel";
            case CONFIRMED -> theirs.state = "purchase";
            case DELETED -> odoo.deleteByHand(theirs.id);
            case SENT -> theirs.state = "sent";
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoDraftAnyMoreIsNotJoined(Fate fate) {
        begin(false);
        join();
        strikes(fate);
        finish();
        assertThat(bench.state(line)).isEqualTo(OutboxState.NOTED);
        assertThat(ours()).singleElement().satisfies(one -> assertThat(one.order).isNotEqualTo(theirs.id));
    }

    /** Seed 20261123 of the fault harness: it was parked, and a person was asked about nothing. */
    @Test
    void whatIsLeftOfAnOrderThatAnotherClientBeganGetsADraftOfItsOwnWhenTheirsWasConfirmed() throws Exception {
        begin(false);
        long second = bench.propose(product + 1000, VENDOR, null);
        bench.desk.approve(List.of(second), false, "Ann");
        join();
        int elsewhere = odoo.loadHeader(new PurchaseGateway.Header(OrderKey.ofUnknown(1), VENDOR, 1, FakeOdoo.receiptType(Bench.sku(product)), "GBP", null));
        LineKey taken = LineKey.of(new org.orderbench.proposal.LineBasis(Bench.sku(product), null, null, 0));
        odoo.loadLines(1, elsewhere, List.of(new PurchaseGateway.Row(taken, product, BigDecimal.TEN, 1, BigDecimal.ONE)));
        strikes(Fate.CONFIRMED);
        finish();
        assertThat(bench.state(line)).isEqualTo(OutboxState.ADOPTED);
        assertThat(bench.state(second)).isEqualTo(OutboxState.NOTED);
        assertThat(odoo.lines().stream().filter(one -> one.product == product + 1000).toList()).singleElement()
                .satisfies(one -> assertThat(one.order).isNotIn(theirs.id, elsewhere));
    }

    @Test
    void deathAtAnyPointLeavesOneLineOnTheirOrderAndOneNote() {
        begin(true);
        join();
        int points = push(Points.crashAt(0)).count();
        assertThat(points).isGreaterThan(20);
        for (int at = 1; at <= points; at++) {
            begin(true);
            join();
            String how = "died " + push(Points.crashAt(at)).names.getLast();
            finish();
            assertThat(odoo.orders()).as(how).hasSize(1);
            assertThat(ours()).as(how).singleElement().satisfies(one -> assertThat(one.order).isEqualTo(theirs.id));
            assertThat(theirs.notes).as(how).hasSize(1);
            assertThat(bench.state(line)).as(how).isEqualTo(OutboxState.NOTED);
            theirsIsUntouched(how);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverBecomesOfTheirDraftAtAnyPointThereIsOneLineAndATrueState(Fate fate) {
        begin(true);
        join();
        int points = push(Points.crashAt(0)).count();
        for (int at = 1; at <= points; at++) {
            begin(true);
            join();
            int when = at;
            push(new Points((point, name) -> {
                if (point == when) {
                    strikes(fate);
                }
            }));
            finish();
            new Watcher(odoo, bench.store).watch();
            String how = fate + " at " + at;
            OutboxState end = bench.state(line);
            assertThat(ours()).as(how).hasSizeLessThanOrEqualTo(1);
            boolean there = !ours().isEmpty() && odoo.orders().stream().anyMatch(order -> order.id == ours().getFirst().order && !order.state.equals("cancel"));
            if (there) {
                assertThat(end).as(how).isEqualTo(OutboxState.NOTED);
            } else {
                assertThat(end).as(how).isIn(OutboxState.WITHDRAWN, OutboxState.CONFLICT);
            }
            assertThat(odoo.orders().stream().filter(order -> order.id != theirs.id && odoo.lines().stream().noneMatch(one -> one.order == order.id)).toList())
                    .as(how + ": no empty header stays").isEmpty();
            if (fate != Fate.DELETED) {
                theirsIsUntouched(how);
            }
        }
    }

    @Test
    void aSecondClientWithADraftOfItsOwnAtAnyPointMakesNoSecondLine() {
        try (Bench other = new Bench(CacheDatabase.inMemory("join-other-" + UUID.randomUUID()), new FakeOdoo())) {
            begin(false);
            join();
            int points = push(Points.crashAt(0)).count();
            for (int at = 1; at <= points; at++) {
                begin(false);
                join();
                other.database.jdbi().useHandle(handle -> handle.execute("update outbox_order set sent_at = null"));
                long second = other.propose(product, VENDOR, null);
                other.desk.approve(List.of(second), false, "Bob");
                Pusher bob = Bench.pusher(odoo, new CacheOutbox(other.database, Bench.CLOCK), Bench.CLOCK);
                int when = at;
                push(new Points((point, name) -> {
                    if (point == when) {
                        bob.push();
                    }
                }));
                finish();
                bob.push();
                String how = "at " + at;
                assertThat(ours()).as(how).hasSize(1);
                assertThat(odoo.orders().stream().filter(order -> order.id != theirs.id && odoo.lines().stream().noneMatch(one -> one.order == order.id)).toList()).as(how).isEmpty();
                assertThat(List.of(bench.state(line), other.state(second))).as(how).contains(OutboxState.NOTED).isSubsetOf(OutboxState.NOTED, OutboxState.ADOPTED, OutboxState.CONFLICT);
                theirsIsUntouched(how);
            }
        }
    }

    /** Seed 500052 of the fault harness: it was told as deleted, while it lay there. */
    @Test
    void whatAnotherClientAddedToTheSameDraftWhileOursDiedIsThere() throws Exception {
        begin(false);
        join();
        int points = push(Points.crashAt(0)).count();
        for (int at = 1; at <= points; at++) {
            begin(false);
            join();
            String how = "died " + push(Points.crashAt(at)).names.getLast();
            LineKey same = LineKey.of(new org.orderbench.proposal.LineBasis(Bench.sku(product), null, null, 0));
            odoo.loadLines(1, theirs.id, List.of(new PurchaseGateway.Row(same, product, BigDecimal.valueOf(24), 1, new BigDecimal("2.5"))));
            finish();
            assertThat(ours()).as(how).singleElement().satisfies(one -> assertThat(one.order).isEqualTo(theirs.id));
            assertThat(bench.state(line)).as(how).isIn(OutboxState.NOTED, OutboxState.ADOPTED);
        }
    }

    @Test
    void takingThemBackDeletesOurLinesAndNothingElse() {
        begin(false);
        join();
        finish();
        Withdrawal withdrawal = new Withdrawal(odoo, bench.store, Tolerances.DEFAULT);
        long order = bench.outbox.entries().getFirst().id();
        ours().getFirst().quantity = BigDecimal.ONE;
        assertThat(withdrawal.withdraw(order, "Ann")).as("it was edited there").get().asString().contains("touched since", "Take the lines off it in Odoo");
        ours().getFirst().quantity = BigDecimal.valueOf(24);
        assertThat(withdrawal.withdraw(order, "Ann")).isEmpty();
        assertThat(ours()).isEmpty();
        assertThat(odoo.orders()).containsExactly(theirs);
        assertThat(theirs.state).isEqualTo("draft");
        theirsIsUntouched("withdrawn");
        assertThat(bench.state(line)).isEqualTo(OutboxState.WITHDRAWN);
        assertThat(bench.decided(line)).isEqualTo(LineState.REJECTED);
        finish();
        assertThat(ours()).as("a rejection is not sent again").isEmpty();
    }
}
