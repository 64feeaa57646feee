package org.orderbench.cache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.orderbench.journal.Journal;
import org.orderbench.journal.JournalChain;
import org.orderbench.journal.JournalEntry;

/** The journal in the cache. Entries that belong to a decision or a move are added inside that one's transaction. Safe for several threads. */
public final class CacheJournal implements Journal {

    private static final int PAGE = 2000;

    private final CacheDatabase database;
    private final Jdbi jdbi;
    private final Clock clock;

    public CacheJournal(CacheDatabase database, Clock clock) {
        this.database = database;
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    @Override
    public JournalEntry append(JournalEntry.What what) {
        return database.inTransaction(handle -> append(handle, what));
    }

    /** Within the caller's transaction. The chain's head is locked until it ends, so that entries stand in the order of their commits. */
    JournalEntry append(Handle handle, JournalEntry.What what) {
        return append(handle, List.of(what)).getFirst();
    }

    /** The same for several, in this order. */
    List<JournalEntry> append(Handle handle, List<JournalEntry.What> whats) {
        Head head = handle.createQuery("select seq, hash from journal_head for update")
                .map((row, context) -> new Head(row.getLong(1), row.getString(2)))
                .one();
        List<JournalEntry> entries = new ArrayList<>();
        for (JournalEntry.What what : whats) {
            JournalEntry entry = JournalChain.next(head.seq() + 1, head.hash(), clock.instant(), what);
            handle.execute(
                    "insert into journal (seq, at, actor, action, subject, cause, before_json, after_json, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    entry.seq(), entry.at(), what.actor(), what.action(), what.subject(), what.cause(), what.before(), what.after(), entry.previousHash(),
                    entry.hash());
            entries.add(entry);
            head = new Head(entry.seq(), entry.hash());
        }
        handle.execute("update journal_head set seq = ?, hash = ?", head.seq(), head.hash());
        return entries;
    }

    @Override
    public List<JournalEntry> newest(long before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from journal where seq < :before order by seq desc limit :limit")
                .bind("before", before <= 0 ? Long.MAX_VALUE : before)
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list());
    }

    @Override
    public void forEach(Consumer<JournalEntry> consumer) {
        long last = head(jdbi.withHandle(CacheJournal::ends)).seq();
        pages(last, entry -> {
            consumer.accept(entry);
            return true;
        });
    }

    @Override
    public Verification verify() {
        Head head = head(jdbi.withHandle(CacheJournal::ends));
        Checked checked = new Checked();
        pages(head.seq(), checked::is);
        if (checked.broken != null) {
            return new Verification(checked.seq, checked.seq + 1, checked.broken);
        }
        if (head.seq() != checked.seq || !head.hash().equals(checked.hash)) {
            return new Verification(checked.seq, checked.seq + 1, "entries are missing at the end: the chain once ended with entry " + head.seq());
        }
        // what was appended meanwhile moved the head, too
        Ends now = jdbi.withHandle(CacheJournal::ends);
        return now.last() == now.head()
                ? new Verification(checked.seq, null, null)
                : new Verification(checked.seq, now.head() + 1, "the chain ended with entry " + now.head() + ", and there are entries behind it");
    }

    private static Head head(Ends ends) {
        return new Head(ends.head(), ends.hash());
    }

    /** The chain's end as it is kept and the last entry that there is, as of one moment. */
    private static Ends ends(Handle handle) {
        return handle.createQuery("select seq, hash, (select coalesce(max(seq), 0) from journal) from journal_head")
                .map((row, context) -> new Ends(row.getLong(1), row.getString(2), row.getLong(3)))
                .one();
    }

    /** Page by page, so that years of it need no more memory than a day: H2 holds the whole of what one query answers. */
    private void pages(long last, Predicate<JournalEntry> wantsMore) {
        long seen = Long.MIN_VALUE;
        while (seen < last) {
            long after = seen;
            List<JournalEntry> page = jdbi.withHandle(handle -> handle.createQuery("select * from journal where seq > :after and seq <= :last order by seq limit :page")
                    .bind("after", after)
                    .bind("last", last)
                    .bind("page", PAGE)
                    .map((row, context) -> entry(row))
                    .list());
            for (JournalEntry entry : page) {
                if (!wantsMore.test(entry)) {
                    return;
                }
            }
            if (page.isEmpty()) {
                return;
            }
            seen = page.getLast().seq();
        }
    }

    /** How far the chain was found whole. */
    private static final class Checked {
        private long seq;
        private String hash = JournalChain.GENESIS;
        private @Nullable String broken;

        boolean is(JournalEntry entry) {
            broken = JournalChain.broken(seq + 1, hash, entry);
            if (broken != null) {
                return false;
            }
            seq = entry.seq();
            hash = entry.hash();
            return true;
        }
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new JournalEntry.What(
                        row.getString("actor"), row.getString("action"), row.getString("subject"), row.getString("cause"), row.getString("before_json"),
                        row.getString("after_json")),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private record Head(long seq, String hash) {}

    private record Ends(long head, String hash, long last) {}
}
