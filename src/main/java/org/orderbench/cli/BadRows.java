package org.orderbench.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows that were left out, each by its line and the rule that it breaks: the first are said, all are counted by rule and, where asked for, written to a file. */
final class BadRows implements Closeable {

    private static final int MOST_SAID = 20;

    private final Consumer<String> said;
    private final @Nullable CsvWriter file;
    private final Map<String, Long> byRule = new TreeMap<>();
    private long count;

    /** @param file for all of them; null for none */
    BadRows(Consumer<String> said, @Nullable Path file) throws IOException {
        this.said = said;
        this.file = file == null ? null : CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        if (this.file != null) {
            this.file.writeRecord("line", "rule", "message");
        }
    }

    void add(long line, BadRowException bad) {
        count++;
        byRule.merge(bad.rule(), 1L, Long::sum);
        if (count <= MOST_SAID) {
            said.accept("line " + line + ": " + bad.getMessage() + " (" + bad.rule() + "): left out");
        }
        if (file != null) {
            file.writeRecord(Long.toString(line), bad.rule(), bad.getMessage());
        }
    }

    /** Says what was not said one by one. */
    void sayRest() {
        if (count > MOST_SAID) {
            said.accept((count - MOST_SAID) + " more rows were left out; of all: " + String.join(", ", byRule.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList())
                    + (file == null ? ". --bad-rows FILE lists every one." : "."));
        }
    }

    long count() {
        return count;
    }

    Map<String, Long> byRule() {
        return byRule;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
