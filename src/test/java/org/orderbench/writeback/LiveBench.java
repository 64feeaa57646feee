package org.orderbench.writeback;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.CacheJournal;
import org.orderbench.cache.CacheOutbox;
import org.orderbench.cache.CacheOutboxDesk;
import org.orderbench.cache.CacheReviewDesk;
import org.orderbench.cache.MirrorJdbcStore;
import org.orderbench.cache.Shortages;
import org.orderbench.cache.TestJudge;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooPurchasing;
import org.orderbench.odoo.OdooSession;
import org.orderbench.proposal.LineBasis;
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.Synchronizer;

/** One buyer's workbench against a live Odoo: real sync, real session, real cache. */
final class LiveBench implements AutoCloseable {

    final CacheDatabase database;
    final OdooSession session;
    final OdooPurchasing odoo;
    final CacheReviewDesk desk;
    final CacheOutbox store;
    final CacheOutboxDesk outbox;
    final CacheJournal journal;
    final Shortages shortages;
    final Pusher pusher;
    private final Clock clock;
    private final Capabilities capabilities;

    LiveBench(CacheDatabase database, OdooSession session) {
        this(database, session, Clock.systemUTC());
    }

    LiveBench(CacheDatabase database, OdooSession session, Clock clock) {
        try {
            this.clock = clock;
            this.database = database;
            this.session = session;
            this.capabilities = Capabilities.ask(session);
            this.odoo = new OdooPurchasing(session, capabilities, clock);
            this.desk = new CacheReviewDesk(database, clock, new TestJudge(database, clock));
            this.store = new CacheOutbox(database, clock);
            this.outbox = new CacheOutboxDesk(database, clock);
            this.journal = new CacheJournal(database, clock);
            this.shortages = new Shortages(database, clock);
            this.pusher = new Pusher(odoo, store, sender(odoo, store));
        } catch (OdooException e) {
            throw new AssertionError(e.failure().message(), e);
        }
    }

    Sender sender(PurchaseGateway gateway, OutboxStore store) {
        return new Sender(gateway, store, Tolerances.DEFAULT, new NoteWriter(ZoneOffset.UTC, "test"), session.uid(), clock, duration -> {});
    }

    void sync() {
        try {
            new Synchronizer(session, capabilities, new MirrorJdbcStore(database), clock).run(SyncMode.FULL, progress -> {}, () -> false);
        } catch (OdooException e) {
            throw new AssertionError(e.failure().message(), e);
        }
    }

    /** Candidates whose key Odoo has never seen: a real server may hold what is left of earlier tests. */
    List<Shortages.Candidate> unused() {
        List<Shortages.Candidate> all = shortages.candidates();
        try {
            Map<LineKey, PurchaseGateway.Found> found = odoo.findLines(all.stream().map(LiveBench::key).toList());
            return all.stream().filter(candidate -> !found.containsKey(key(candidate))).toList();
        } catch (GatewayException e) {
            throw new AssertionError(e);
        }
    }

    private static LineKey key(Shortages.Candidate candidate) {
        return LineKey.of(new LineBasis(
                candidate.sku(), candidate.newestLine(), candidate.newestCreated() == null ? null : candidate.newestCreated().toInstant(), 0));
    }

    OutboxState state(long proposalLine) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        """
                        select coalesce(l.apart, o.state, 'QUEUED') from outbox_line l left join outbox_order o on o.id = l.outbox_order_id
                        where l.proposal_line_id = :line order by l.id desc limit 1
                        """)
                .bind("line", proposalLine)
                .mapTo(String.class)
                .findOne()
                .map(OutboxState::valueOf)
                .orElseThrow());
    }

    OutboxEntry entry(long proposalLine) {
        return outbox.entries().stream().filter(e -> e.lines().stream().anyMatch(line -> line.proposalLineId() == proposalLine)).findFirst().orElseThrow();
    }

    PushReport approveAndPush(boolean confirm, List<Long> lines) {
        ReviewDesk.Outcome outcome = desk.approve(lines, confirm, "Ann");
        if (!outcome.refused().isEmpty()) {
            throw new AssertionError(outcome.refused());
        }
        return pusher.push();
    }

    @Override
    public void close() {
        session.close();
        database.jdbi().useHandle(handle -> handle.execute("set db_close_delay 0"));
        database.close();
    }
}
