package org.orderbench.journal;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The append-only audit trail. Implemented by the cache. Safe for several threads. */
public interface Journal {

    /** Adds an entry by itself; what belongs to a decision is added inside that decision's own transaction. */
    JournalEntry append(JournalEntry.What what);

    /** The newest entries first, at most {@code limit}, older than {@code before} (0: from the newest). */
    List<JournalEntry> newest(long before, int limit);

    /** Every entry, oldest first, one at a time. */
    void forEach(Consumer<JournalEntry> consumer);

    /** Recomputes the whole chain. */
    Verification verify();

    /**
     * What came of a verification.
     *
     * @param entries     how many entries are whole, counted from the first
     * @param brokenEntry the first entry that is not, or null when the chain is whole
     * @param reason      what is wrong with it, for a person; null when the chain is whole
     */
    record Verification(long entries, @Nullable Long brokenEntry, @Nullable String reason) {
        public boolean whole() {
            return brokenEntry == null;
        }
    }
}
