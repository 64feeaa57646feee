package org.orderbench.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The hash chain: each entry's hash is SHA-256 over the previous hash and its own content, every field with its length before it, so that no two
 * contents have the same bytes. Whoever changes an entry has to change every later one, and the head that is kept apart.
 */
public final class JournalChain {

    /** What the first entry is chained to. */
    public static final String GENESIS = "0".repeat(64);

    private JournalChain() {}

    /** The entry that follows. {@code at} is cut to microseconds, which is what the cache keeps. */
    public static JournalEntry next(long seq, String previousHash, Instant at, JournalEntry.What what) {
        Instant kept = at.truncatedTo(ChronoUnit.MICROS);
        return new JournalEntry(seq, kept, what, previousHash, hash(seq, kept, what, previousHash));
    }

    /** @return why this entry cannot follow the previous one, or null when it does */
    public static @Nullable String broken(long expectedSeq, String previousHash, JournalEntry entry) {
        if (entry.seq() != expectedSeq) {
            return "entry " + expectedSeq + " is missing";
        }
        if (!entry.previousHash().equals(previousHash)) {
            return "it is not chained to the entry before it";
        }
        return entry.hash().equals(hash(entry.seq(), entry.at(), entry.what(), entry.previousHash())) ? null : "its content was changed";
    }

    private static String hash(long seq, Instant at, JournalEntry.What what, String previousHash) {
        MessageDigest digest = sha256();
        field(digest, previousHash);
        field(digest, Long.toString(seq));
        field(digest, at.toString());
        field(digest, what.actor());
        field(digest, what.action());
        field(digest, what.subject());
        field(digest, what.cause());
        field(digest, what.before());
        field(digest, what.after());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void field(MessageDigest digest, @Nullable String text) {
        if (text == null) {
            digest.update(ByteBuffer.allocate(4).putInt(-1).array());
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
