package org.orderbench.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.orderbench.journal.JournalEntry;
import org.orderbench.proposal.Decision;
import org.orderbench.writeback.LineFacts;
import org.orderbench.writeback.LineIntent;
import org.orderbench.writeback.LineKey;
import org.orderbench.writeback.OrderKey;
import org.orderbench.writeback.OutboxLine;
import org.orderbench.writeback.OutboxMoves;
import org.orderbench.writeback.OutboxOrder;
import org.orderbench.writeback.OutboxState;
import org.orderbench.writeback.OutboxStore;
import org.orderbench.writeback.PurchaseGateway;

/** The outbox in the cache: each call one transaction with its journal entry; moves by compare-and-set. Safe for several threads. */
public final class CacheOutbox implements OutboxStore {

    /** Who the journal names where no person acts. */
    static final String ACTOR = "outbox";

    /** How long an order is looked after once it is written. */
    private static final Duration WATCHED = Duration.ofDays(120);

    /** How long a request may be under way: longer than any proxy waits. */
    private static final Duration LATE = Duration.ofMinutes(15);

    private final CacheDatabase database;
    private final Jdbi jdbi;
    private final CacheJournal journal;
    private final Clock clock;
    private final Intents intents = new Intents();
    private final ThreadLocal<@Nullable Together> together = new ThreadLocal<>();

    public CacheOutbox(CacheDatabase database, Clock clock) {
        this.database = database;
        this.jdbi = database.jdbi();
        this.journal = new CacheJournal(database, clock);
        this.clock = clock;
    }

    @Override
    public void bind() {
        database.useTransaction(handle -> {
            Map<Group, List<OutboxLine>> groups =
                    OutboxRows.unbound(handle).stream().collect(Collectors.groupingBy(Group::of, LinkedHashMap::new, Collectors.toList()));
            groups.forEach((group, lines) -> bind(handle, group, lines));
            groups.keySet().stream().filter(group -> !group.unasked()).forEach(group -> Joins.done(handle, group.vendor(), group.company(), group.warehouse(), group.currency()));
        });
    }

    private void bind(Handle handle, Group group, List<OutboxLine> lines) {
        OrderKey key = freeKey(handle, group, lines.stream().map(OutboxLine::key).toList());
        Instant now = clock.instant();
        Integer joins = group.unasked() ? null : Joins.chosen(handle, group.vendor(), group.company(), group.warehouse(), group.currency());
        LineIntent any = lines.getFirst().intent();
        long order = handle.createUpdate(
                        """
                        insert into outbox_order (order_key, company_id, warehouse_id, receipt_type_id, vendor_id, vendor_name, currency, confirm, state, joins, created_at, moved_at)
                        values (:key, :company, :warehouse, :receipts, :vendor, :name, :currency, :confirm, 'QUEUED', :joins, :at, :at)
                        """)
                .bind("key", key.hex())
                .bind("company", group.company())
                .bind("warehouse", group.warehouse())
                .bind("receipts", group.receiptType())
                .bind("vendor", group.vendor())
                .bind("name", any.vendorName())
                .bind("currency", group.currency())
                .bind("confirm", group.confirm())
                .bind("joins", joins)
                .bind("at", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        for (OutboxLine line : lines) {
            handle.execute("update outbox_line set outbox_order_id = ?, moved_at = ? where id = ?", order, now, line.id());
        }
        log(handle, "bind", order, "", null, Map.of("key", key.hex(), "lines", lines.stream().map(line -> line.key().hex()).toList(), "joins", joins == null ? "" : joins));
    }

    /** The first round whose key this cache has not used: what is left in Odoo of a withdrawn order is never written to again. */
    private static OrderKey freeKey(Handle handle, Group group, List<LineKey> lines) {
        for (int round = 0; ; round++) {
            OrderKey key = OrderKey.of(group.vendor(), group.company(), group.warehouse(), group.currency(), lines, round);
            int used = handle.createQuery("select count(*) from outbox_order where order_key = :key").bind("key", key.hex()).mapTo(Integer.class).one();
            if (used == 0) {
                return key;
            }
        }
    }

    @Override
    public List<Long> unfinished() {
        List<String> states = Arrays.stream(OutboxState.values()).filter(OutboxMoves::isUnfinished).map(Enum::name).toList();
        return jdbi.withHandle(handle -> handle.createQuery("select id from outbox_order where state in (<states>) order by id")
                .bindList("states", states)
                .mapTo(Long.class)
                .list());
    }

    @Override
    public List<Long> watched() {
        return jdbi.withHandle(handle -> handle.createQuery("select id from outbox_order where state = 'NOTED' and moved_at > :since order by id")
                .bind("since", clock.instant().minus(WATCHED))
                .mapTo(Long.class)
                .list());
    }

    @Override
    public List<Long> cameToNothing() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from outbox_order where state in ('ADOPTED', 'CONFLICT', 'WITHDRAWN') and sent_at is not null order by id")
                .mapTo(Long.class)
                .list());
    }

    @Override
    public void swept(long order) {
        jdbi.useHandle(handle -> handle.execute(
                "update outbox_order set sent_at = null where id = ? and moved_at < ?", order, clock.instant().minus(LATE)));
    }

    /** The transaction that this thread has open. */
    private static final class Together {
        private final Handle handle;
        private final List<JournalEntry.What> said = new ArrayList<>();
        private boolean powerCut;

        Together(Handle handle) {
            this.handle = handle;
        }
    }

    @Override
    public void together(Runnable calls) {
        if (together.get() != null) {
            calls.run();
            return;
        }
        try {
            database.useJoined(handle -> {
                Together open = new Together(handle);
                together.set(open);
                calls.run();
                if (!open.said.isEmpty()) {
                    journal.append(handle, open.said);
                }
                return open.powerCut;
            });
        } finally {
            together.remove();
        }
    }

    /** Survives a killed process and a power cut. */
    private void safely(Consumer<Handle> work) {
        Together open = together.get();
        if (open == null) {
            database.useTransaction(work::accept);
        } else {
            open.powerCut = true;
            work.accept(open.handle);
        }
    }

    /** Survives a killed process. */
    private void quickly(Consumer<Handle> work) {
        Together open = together.get();
        if (open == null) {
            database.useQuickTransaction(work::accept);
        } else {
            work.accept(open.handle);
        }
    }

    @Override
    public OutboxOrder order(long id) {
        Together open = together.get();
        return (open == null ? jdbi.inTransaction(handle -> OutboxRows.order(handle, id, intents)) : OutboxRows.order(open.handle, id, intents))
                .orElseThrow(() -> new OutdatedException("Order " + id + " of the outbox is no longer there"));
    }

    @Override
    public void move(long order, OutboxState from, OutboxState to, @Nullable String reason) {
        if (to == OutboxState.SENDING) {
            // before a byte leaves; every later state can be seen in Odoo
            safely(handle -> move(handle, order, from, to, reason, ACTOR));
        } else {
            quickly(handle -> move(handle, order, from, to, reason, ACTOR));
        }
    }

    void move(Handle handle, long order, OutboxState from, OutboxState to, @Nullable String reason, String actor) {
        if (!OutboxMoves.isLegal(from, to)) {
            throw new IllegalStateException("The outbox has no move from " + from + " to " + to);
        }
        int moved = handle.execute(
                "update outbox_order set state = ?, reason = ?, moved_at = ?, attempts = case when ? in ('DOUBTFUL', 'SENDING') then attempts else 0 end, "
                        + "sent_at = case when ? = 'SENDING' then ? else sent_at end where id = ? and state = ?",
                to.name(), reason, clock.instant(), to.name(), to.name(), clock.instant(), order, from.name());
        if (moved == 0) {
            throw new OutdatedException("Order " + order + " of the outbox is no longer " + from);
        }
        log(handle, "move", order, reason == null ? "" : reason, Map.of("state", from.name()), Map.of("state", to.name()), actor);
    }

    @Override
    public void keep(long order, PurchaseGateway.OrderView view) {
        quickly(handle -> {
            int changed = handle.createUpdate(
                            """
                            update outbox_order set odoo_order_id = :id, odoo_order_name = :name, odoo_state = :state
                            where id = :order and (odoo_order_id is distinct from :id or odoo_order_name is distinct from :name or odoo_state is distinct from :state)
                            """)
                    .bind("id", view.id())
                    .bind("name", view.name())
                    .bind("state", view.state())
                    .bind("order", order)
                    .execute();
            if (changed > 0) {
                log(handle, "read", order, "", null, Map.of("id", view.id(), "name", view.name(), "state", view.state()));
            }
        });
    }

    @Override
    public void makeOwn(long order, String reason) {
        quickly(handle -> {
            handle.execute("update outbox_order set joins = null, odoo_order_id = null, odoo_order_name = null, odoo_state = null where id = ?", order);
            log(handle, "own-draft", order, reason, null, null);
        });
    }

    @Override
    public void forgetOrder(long order) {
        quickly(handle -> {
            handle.execute("update outbox_order set odoo_order_id = null, odoo_order_name = null, odoo_state = null where id = ?", order);
            log(handle, "remove-empty", order, "Nothing of it was left to write.", null, null);
        });
    }

    @Override
    public void tried(long order, String reason) {
        quickly(handle -> handle.execute("update outbox_order set attempts = attempts + 1, reason = ? where id = ?", reason, order));
    }

    @Override
    public void seen(long line, int odooLineId, int odooOrderId, @Nullable String reason) {
        quickly(handle -> seen(handle, line, odooLineId, odooOrderId, reason));
    }

    @Override
    public void adopted(long line, int odooLineId, int odooOrderId, String reason) {
        safely(handle -> {
            seen(handle, line, odooLineId, odooOrderId, null);
            leave(handle, line, OutboxState.ADOPTED, reason, null, ACTOR);
        });
    }

    private void seen(Handle handle, long line, int odooLineId, int odooOrderId, @Nullable String reason) {
            int changed = handle.createUpdate(
                            """
                            update outbox_line set seen = true, odoo_line_id = :line, odoo_order_id = :order, reason = :reason
                            where id = :id and (not seen or odoo_line_id is distinct from :line or odoo_order_id is distinct from :order or reason is distinct from :reason)
                            """)
                    .bind("line", odooLineId)
                    .bind("order", odooOrderId)
                    .bind("reason", reason)
                    .bind("id", line)
                    .execute();
            if (changed > 0) {
                say(handle, new JournalEntry.What(
                        ACTOR, "seen", "outbox line " + line, reason == null ? "" : reason, null,
                        CacheJson.write(Map.of("line", odooLineId, "order", odooOrderId))));
            }
    }

    @Override
    public void leave(long line, OutboxState apart, String reason, @Nullable LineFacts now) {
        safely(handle -> leave(handle, line, apart, reason, now, ACTOR));
    }

    void leave(Handle handle, long line, OutboxState apart, String reason, @Nullable LineFacts now, String actor) {
        handle.execute(
                "update outbox_line set apart = ?, reason = ?, now_facts = ?, moved_at = ? where id = ?",
                apart.name(), reason, now == null ? null : CacheJson.write(now), clock.instant(), line);
        say(handle, new JournalEntry.What(actor, "line-" + apart.name().toLowerCase(Locale.ROOT), "outbox line " + line, reason, null, null));
        if (apart == OutboxState.WITHDRAWN) {
            Decision rejected = new Decision.Reject(reason, actor.equals(ACTOR) ? "Odoo" : actor, clock.instant());
            handle.execute(
                    "update proposal_line set state = 'REJECTED', decision = ? where id = (select proposal_line_id from outbox_line where id = ?) and state = 'APPROVED'",
                    ProposalJson.decision(rejected), line);
        }
    }

    @Override
    public void withdraw(long order, OutboxState from, String reason, String by) {
        safely(handle -> {
            OutboxOrder held = OutboxRows.order(handle, order).orElseThrow(() -> new OutdatedException("Order " + order + " is no longer there"));
            held.going().forEach(line -> leave(handle, line.id(), OutboxState.WITHDRAWN, reason, null, by));
            move(handle, order, from, OutboxState.WITHDRAWN, reason, by);
        });
    }

    @Override
    public boolean withdrawnBefore(LineKey key) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from outbox_line where line_key = :key and apart = 'WITHDRAWN'")
                .bind("key", key.hex())
                .mapTo(Integer.class)
                .one()) > 0;
    }

    /** Within the caller's transaction: with {@link #together} at its end, all at once. */
    private void say(Handle handle, JournalEntry.What what) {
        Together open = together.get();
        if (open == null) {
            journal.append(handle, what);
        } else {
            open.said.add(what);
        }
    }

    private void log(Handle handle, String action, long order, String cause, @Nullable Object before, @Nullable Object after) {
        log(handle, action, order, cause, before, after, ACTOR);
    }

    private void log(Handle handle, String action, long order, String cause, @Nullable Object before, @Nullable Object after, String actor) {
        say(handle, new JournalEntry.What(
                actor, action, "outbox order " + order, cause, before == null ? null : CacheJson.write(before), after == null ? null : CacheJson.write(after)));
    }

    /** What lines must have in common to go into one order. What nobody asked for goes apart, so that the brake holds it and nothing else. */
    private record Group(int company, int warehouse, int receiptType, int vendor, String currency, boolean confirm, boolean unasked) {
        static Group of(OutboxLine line) {
            LineIntent intent = line.intent();
            return new Group(
                    intent.basis().sku().companyId(), intent.basis().sku().warehouseId(), intent.receiptTypeId(), intent.vendorId(), intent.currency(),
                    intent.confirm(), intent.unasked());
        }
    }
}
