package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.proposal.LineState;
import org.orderbench.writeback.GatewayException.Kind;

class SenderTest {

    private final FakeOdoo odoo = new FakeOdoo();
    private Bench bench;

    @BeforeEach
    void open() {
        bench = another();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Bench another() {
        return new Bench(CacheDatabase.inMemory("sender-" + UUID.randomUUID()), odoo);
    }

    @Test
    void linesOfOneVendorBecomeOneDraftWithOneNote() {
        long a = bench.propose(11, 3, null);
        long b = bench.propose(12, 3, null);
        PushReport report = bench.approveAndPush(false, a, b);

        assertThat(report.written()).isEqualTo(1);
        FakeOdoo.Order order = odoo.only();
        assertThat(order).isNotNull();
        assertThat(order.state).isEqualTo("draft");
        assertThat(odoo.lines()).hasSize(2);
        assertThat(order.notes).hasSize(1);
        assertThat(order.notes.getFirst()).contains("Lamp &lt;b&gt;11&lt;/b&gt;").contains("34 &amp; more").contains("Ann").doesNotContain("<b>11");
        assertThat(bench.state(a)).isEqualTo(OutboxState.NOTED);
        assertThat(bench.journal.verify().whole()).isTrue();
    }

    @Test
    void aSecondPushWritesNothing() {
        bench.approveAndPush(true, bench.propose(11, 3, null));
        int writes = odoo.writes();
        PushReport again = bench.pusher.push();
        assertThat(odoo.writes()).isEqualTo(writes);
        assertThat(again.written() + again.waiting() + again.person()).isZero();
    }

    @Test
    void draftsAndConfirmedOrdersOfOneVendorAreTwo() {
        bench.desk.approve(List.of(bench.propose(11, 3, null)), true, "Ann");
        bench.approveAndPush(false, bench.propose(12, 3, null));
        assertThat(odoo.orders()).extracting(order -> order.state).containsExactlyInAnyOrder("purchase", "draft");
    }

    @Test
    void anOrderToApproveIsSaidToWait() {
        odoo.approvalNeeded = true;
        PushReport report = bench.approveAndPush(true, bench.propose(11, 3, null));
        assertThat(report.messages().getFirst()).contains("waiting for approval").contains("somebody who may approve");
        assertThat(odoo.approvals).as("on an approver's list").hasSize(1);
        assertThat(odoo.approvals.values()).singleElement().asString().contains("Approve this order");
    }

    /** Up to 18 a company may lock its confirmed orders: confirming then leads to a state behind "purchase". */
    @Test
    void aLockedOrderIsConfirmed() {
        odoo.locks = true;
        long line = bench.propose(11, 3, null);
        PushReport report = bench.approveAndPush(true, line);
        assertThat(report.written()).isEqualTo(1);
        assertThat(bench.state(line)).isEqualTo(OutboxState.NOTED);
        assertThat(bench.outbox.entries().getFirst().orderState()).isEqualTo("done");
        assertThat(odoo.only()).isNotNull().satisfies(order -> assertThat(order.notes).hasSize(1));
        assertThat(new Watcher(odoo, bench.store).watch()).isEmpty();
    }

    @Test
    void whoMayNotConfirmLeavesADraftAndIsToldSo() {
        long line = bench.propose(11, 3, null);
        odoo.before = call -> {
            if (call.equals("confirm")) {
                throw new GatewayException(Kind.REFUSED, "Your Odoo user may not do this. Ask your Odoo administrator.");
            }
        };
        PushReport report = bench.approveAndPush(true, line);
        assertThat(report.person()).isEqualTo(1);
        assertThat(odoo.orders()).singleElement().satisfies(order -> assertThat(order.state).isEqualTo("draft"));
        OutboxEntry entry = bench.outbox.entries().getFirst();
        assertThat(entry.state()).isEqualTo(OutboxState.PARKED);
        assertThat(entry.reason()).contains("may not do this");
        odoo.before = FakeOdoo.Fault.NONE;
        assertThat(bench.outbox.retry(entry.id(), "Ann")).isTrue();
        bench.pusher.push();
        assertThat(odoo.lines()).hasSize(1);
        assertThat(bench.state(line)).isEqualTo(OutboxState.NOTED);
    }

    @Test
    void theApproverIsAskedOnceHoweverOftenTheAnswerIsLost() {
        odoo.approvalNeeded = true;
        boolean[] done = {false};
        odoo.after = call -> {
            if (call.equals("askApproval") && !done[0]) {
                done[0] = true;
                throw new GatewayException(Kind.UNKNOWN, "No answer.");
            }
        };
        long line = bench.propose(11, 3, null);
        bench.approveAndPush(true, line);
        bench.pusher.push();
        assertThat(odoo.approvals).hasSize(1);
        assertThat(bench.state(line)).isEqualTo(OutboxState.NOTED);
    }

    @Test
    void twoClientsThatSawTheSameSupplyMakeOneLine() {
        try (Bench other = another()) {
            long mine = bench.propose(11, 3, null);
            long theirs = other.propose(11, 3, null);
            bench.approveAndPush(false, mine);
            other.approveAndPush(false, theirs);
            assertThat(odoo.lines()).hasSize(1);
            assertThat(odoo.only().notes).hasSize(1);
        }
    }

    @Test
    void anotherVendorsOrderForTheSameShortageIsAdopted() {
        try (Bench other = another()) {
            bench.approveAndPush(false, bench.propose(11, 3, null));
            long theirs = other.propose(11, 4, null);
            PushReport report = other.approveAndPush(true, theirs);
            assertThat(odoo.lines()).hasSize(1);
            assertThat(odoo.orders()).as("the empty header is gone").hasSize(1);
            assertThat(other.state(theirs)).isEqualTo(OutboxState.ADOPTED);
            assertThat(report.messages().getFirst()).contains("somebody else had ordered it");
        }
    }

    @Test
    void aLineThatWasWonBetweenLookingAndWritingIsAdoptedAndTheEmptyHeaderRemoved() throws Exception {
        try (Bench other = another()) {
            long theirs = other.propose(11, 4, null);
            other.desk.approve(List.of(theirs), false, "Bob");
            long mine = bench.propose(11, 3, null);
            odoo.before = call -> {
                if (call.equals("loadLines")) {
                    odoo.before = FakeOdoo.Fault.NONE;
                    other.pusher.push();
                }
            };
            bench.approveAndPush(false, mine);
            assertThat(odoo.lines()).hasSize(1);
            assertThat(odoo.orders()).hasSize(1);
            assertThat(bench.state(mine)).isEqualTo(OutboxState.ADOPTED);
            assertThat(other.state(theirs)).isEqualTo(OutboxState.NOTED);
        }
    }

    @Test
    void aColleaguesDraftSinceTheProposalIsAConflictWithThreeColumns() {
        long line = bench.propose(11, 3, null);
        int byHand = odoo.draftByHand(Bench.sku(11), 9, 50);
        bench.approveAndPush(false, line);

        assertThat(odoo.lines()).hasSize(1);
        assertThat(bench.state(line)).isEqualTo(OutboxState.CONFLICT);
        Outbox.Conflict conflict = bench.outbox.conflicts().getFirst();
        assertThat(conflict.proposed().supply()).isEqualTo(conflict.decided().supply());
        assertThat(conflict.now().newestLineId()).isEqualTo(byHand);
        assertThat(conflict.now().drafts().toString()).isEqualTo("50");
        assertThat(conflict.reason()).contains("another purchase line");
    }

    @Test
    void sendAnywayQueuesUnderAFreshKey() {
        long line = bench.propose(11, 3, null);
        odoo.draftByHand(Bench.sku(11), 9, 50);
        bench.approveAndPush(false, line);
        assertThat(bench.outbox.sendAnyway(List.of(line), "Ann").changed()).containsExactly(line);
        assertThat(bench.outbox.entries()).extracting(OutboxEntry::state).as("the order it was on is over").containsExactlyInAnyOrder(OutboxState.QUEUED, OutboxState.WITHDRAWN);
        bench.pusher.push();
        assertThat(odoo.lines()).hasSize(2);
        assertThat(bench.outbox.conflicts()).isEmpty();
        assertThat(bench.decided(line)).isEqualTo(LineState.APPROVED);
    }

    @Test
    void aDroppedConflictIsARejectionAndARedecidedOneIsOpen() {
        long a = bench.propose(11, 3, null);
        long b = bench.propose(12, 3, null);
        odoo.draftByHand(Bench.sku(11), 9, 50);
        odoo.draftByHand(Bench.sku(12), 9, 50);
        bench.approveAndPush(false, a, b);
        assertThat(bench.outbox.drop(List.of(a), "Ann").changed()).containsExactly(a);
        assertThat(bench.outbox.redecide(List.of(b), "Ann").changed()).containsExactly(b);
        assertThat(bench.decided(a)).isEqualTo(LineState.REJECTED);
        assertThat(bench.decided(b)).isEqualTo(LineState.OPEN);
        assertThat(bench.outbox.counts()).doesNotContainKey(OutboxState.CONFLICT);
        assertThat(bench.outbox.entries()).allMatch(entry -> entry.state() == OutboxState.WITHDRAWN);
    }

    @Test
    void aConflictOfOneLineDoesNotHoldTheOthers() {
        long a = bench.propose(11, 3, null);
        long b = bench.propose(12, 3, null);
        odoo.stock(Bench.sku(12), 500);
        PushReport report = bench.approveAndPush(false, a, b);
        assertThat(bench.state(a)).isEqualTo(OutboxState.NOTED);
        assertThat(bench.state(b)).isEqualTo(OutboxState.CONFLICT);
        assertThat(report.written()).isEqualTo(1);
        assertThat(report.person()).isEqualTo(1);
        assertThat(odoo.only().notes.getFirst()).contains("not on this order");
    }

    @Test
    void aPriceThatOdooComputesOtherwiseStopsTheConfirmationUntilAPersonSaysSo() {
        long line = bench.propose(11, 3, null);
        bench.desk.approve(List.of(line), true, "Ann");
        odoo.after = call -> {
            if (call.equals("facts")) {
                odoo.price(11, "3.9");
            }
        };
        PushReport report = bench.pusher.push();
        assertThat(odoo.only().state).isEqualTo("draft");
        assertThat(report.person()).isEqualTo(1);
        assertThat(report.messages().getFirst()).contains("3.9").contains("2.5").contains("not confirmed");

        OutboxEntry parked = bench.outbox.entries().getFirst();
        assertThat(bench.outbox.confirmAnyway(parked.id(), "Ann")).isTrue();
        bench.pusher.push();
        assertThat(odoo.only().state).isEqualTo("purchase");
        assertThat(odoo.only().notes).hasSize(1);
    }

    @Test
    void whatABuyerEditedInOdooIsNeitherOverwrittenNorConfirmedUnseen() {
        long line = bench.propose(11, 3, null);
        bench.desk.approve(List.of(line), true, "Ann");
        odoo.before = call -> {
            if (call.equals("confirm")) {
                throw new GatewayException(Kind.OFFLINE, "offline");
            }
        };
        bench.pusher.push();
        odoo.before = FakeOdoo.Fault.NONE;
        odoo.lines().getFirst().quantity = new java.math.BigDecimal("99");
        PushReport report = bench.pusher.push();
        assertThat(odoo.lines().getFirst().quantity).isEqualByComparingTo("99");
        assertThat(odoo.only().state).isEqualTo("draft");
        assertThat(report.messages().getFirst()).contains("99 instead of 24");
    }

    @Test
    void whatWasDeletedInOdooBeforeTheNoteIsARejection() {
        long line = bench.propose(11, 3, null);
        bench.desk.approve(List.of(line), false, "Ann");
        odoo.before = call -> {
            if (call.equals("note")) {
                throw new GatewayException(Kind.OFFLINE, "offline");
            }
        };
        bench.pusher.push();
        odoo.before = FakeOdoo.Fault.NONE;
        odoo.deleteByHand(odoo.only().id);
        bench.pusher.push();
        assertThat(odoo.orders()).isEmpty();
        assertThat(bench.state(line)).isEqualTo(OutboxState.WITHDRAWN);
        assertThat(bench.decided(line)).isEqualTo(LineState.REJECTED);
    }

    @Test
    void aShortageThatSomebodyOrderedAndDeletedIsAskedAbout() {
        try (Bench other = another()) {
            long theirs = other.propose(11, 4, null);
            other.approveAndPush(false, theirs);
            odoo.deleteByHand(odoo.only().id);
            long mine = bench.propose(11, 3, null);
            bench.approveAndPush(false, mine);
            assertThat(odoo.lines()).isEmpty();
            assertThat(bench.state(mine)).isEqualTo(OutboxState.CONFLICT);
            bench.outbox.sendAnyway(List.of(mine), "Ann");
            bench.pusher.push();
            assertThat(odoo.lines()).hasSize(1);
            assertThat(bench.state(mine)).isEqualTo(OutboxState.NOTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping", "findLines", "facts", "loadHeader", "readOrders", "loadLines", "readLines", "confirm", "note"})
    void offlineAtAnyCallWaitsAndLosesNothing(String at) {
        long line = bench.propose(11, 3, null);
        bench.desk.approve(List.of(line), true, "Ann");
        odoo.before = call -> {
            if (call.equals(at)) {
                throw new GatewayException(Kind.OFFLINE, "No server answers.");
            }
        };
        PushReport report = bench.pusher.push();
        assertThat(report.waiting() + bench.outbox.counts().getOrDefault(OutboxState.QUEUED, 0)).isPositive();
        odoo.before = FakeOdoo.Fault.NONE;
        bench.pusher.push();
        assertThat(bench.state(line)).isEqualTo(OutboxState.NOTED);
        assertThat(odoo.lines()).hasSize(1);
        assertThat(odoo.only().notes).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"findLines", "facts", "loadHeader", "readOrders", "loadLines", "readLines", "confirm", "note"})
    void noAnswerAfterTheCommitOfAnyCallIsSettledByLooking(String at) {
        long line = bench.propose(11, 3, null);
        boolean[] done = {false};
        odoo.after = call -> {
            if (call.equals(at) && !done[0]) {
                done[0] = true;
                throw new GatewayException(Kind.UNKNOWN, "No answer.");
            }
        };
        bench.approveAndPush(true, line);
        assertThat(bench.state(line)).isEqualTo(OutboxState.NOTED);
        assertThat(odoo.only().state).isEqualTo("purchase");
        assertThat(odoo.lines()).hasSize(1);
        assertThat(odoo.only().notes).hasSize(1);
    }

    @Test
    void theSameOrderConfirmedByAnotherClientBetweenLookingAndWritingIsFound() {
        try (Bench other = another()) {
            long mine = bench.propose(11, 3, null);
            long theirs = other.propose(11, 3, null);
            bench.desk.approve(List.of(mine), true, "Ann");
            boolean[] done = {false};
            odoo.before = call -> {
                if (call.equals("loadHeader") && !done[0]) {
                    done[0] = true;
                    other.approveAndPush(true, theirs);
                }
            };
            bench.pusher.push();
            assertThat(odoo.lines()).hasSize(1);
            assertThat(odoo.only().state).isEqualTo("purchase");
            assertThat(bench.state(mine)).isIn(OutboxState.NOTED, OutboxState.ADOPTED);
        }
    }

    @Test
    void aLostRaceLooksAgain() {
        long line = bench.propose(11, 3, null);
        int[] losses = {2};
        odoo.before = call -> {
            if (call.equals("loadLines") && losses[0]-- > 0) {
                throw new GatewayException(Kind.LOST_RACE, "could not serialize access");
            }
        };
        bench.approveAndPush(false, line);
        assertThat(bench.state(line)).isEqualTo(OutboxState.NOTED);
        assertThat(odoo.lines()).hasSize(1);
    }

    /** Seen on a real 18.0: "a partner cannot follow twice the same object", where two clients confirmed one order at once. */
    @ParameterizedTest
    @ValueSource(strings = {"loadHeader", "loadLines", "confirm", "note"})
    void aRefusalThatOnlyMeansALostRaceIsLookedAtAgain(String refused) {
        long line = bench.propose(11, 3, null);
        AtomicInteger left = new AtomicInteger(2);
        odoo.before = call -> {
            if (call.equals(refused) && left.getAndDecrement() > 0) {
                throw new GatewayException(Kind.REFUSED, "The operation cannot be completed: a partner cannot follow twice the same object.");
            }
        };
        bench.approveAndPush(true, line);
        assertThat(bench.state(line)).isEqualTo(OutboxState.NOTED);
        assertThat(odoo.lines()).hasSize(1);
        assertThat(odoo.only()).isNotNull().satisfies(order -> assertThat(order.notes).hasSize(1));
    }

    @Test
    void whatOdooRefusesIsParkedWithItsWordsAndLeavesNoEmptyHeader() {
        long line = bench.propose(11, 3, null);
        odoo.before = call -> {
            if (call.equals("loadLines")) {
                throw new GatewayException(Kind.REFUSED, "Odoo refused: the product is not for sale.");
            }
        };
        PushReport report = bench.approveAndPush(false, line);
        assertThat(report.person()).isEqualTo(1);
        assertThat(odoo.orders()).isEmpty();
        OutboxEntry entry = bench.outbox.entries().getFirst();
        assertThat(entry.state()).isEqualTo(OutboxState.PARKED);
        assertThat(entry.reason()).contains("not for sale");

        odoo.before = FakeOdoo.Fault.NONE;
        assertThat(bench.outbox.retry(entry.id(), "Ann")).isTrue();
        assertThat(bench.outbox.retry(entry.id(), "Ann")).isFalse();
        bench.pusher.push();
        assertThat(bench.state(line)).isEqualTo(OutboxState.NOTED);
    }

    @Test
    void anUntouchedDraftIsWithdrawnAndATouchedOneIsNot() {
        long a = bench.propose(11, 3, null);
        long b = bench.propose(12, 4, null);
        bench.approveAndPush(false, a, b);
        Withdrawal withdrawal = new Withdrawal(odoo, bench.store, Tolerances.DEFAULT);
        odoo.lines().getLast().quantity = new java.math.BigDecimal("99");
        List<Long> ids = bench.store.watched();
        assertThat(withdrawal.withdraw(ids.getFirst(), "Ann")).isEmpty();
        assertThat(withdrawal.withdraw(ids.getLast(), "Ann").orElseThrow()).contains("touched").contains("99 instead of 24");
        assertThat(odoo.orders()).hasSize(1);
        assertThat(bench.state(a)).isEqualTo(OutboxState.WITHDRAWN);
        assertThat(bench.decided(a)).isEqualTo(LineState.REJECTED);
        assertThat(bench.state(b)).isEqualTo(OutboxState.NOTED);
        assertThat(withdrawal.withdraw(ids.getFirst(), "Ann").orElseThrow()).contains("Only an order that is written");
    }

    @Test
    void aProductThatWasDeletedAndReapprovedGoesOutAgainUnderTheSameKey() {
        long line = bench.propose(11, 3, null);
        bench.desk.approve(List.of(line), false, "Ann");
        odoo.before = call -> {
            if (call.equals("note")) {
                throw new GatewayException(Kind.OFFLINE, "offline");
            }
        };
        bench.pusher.push();
        odoo.before = FakeOdoo.Fault.NONE;
        odoo.deleteByHand(odoo.only().id);
        bench.pusher.push();
        long again = bench.propose(11, 3, null);
        bench.approveAndPush(false, again);
        assertThat(bench.state(again)).isEqualTo(OutboxState.NOTED);
        assertThat(odoo.lines()).hasSize(1);
    }
}
