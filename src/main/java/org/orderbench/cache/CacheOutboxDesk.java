package org.orderbench.cache;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.orderbench.journal.JournalEntry;
import org.orderbench.proposal.DraftOffer;
import org.orderbench.writeback.LineFacts;
import org.orderbench.writeback.LineIntent;
import org.orderbench.writeback.Outbox;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxLine;
import org.orderbench.writeback.OutboxOrder;
import org.orderbench.writeback.OutboxState;
import org.orderbench.writeback.OutboxStore.OutdatedException;
import org.orderbench.writeback.ReviewDesk;
import org.orderbench.writeback.ReviewDesk.Why;

/** The outbox's screen and its actions over the cache. Safe for several threads. */
public final class CacheOutboxDesk implements Outbox {

    private static final int FINISHED_SHOWN = 200;

    private final CacheDatabase database;
    private final Jdbi jdbi;
    private final CacheOutbox outbox;
    private final CacheJournal journal;
    private final Clock clock;

    public CacheOutboxDesk(CacheDatabase database, Clock clock) {
        this.database = database;
        this.jdbi = database.jdbi();
        this.outbox = new CacheOutbox(database, clock);
        this.journal = new CacheJournal(database, clock);
        this.clock = clock;
    }

    @Override
    public List<OutboxEntry> entries() {
        return jdbi.inTransaction(handle -> {
            List<OutboxEntry> entries = new ArrayList<>(queued(handle));
            List<Long> ids = handle.createQuery(
                            """
                            (select id from outbox_order where state not in ('NOTED', 'ADOPTED', 'WITHDRAWN')
                                or exists (select 1 from outbox_line l where l.outbox_order_id = outbox_order.id and l.apart in ('CONFLICT', 'PARKED')))
                            union (select id from outbox_order where state in ('NOTED', 'ADOPTED', 'WITHDRAWN') order by moved_at desc limit :shown)
                            """)
                    .bind("shown", FINISHED_SHOWN)
                    .mapTo(Long.class)
                    .list();
            for (long id : ids) {
                Instant moved = handle.createQuery("select moved_at from outbox_order where id = :id")
                        .bind("id", id)
                        .mapTo(OffsetDateTime.class)
                        .one()
                        .toInstant();
                OutboxRows.order(handle, id).ifPresent(order -> entries.add(entry(handle, order, moved)));
            }
            entries.sort(Comparator.comparing(OutboxEntry::movedAt).thenComparing(entry -> entry.id() == 0 ? Long.MAX_VALUE : entry.id()).reversed());
            return entries;
        });
    }

    private static List<OutboxEntry> queued(Handle handle) {
        Map<List<Object>, List<OutboxLine>> groups = new LinkedHashMap<>();
        for (OutboxLine line : OutboxRows.unbound(handle)) {
            LineIntent intent = line.intent();
            groups.computeIfAbsent(
                            List.of(intent.vendorId(), intent.basis().sku().companyId(), intent.basis().sku().warehouseId(), intent.currency(), intent.confirm(), intent.unasked()),
                            key -> new ArrayList<>())
                    .add(line);
        }
        List<OutboxEntry> entries = new ArrayList<>();
        for (List<OutboxLine> lines : groups.values()) {
            LineIntent any = lines.getFirst().intent();
            int company = any.basis().sku().companyId();
            int warehouse = any.basis().sku().warehouseId();
            Integer joins = any.unasked() ? null : Joins.chosen(handle, any.vendorId(), company, warehouse, any.currency());
            Instant moved = lines.stream().map(line -> line.intent().decidedAt()).max(Comparator.naturalOrder()).orElseThrow();
            entries.add(new OutboxEntry(
                    0, any.vendorName(), any.warehouseName(), any.currency(), any.confirm(), OutboxState.QUEUED, null, null, null, null, moved,
                    joins == null ? null : name(handle, joins), any.unasked() ? List.of() : Joins.offered(handle, any.vendorId(), company, warehouse, any.currency()),
                    lines.stream().map(line -> line(line, OutboxState.QUEUED)).toList()));
        }
        return entries;
    }

    private static @Nullable String name(Handle handle, int order) {
        Joins.Group group = Joins.group(handle, order);
        return group == null ? null : group.name();
    }

    private static OutboxEntry entry(Handle handle, OutboxOrder order, Instant moved) {
        String warehouse = order.lines().isEmpty() ? "" : order.lines().getFirst().intent().warehouseName();
        return new OutboxEntry(
                order.id(), order.vendorName(), warehouse, order.currency(), order.confirm(), order.state(), order.reason(), order.odooOrderId(),
                order.odooOrderName(), order.odooState(), moved, order.joins() == null ? null : name(handle, order.joins()),
                order.state() == OutboxState.QUEUED && !order.unasked()
                        ? Joins.offered(handle, order.vendorId(), order.companyId(), order.warehouseId(), order.currency())
                        : List.of(),
                order.lines().stream().map(line -> line(line, order.state())).toList());
    }

    private static OutboxEntry.Line line(OutboxLine line, OutboxState ofOrder) {
        LineIntent intent = line.intent();
        return new OutboxEntry.Line(
                intent.proposalLineId(), intent.code(), intent.name(), intent.quantity(), intent.unitPrice(), line.apart() == null ? ofOrder : line.apart(),
                line.reason());
    }

    @Override
    public Map<OutboxState, Integer> counts() {
        Map<OutboxState, Integer> counts = new EnumMap<>(OutboxState.class);
        jdbi.useHandle(handle -> handle.createQuery(
                        """
                        select coalesce(l.apart, o.state, 'QUEUED') s, count(*) from outbox_line l left join outbox_order o on o.id = l.outbox_order_id
                        group by s
                        """)
                .map((row, context) -> Map.entry(OutboxState.valueOf(row.getString(1)), row.getInt(2)))
                .forEach(count -> counts.put(count.getKey(), count.getValue())));
        return counts;
    }

    @Override
    public List<Conflict> conflicts() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from outbox_line where apart = 'CONFLICT' order by id")
                .map((row, context) -> OutboxRows.line(row))
                .map(line -> {
                    LineIntent intent = line.intent();
                    return new Conflict(
                            intent.proposalLineId(), intent.vendorName(), intent.warehouseName(), intent.code(), intent.name(), intent.unitName(),
                            intent.currency(), intent.quantity(), line.reason() == null ? "" : line.reason(), intent.proposed(), intent.decided(), line.now());
                })
                .list());
    }

    @Override
    public boolean retry(long order, String by) {
        return unpark(order, by, false);
    }

    @Override
    public boolean confirmAnyway(long order, String by) {
        return unpark(order, by, true);
    }

    private boolean unpark(long order, String by, boolean anyway) {
        return database.inTransaction(handle -> {
            handle.execute("update outbox_line set apart = null, reason = null where outbox_order_id = ? and apart = 'PARKED'", order);
            if (anyway) {
                handle.execute("update outbox_order set anyway = true where id = ?", order);
            }
            try {
                outbox.move(handle, order, OutboxState.PARKED, OutboxState.DOUBTFUL, anyway ? "To be confirmed anyway." : "To be tried again.", by);
                return true;
            } catch (OutdatedException e) {
                handle.rollback();
                return false;
            }
        });
    }

    @Override
    public Optional<ReviewDesk.Refusal> join(int odooOrder, String by) {
        return database.inTransaction(handle -> {
            Optional<ReviewDesk.Refusal> refusal = Joins.choose(handle, odooOrder, by, clock.instant());
            if (refusal.isEmpty()) {
                journal.append(handle, new JournalEntry.What(by, "join", "purchase order " + odooOrder, "Lines that are queued or approved next are to be added to it.", null, null));
            }
            return refusal;
        });
    }

    @Override
    public boolean ownDraft(int odooOrder, String by) {
        return database.inTransaction(handle -> {
            boolean left = Joins.leave(handle, odooOrder);
            if (left) {
                journal.append(handle, new JournalEntry.What(by, "own-draft", "purchase order " + odooOrder, "Lines are not to be added to it.", null, null));
            }
            return left;
        });
    }

    @Override
    public ReviewDesk.Outcome sendAnyway(Collection<Long> proposalLines, String by) {
        return act(proposalLines, by, "send-anyway", EnumSet.of(OutboxState.CONFLICT), (handle, line) -> {
            LineFacts now = line.now() == null ? line.intent().decided() : line.now();
            LineIntent again = line.intent().decidedAgain(now, by, clock.instant());
            if (!now.available()) {
                return new No(Why.ARCHIVED, "The product or the vendor is archived in Odoo. Mend that there first.");
            }
            leaveOrder(handle, line, "Its last line was decided anew.");
            end(handle, line, "Decided anew.");
            if (OutboxRows.keyIsTaken(handle, again.key())) {
                return new No(Why.IN_OUTBOX, "This shortage is in the outbox already. Drop this line.");
            }
            OutboxRows.insert(handle, again, clock.instant());
            return null;
        });
    }

    @Override
    public ReviewDesk.Outcome drop(Collection<Long> proposalLines, String by) {
        return act(proposalLines, by, "drop", EnumSet.of(OutboxState.CONFLICT, OutboxState.PARKED), (handle, line) -> {
            if (line.seen()) {
                return new No(Why.IN_ODOO, "It is in Odoo. Cancel it there, or withdraw the order.");
            }
            leaveOrder(handle, line, "Its last line was dropped.");
            outbox.leave(handle, line.id(), OutboxState.WITHDRAWN, "Dropped in the outbox.", line.now(), by);
            return null;
        });
    }

    @Override
    public ReviewDesk.Outcome redecide(Collection<Long> proposalLines, String by) {
        return act(proposalLines, by, "re-decide", EnumSet.of(OutboxState.CONFLICT, OutboxState.PARKED), (handle, line) -> {
            if (line.seen()) {
                return new No(Why.IN_ODOO, "It is in Odoo. Cancel it there, or withdraw the order.");
            }
            leaveOrder(handle, line, "Its last line was put back for a new decision.");
            end(handle, line, "Put back for a new decision.");
            handle.execute("update proposal_line set state = 'OPEN', decision = null where id = ? and state = 'APPROVED'", line.intent().proposalLineId());
            return null;
        });
    }

    /** The outbox line is over, and its proposal line isn't rejected by that. */
    private void end(Handle handle, OutboxLine line, String reason) {
        handle.execute("update outbox_line set apart = 'WITHDRAWN', reason = ?, moved_at = ? where id = ?", reason, clock.instant(), line.id());
    }

    /** An order that is parked as a whole stays so for its other lines; with the last one it is over. */
    private void leaveOrder(Handle handle, OutboxLine line, String reason) {
        Long order = handle.createQuery("select outbox_order_id from outbox_line where id = :id and outbox_order_id is not null")
                .bind("id", line.id())
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
        if (order == null) {
            return;
        }
        OutboxState state = OutboxState.valueOf(
                handle.createQuery("select state from outbox_order where id = :id for update").bind("id", order).mapTo(String.class).one());
        int others = handle.createQuery(
                        "select count(*) from outbox_line where outbox_order_id = :order and id <> :line and (apart is null or apart in ('CONFLICT', 'PARKED'))")
                .bind("order", order)
                .bind("line", line.id())
                .mapTo(Integer.class)
                .one();
        if (others == 0 && (state == OutboxState.PARKED || state == OutboxState.CONFLICT)) {
            outbox.move(handle, order, state, OutboxState.WITHDRAWN, reason, CacheOutbox.ACTOR);
        }
    }

    private ReviewDesk.Outcome act(Collection<Long> proposalLines, String by, String action, Set<OutboxState> from, Action what) {
        List<Long> changed = new ArrayList<>();
        List<ReviewDesk.Refusal> refused = new ArrayList<>();
        for (long id : new TreeSet<>(proposalLines)) {
            No no = database.inTransaction(handle -> act(handle, id, by, action, from, what));
            if (no == null) {
                changed.add(id);
            } else {
                refused.add(new ReviewDesk.Refusal(id, no.why(), List.of(), no.words()));
            }
        }
        return new ReviewDesk.Outcome(changed, refused);
    }

    private @Nullable No act(Handle handle, long id, String by, String action, Set<OutboxState> from, Action what) {
        Optional<OutboxLine> line = OutboxRows.living(handle, id).filter(found -> from.contains(standing(handle, found)));
        if (line.isEmpty()) {
            return new No(Why.NOT_WAITING, "It is not in the outbox for that any more. Look at the outbox again.");
        }
        No no = what.on(handle, line.get());
        if (no == null) {
            journal.append(handle, new JournalEntry.What(by, action, "line " + id + " " + line.get().intent().code(), "", null, null));
        } else {
            handle.rollback();
        }
        return no;
    }

    private static OutboxState standing(Handle handle, OutboxLine line) {
        if (line.apart() != null) {
            return line.apart();
        }
        return handle.createQuery("select o.state from outbox_line l join outbox_order o on o.id = l.outbox_order_id where l.id = :id")
                .bind("id", line.id())
                .mapTo(String.class)
                .findOne()
                .map(OutboxState::valueOf)
                .orElse(OutboxState.QUEUED);
    }

    /** @param words in English */
    private record No(Why why, String words) {}

    private interface Action {
        /** @return why not; null when it was done */
        @Nullable No on(Handle handle, OutboxLine line);
    }

    /** For each proposal, the colleagues' drafts that what is approved of it could be added to. */
    public List<DraftOffer> offers() {
        return jdbi.withHandle(Joins::offers);
    }
}
