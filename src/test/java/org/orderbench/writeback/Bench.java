package org.orderbench.writeback;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.CacheJournal;
import org.orderbench.cache.CacheOutbox;
import org.orderbench.cache.CacheOutboxDesk;
import org.orderbench.cache.CacheReviewDesk;
import org.orderbench.cache.TestJudge;
import org.orderbench.cache.TestProposals;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.LineBasis;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.replenish.Explanation;

/** One buyer's workbench over a cache and a gateway, with the few rows of the mirror that write-back needs. */
final class Bench implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final int USER = 7;

    final CacheDatabase database;
    final PurchaseGateway odoo;
    final CacheReviewDesk desk;
    final CacheOutbox store;
    final CacheOutboxDesk outbox;
    final CacheJournal journal;
    final Pusher pusher;
    private final TestProposals proposals;

    Bench(CacheDatabase database, PurchaseGateway odoo) {
        this(database, odoo, CLOCK);
    }

    Bench(CacheDatabase database, PurchaseGateway odoo, Clock clock) {
        this.database = database;
        this.odoo = odoo;
        this.desk = new CacheReviewDesk(database, clock, new TestJudge(database, clock));
        this.store = new CacheOutbox(database, clock);
        this.outbox = new CacheOutboxDesk(database, clock);
        this.journal = new CacheJournal(database, clock);
        this.pusher = pusher(odoo, store, clock);
        this.proposals = new TestProposals(database);
    }

    static Pusher pusher(PurchaseGateway odoo, OutboxStore store, Clock clock) {
        NoteWriter notes = new NoteWriter(ZoneOffset.UTC, "test");
        return new Pusher(odoo, store, new Sender(odoo, store, Tolerances.DEFAULT, notes, USER, clock, duration -> {}));
    }

    static Sku sku(int product) {
        return new Sku(1, 1, product);
    }

    /** An open line for 24 pieces of the product from the vendor, on the facts given. */
    long propose(int product, int vendor, @Nullable Integer newest) {
        return propose(product, vendor, newest, 24, "2.5");
    }

    long propose(int product, int vendor, @Nullable Integer newest, long quantity, String price) {
        proposals.mirror(sku(product), vendor, FakeOdoo.receiptType(sku(product)), newest, FakeOdoo.CREATED, price);
        return proposals.line(vendor, "Vendor " + vendor, line(product, newest, quantity, price));
    }

    private static ProposalLine line(int product, @Nullable Integer newest, long quantity, String price) {
        Quantity amount = Quantity.of(quantity);
        return new ProposalLine(
                0, new LineBasis(sku(product), newest, newest == null ? null : FakeOdoo.CREATED, 0), "SKU-" + product, "Lamp <b>" + product + "</b>", null,
                "Lights", "Units", Quantity.of(10), Quantity.ZERO, Quantity.ZERO, 5.0, 14.0, Quantity.of(quantity - 1), amount, amount, Quantity.of(12), "Dozen",
                Quantity.of(12), new BigDecimal(price), null, 10, LocalDate.of(2026, 12, 3), LocalDate.of(2026, 11, 28), false, 0.8, 500 + product,
                new Explanation(List.of(new Explanation.Step("service-level", "Demand of 34 & more is expected", null, null, List.of()))), LineState.OPEN, null);
    }

    /** Approves and returns the outbox order's id after a push. */
    PushReport approveAndPush(boolean confirm, Long... lines) {
        ReviewDesk.Outcome outcome = desk.approve(List.of(lines), confirm, "Ann");
        if (!outcome.refused().isEmpty()) {
            throw new AssertionError(outcome.refused());
        }
        return pusher.push();
    }

    /** Where the line stands in the outbox. */
    OutboxState state(long proposalLine) {
        return proposals.outbox(proposalLine);
    }

    /** Whether the line is in the outbox, not bound into an order. */
    boolean isQueued(long proposalLine) {
        return outbox.entries().stream().filter(entry -> entry.id() == 0).flatMap(entry -> entry.lines().stream()).anyMatch(line -> line.proposalLineId() == proposalLine);
    }

    LineState decided(long proposalLine) {
        return proposals.state(proposalLine);
    }

    Quantity quantity(long proposalLine) {
        return proposals.quantity(proposalLine);
    }

    @Override
    public void close() {
        database.jdbi().useHandle(handle -> handle.execute("set db_close_delay 0"));
        database.close();
    }
}
