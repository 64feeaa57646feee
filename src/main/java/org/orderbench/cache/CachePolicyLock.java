package org.orderbench.cache;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.KeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.orderbench.journal.JournalEntry;
import org.orderbench.policy.ChangeRule;
import org.orderbench.policy.PolicyLock;

/** Who may change the policy, in the cache. A passphrase is kept as PBKDF2-HMAC-SHA-256 with a salt of its own. Safe for several threads. */
public final class CachePolicyLock implements PolicyLock {

    /** What OWASP's password storage cheat sheet advises for this function. */
    private static final int ROUNDS = 600_000;

    private static final int BITS = 256;

    private final Jdbi jdbi;
    private final CacheJournal journal;
    private final SecureRandom random = new SecureRandom();

    public CachePolicyLock(CacheDatabase database, Clock clock) {
        this.jdbi = database.jdbi();
        this.journal = new CacheJournal(database, clock);
    }

    private record Kept(ChangeRule rule, byte[] salt, byte[] hash, int rounds) {}

    @Override
    public ChangeRule rule() {
        return jdbi.withHandle(CachePolicyLock::kept).map(Kept::rule).orElse(ChangeRule.ADMINISTRATOR);
    }

    private static Optional<Kept> kept(Handle handle) {
        return handle.select("select rule, salt, hash, rounds from policy_lock")
                .map((row, context) -> new Kept(ChangeRule.valueOf(row.getString(1)), bytes(row.getString(2)), bytes(row.getString(3)), row.getInt(4)))
                .findOne();
    }

    private static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : Base64.getDecoder().decode(text);
    }

    @Override
    public boolean matches(char[] passphrase) {
        Optional<Kept> kept = jdbi.withHandle(CachePolicyLock::kept);
        return kept.isPresent() && kept.get().rule() == ChangeRule.PASSPHRASE && passphrase.length > 0
                && MessageDigest.isEqual(kept.get().hash(), hash(passphrase, kept.get().salt(), kept.get().rounds()));
    }

    private static byte[] hash(char[] passphrase, byte[] salt, int rounds) {
        KeySpec spec = new PBEKeySpec(passphrase, salt, rounds, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot hash a passphrase", e);
        } finally {
            ((PBEKeySpec) spec).clearPassword();
        }
    }

    @Override
    public void toAdministrator(String by) {
        jdbi.useTransaction(handle -> {
            handle.execute("merge into policy_lock (only_row, rule, salt, hash, rounds) values (true, ?, null, null, null)", ChangeRule.ADMINISTRATOR.name());
            note(handle, by, "an administrator of purchasing in Odoo");
        });
    }

    @Override
    public void toPassphrase(char[] passphrase, String by) {
        if (passphrase.length < SHORTEST) {
            throw new IllegalArgumentException("A passphrase needs at least " + SHORTEST + " characters. Take a few words.");
        }
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        byte[] hash = hash(passphrase, salt, ROUNDS);
        jdbi.useTransaction(handle -> {
            handle.execute(
                    "merge into policy_lock (only_row, rule, salt, hash, rounds) values (true, ?, ?, ?, ?)",
                    ChangeRule.PASSPHRASE.name(), Base64.getEncoder().encodeToString(salt), Base64.getEncoder().encodeToString(hash), ROUNDS);
            note(handle, by, "whoever knows the passphrase");
        });
    }

    private void note(Handle handle, String by, String who) {
        journal.append(handle, new JournalEntry.What(by, "policy-lock", "who may change the policy", "From now on " + who + ".", null, null));
    }
}
