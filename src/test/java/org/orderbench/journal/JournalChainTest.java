package org.orderbench.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderbench.cache.CacheJournal;
import org.orderbench.cache.FreshCache;

class JournalChainTest {

    @RegisterExtension
    final FreshCache cache = new FreshCache();

    private static JournalEntry.What what(String cause) {
        return new JournalEntry.What("Ann", "approve", "line 1", cause, null, "{}");
    }

    @Test
    void contentsThatJoinToTheSameTextHashDifferently() {
        Instant at = Instant.parse("2026-11-23T08:00:00.123456789Z");
        JournalEntry one = JournalChain.next(1, JournalChain.GENESIS, at, new JournalEntry.What("ab", "c", "", "", null, null));
        JournalEntry two = JournalChain.next(1, JournalChain.GENESIS, at, new JournalEntry.What("a", "bc", "", "", null, null));
        JournalEntry three = JournalChain.next(1, JournalChain.GENESIS, at, new JournalEntry.What("ab", "c", "", "", "", null));
        assertThat(one.hash()).isNotEqualTo(two.hash()).isNotEqualTo(three.hash()).hasSize(64);
        assertThat(one.at().getNano()).isEqualTo(123_456_000);
    }

    @Test
    void aMissingAnInsertedAndACutOffEntryAreNamed() {
        CacheJournal journal = new CacheJournal(cache.database(), Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC));
        for (int i = 0; i < 5; i++) {
            journal.append(what("cause " + i));
        }
        assertThat(journal.verify()).isEqualTo(new Journal.Verification(5, null, null));
        cache.jdbi().useHandle(handle -> handle.execute("delete from journal where seq = 5"));
        assertThat(journal.verify().reason()).contains("missing at the end");
        cache.jdbi().useHandle(handle -> handle.execute("delete from journal where seq = 3"));
        assertThat(journal.verify().brokenEntry()).isEqualTo(3);
        assertThat(journal.verify().reason()).contains("entry 3 is missing");
    }

    @Test
    void aLongOneIsReadPageByPageAndWhatStandsBehindItsEndIsNamed() {
        CacheJournal journal = new CacheJournal(cache.database(), Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC));
        int many = 2050;
        for (int i = 0; i < many; i++) {
            journal.append(what("cause " + i));
        }
        assertThat(journal.verify()).isEqualTo(new Journal.Verification(many, null, null));
        AtomicLong next = new AtomicLong();
        journal.forEach(entry -> assertThat(entry.seq()).isEqualTo(next.incrementAndGet()));
        assertThat(next).hasValue(many);
        cache.jdbi().useHandle(handle -> handle.execute(
                "insert into journal select seq + 1, at, actor, action, subject, cause, before_json, after_json, hash, hash from journal where seq = ?", many));
        assertThat(journal.verify().reason()).contains("entries behind it");
        cache.jdbi().useHandle(handle -> handle.execute("delete from journal where seq > ?", many));
        cache.jdbi().useHandle(handle -> handle.execute("update journal set cause = 'another' where seq = 2040"));
        assertThat(journal.verify().brokenEntry()).isEqualTo(2040);
    }

    @Test
    void exportsAreWholeAndHarmless() throws Exception {
        CacheJournal journal = new CacheJournal(cache.database(), Clock.systemUTC());
        journal.append(what("=HYPERLINK(\"x\"), \"quoted\"\nsecond line"));
        StringWriter csv = new StringWriter();
        new JournalExport(journal).csv(csv);
        assertThat(csv.toString()).startsWith("seq,at,actor").contains("\"'=HYPERLINK(\"\"x\"\"), \"\"quoted\"\"\nsecond line\"");
        StringWriter json = new StringWriter();
        new JournalExport(journal).json(json);
        JsonNode entries = new ObjectMapper().readTree(json.toString());
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).get("cause").asText()).startsWith("=HYPERLINK");
        assertThat(entries.get(0).get("hash").asText()).hasSize(64);
    }
}
