package org.orderbench.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.orderbench.Wiring;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.SyncReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sync}: Odoo into the cache. */
@Command(name = "sync", description = "Reads Odoo into the local cache; incrementally after the first time.", mixinStandardHelpOptions = true)
final class SyncCommand extends HomeCommand {

    @Option(names = "--full", description = "Read everything anew.")
    boolean full;

    @Override
    int run(Wiring wiring, Terminal terminal) throws OdooException {
        try (OdooSession session = wiring.signIn().open()) {
            SyncReport report = sync(wiring, session, full ? SyncMode.FULL : SyncMode.INCREMENTAL, terminal);
            terminal.say(table(report));
            wiring.signIn().keyWarning(session).ifPresent(terminal::say);
            report.warnings().forEach(warning -> terminal.say("Note: " + warning.words()));
            terminal.result(document(report));
            return report.outcome() == SyncReport.Outcome.DONE ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    static SyncReport sync(Wiring wiring, OdooSession session, SyncMode mode, Terminal terminal) throws OdooException {
        SyncReport report = wiring.synchronizer(session).run(mode, new ProgressLines(terminal::progress)::report, () -> Thread.currentThread().isInterrupted());
        if (report.outcome() == SyncReport.Outcome.DONE) {
            wiring.writeback().watch(session).forEach(terminal::say);
        }
        return report;
    }

    static TextTable table(SyncReport report) {
        TextTable table = new TextTable("Read from Odoo", "Rows", "Gone");
        report.read().forEach((what, rows) -> table.row(what, rows, report.removed().getOrDefault(what, 0L)));
        return table;
    }

    static Map<String, Object> document(SyncReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("mode", report.mode().name());
        document.put("outcome", report.outcome().name());
        document.put("seconds", Duration.between(report.started(), report.finished()).toMillis() / 1000.0);
        document.put("read", report.read());
        document.put("removed", report.removed());
        document.put("warnings", report.warnings().stream().map(w -> Map.of("kind", w.kind().name(), "model", w.model(), "count", w.count(), "words", w.words())).toList());
        return document;
    }
}
