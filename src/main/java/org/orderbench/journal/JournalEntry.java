package org.orderbench.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, chained to the one before it. Immutable, never rewritten.
 *
 * @param seq          1, 2, 3 … without a gap
 * @param at           when, to the microsecond
 * @param what         who did what to what, and why
 * @param previousHash the hash of entry {@code seq - 1}; {@link JournalChain#GENESIS} for the first
 * @param hash         64 hex digits over everything above
 */
public record JournalEntry(long seq, Instant at, What what, String previousHash, String hash) {

    /**
     * The content of an entry.
     *
     * @param actor   a user's name, {@code agent}, or {@code Odoo} where it was found there
     * @param action  a stable short name, such as {@code approve}
     * @param subject what it was done to, such as {@code line 17} or {@code order P00012}
     * @param cause   why, in a sentence; empty where the action says it all
     * @param before  JSON of what it was, null where there was nothing
     * @param after   JSON of what it became, null where nothing is left
     */
    public record What(String actor, String action, String subject, String cause, @Nullable String before, @Nullable String after) {}
}
