package org.orderbench.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.orderbench.Wiring;
import org.orderbench.journal.Journal;
import org.orderbench.journal.JournalEntry;
import org.orderbench.journal.JournalExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code journal}: the audit trail: its newest entries, whether it is whole, and as a file. */
@Command(name = "journal", description = "Shows the newest entries of the audit trail, checks it, or exports it.", mixinStandardHelpOptions = true)
final class JournalCommand extends HomeCommand {

    /** What to do with the trail. */
    enum Action {
        SHOW,
        VERIFY,
        EXPORT
    }

    @Parameters(arity = "0..1", paramLabel = "ACTION", description = "show, verify or export (default: ${DEFAULT-VALUE}).", defaultValue = "SHOW")
    Action action = Action.SHOW;

    @Option(names = "--last", paramLabel = "N", description = "How many entries to show (default: ${DEFAULT-VALUE}).", defaultValue = "30")
    int last = 30;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to export to: a name ending in .csv or .json.", defaultValue = "journal.csv")
    Path out = Path.of("journal.csv");

    @Override
    boolean onlyLooks() {
        return true;
    }

    @Override
    int run(Wiring wiring, Terminal terminal) throws IOException {
        Journal journal = wiring.journal();
        return switch (action) {
            case SHOW -> show(journal, terminal);
            case VERIFY -> verify(journal, terminal);
            case EXPORT -> export(journal, terminal);
        };
    }

    private int show(Journal journal, Terminal terminal) {
        List<JournalEntry> entries = journal.newest(0, last);
        TextTable table = new TextTable("No.", "When (UTC)", "Who", "What", "Of", "Why");
        for (JournalEntry entry : entries.reversed()) {
            table.row(entry.seq(), entry.at(), entry.what().actor(), entry.what().action(), entry.what().subject(), entry.what().cause());
        }
        terminal.say(table);
        terminal.result(entries.stream().map(JournalCommand::document).toList());
        return ExitCode.DONE;
    }

    private static int verify(Journal journal, Terminal terminal) {
        Journal.Verification found = journal.verify();
        terminal.say(found.whole()
                ? "The journal is whole: " + found.entries() + " entries, each following from the one before."
                : "The journal is NOT whole: entry " + found.brokenEntry() + ": " + found.reason() + " Keep the file as it is and tell whoever looks after your records.");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("whole", found.whole());
        document.put("entries", found.entries());
        document.put("brokenEntry", found.brokenEntry());
        document.put("reason", found.reason());
        terminal.result(document);
        return found.whole() ? ExitCode.DONE : ExitCode.NEEDS_A_PERSON;
    }

    private int export(Journal journal, Terminal terminal) throws IOException {
        String name = out.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv") && !name.endsWith(".json")) {
            throw new CommandFailedException("Give --out a name that ends in .csv or .json.");
        }
        try (Writer writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
            JournalExport export = new JournalExport(journal);
            if (name.endsWith(".csv")) {
                export.csv(writer);
            } else {
                export.json(writer);
            }
        }
        terminal.say("The journal is in " + out + ".");
        terminal.result(Map.of("file", out.toString()));
        return ExitCode.DONE;
    }

    private static Map<String, Object> document(JournalEntry entry) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("seq", entry.seq());
        document.put("at", entry.at().toString());
        document.put("actor", entry.what().actor());
        document.put("action", entry.what().action());
        document.put("subject", entry.what().subject());
        document.put("cause", entry.what().cause());
        document.put("before", entry.what().before());
        document.put("after", entry.what().after());
        document.put("hash", entry.hash());
        return document;
    }
}
