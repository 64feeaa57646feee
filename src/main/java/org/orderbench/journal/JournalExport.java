package org.orderbench.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Writes the whole journal for auditors, oldest entry first, hashes included so that the chain can be recomputed elsewhere. */
public final class JournalExport {

    private final Journal journal;

    public JournalExport(Journal journal) {
        this.journal = journal;
    }

    /** Comma-separated, a header row, RFC 4180 quoting. Cells that a spreadsheet would run as a formula get a leading apostrophe. */
    public void csv(Writer out) throws IOException {
        try {
            CsvWriter csv = CsvWriter.builder().build(out);
            csv.writeRecord("seq", "at", "actor", "action", "subject", "cause", "before", "after", "previous_hash", "hash");
            journal.forEach(entry -> {
                JournalEntry.What what = entry.what();
                csv.writeRecord(
                        Long.toString(entry.seq()), entry.at().toString(), safe(what.actor()), safe(what.action()), safe(what.subject()),
                        safe(what.cause()), safe(what.before()), safe(what.after()), entry.previousHash(), entry.hash());
            });
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** One JSON array of objects. */
    public void json(Writer out) throws IOException {
        try {
            JsonGenerator json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartArray();
            journal.forEach(entry -> write(json, entry));
            json.writeEndArray();
            json.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(JsonGenerator json, JournalEntry entry) {
        try {
            json.writeStartObject();
            json.writeNumberField("seq", entry.seq());
            json.writeStringField("at", entry.at().toString());
            json.writeStringField("actor", entry.what().actor());
            json.writeStringField("action", entry.what().action());
            json.writeStringField("subject", entry.what().subject());
            json.writeStringField("cause", entry.what().cause());
            json.writeStringField("before", entry.what().before());
            json.writeStringField("after", entry.what().after());
            json.writeStringField("previous_hash", entry.previousHash());
            json.writeStringField("hash", entry.hash());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String safe(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
