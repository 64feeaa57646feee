package org.orderbench.cache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterable;
import org.orderbench.journal.Journal;
import org.orderbench.journal.JournalChain;
import org.orderbench.journal.JournalEntry;

/** The journal in the cache. Entries that belong to a decision or a move are added inside that one's transaction. Safe for several threads. */
public final class CacheJournal implements Journal {

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
        Head head = handle.createQuery("select seq, hash from journal_head for update")
                .map((row, context) -> new Head(row.getLong(1), row.getString(2)))
                .one();
        JournalEntry entry = JournalChain.next(head.seq() + 1, head.hash(), clock.instant(), what);
        handle.execute(
                "insert into journal (seq, at, actor, action, subject, cause, before_json, after_json, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.seq(), entry.at(), what.actor(), what.action(), what.subject(), what.cause(), what.before(), what.after(), entry.previousHash(),
                entry.hash());
        handle.execute("update journal_head set seq = ?, hash = ?", entry.seq(), entry.hash());
        return entry;
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
        jdbi.useHandle(handle -> entries(handle).forEach(consumer));
    }

    @Override
    public Verification verify() {
        return jdbi.withHandle(handle -> {
            Head head = handle.createQuery("select seq, hash from journal_head")
                    .map((row, context) -> new Head(row.getLong(1), row.getString(2)))
                    .one();
            long seq = 0;
            String hash = JournalChain.GENESIS;
            for (Iterator<JournalEntry> entries = entries(handle).iterator(); entries.hasNext(); ) {
                JournalEntry entry = entries.next();
                String broken = JournalChain.broken(seq + 1, hash, entry);
                if (broken != null) {
                    return new Verification(seq, seq + 1, broken);
                }
                seq = entry.seq();
                hash = entry.hash();
            }
            boolean whole = head.seq() == seq && head.hash().equals(hash);
            return whole
                    ? new Verification(seq, null, null)
                    : new Verification(seq, seq + 1, "entries are missing at the end: the chain once ended with entry " + head.seq());
        });
    }

    private static ResultIterable<JournalEntry> entries(Handle handle) {
        return handle.createQuery("select * from journal order by seq").setFetchSize(1000).map((row, context) -> entry(row));
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
}
