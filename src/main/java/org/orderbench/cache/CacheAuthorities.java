package org.orderbench.cache;

import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.orderbench.journal.Journal;
import org.orderbench.journal.JournalEntry;
import org.orderbench.odoo.Authority;

/** The certificate authorities that this profile trusts beside the system's; each step stands in the journal. Safe for several threads. */
public final class CacheAuthorities {

    private final CacheDatabase database;
    private final Journal journal;
    private final Clock clock;

    public CacheAuthorities(CacheDatabase database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** One that is trusted, by whose decision, and since when. */
    public record Trusted(Authority authority, String by, Instant since) {}

    public List<Trusted> all() {
        return database.jdbi().withHandle(h -> h.select("select certificate, trusted_by, trusted_at from trusted_authority order by trusted_at")
                .map((row, context) -> new Trusted(Authority.parse(row.getBytes(1)), row.getString(2), row.getObject(3, OffsetDateTime.class).toInstant()))
                .list());
    }

    public List<Authority> authorities() {
        return all().stream().map(Trusted::authority).toList();
    }

    public void trust(Authority authority, String by) {
        database.useTransaction(h -> h.execute(
                "merge into trusted_authority (fingerprint, name, certificate, trusted_by, trusted_at) key (fingerprint) values (?, ?, ?, ?, ?)",
                authority.fingerprint(), authority.name(), encoded(authority), by, clock.instant().atOffset(ZoneOffset.UTC)));
        journal.append(new JournalEntry.What(by, "trust-authority", authority.name(), "SHA-256 " + authority.fingerprint(), null, null));
    }

    /** @return whether it was there */
    public boolean remove(String fingerprint, String by) {
        boolean there = database.<Integer, RuntimeException>inTransaction(h -> h.execute("delete from trusted_authority where fingerprint = ?", fingerprint)) > 0;
        if (there) {
            journal.append(new JournalEntry.What(by, "distrust-authority", fingerprint, "", null, null));
        }
        return there;
    }

    private static byte[] encoded(Authority authority) {
        try {
            return authority.certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
