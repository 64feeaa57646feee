package org.orderbench.cache;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.journal.JournalEntry;
import org.orderbench.proposal.Successors;

/** Which product succeeds which, in the cache, each change in one transaction with its journal entry. */
public final class CacheSuccessors implements Successors {

    private final CacheDatabase database;
    private final CacheJournal journal;
    private final Clock clock;

    public CacheSuccessors(CacheDatabase database, Clock clock) {
        this.database = database;
        this.journal = new CacheJournal(database, clock);
        this.clock = clock;
    }

    @Override
    public Map<Integer, Integer> all() {
        return database.jdbi().withHandle(handle -> read(handle, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    /** Of a run of products. */
    static Map<Integer, Integer> read(Handle handle, int from, int to) {
        Map<Integer, Integer> found = new HashMap<>();
        handle.select("select product_id, predecessor_id from predecessor where product_id between ? and ?", from, to)
                .map((rs, ctx) -> Map.entry(rs.getInt(1), rs.getInt(2)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    @Override
    public void say(int productId, OptionalInt predecessorId, String by) {
        database.inTransaction(handle -> {
            handle.execute("select seq from journal_head for update");
            Map<Integer, Integer> known = read(handle, Integer.MIN_VALUE, Integer.MAX_VALUE);
            Integer before = known.get(productId);
            if (predecessorId.isPresent()) {
                refuseCircle(productId, predecessorId.getAsInt(), known);
                handle.execute(
                        "merge into predecessor (product_id, predecessor_id, by_whom, at) key (product_id) values (?, ?, ?, ?)", productId,
                        predecessorId.getAsInt(), by, clock.instant());
            } else {
                handle.execute("delete from predecessor where product_id = ?", productId);
            }
            // What was forecast today of it, and of what succeeds it in turn, holds no longer.
            DayForecastRows.drop(handle, List.of(productId));
            journal.append(handle, new JournalEntry.What(
                    by, "successor", "product " + productId, "", text(before), text(predecessorId.isPresent() ? Integer.valueOf(predecessorId.getAsInt()) : null)));
            return 0;
        });
    }

    private static void refuseCircle(int productId, int predecessorId, Map<Integer, Integer> known) {
        for (Integer next = predecessorId; next != null; next = known.get(next)) {
            if (next == productId) {
                throw new IllegalArgumentException("A product cannot succeed itself, directly or by others.");
            }
        }
    }

    private static @Nullable String text(@Nullable Integer predecessor) {
        return predecessor == null ? null : CacheJson.write(predecessor);
    }
}
