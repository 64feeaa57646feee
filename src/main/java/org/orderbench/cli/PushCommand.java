package org.orderbench.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orderbench.Wiring;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;
import org.orderbench.writeback.PushReport;
import picocli.CommandLine.Command;

/** {@code push}: writes what was approved into Odoo. */
@Command(name = "push", description = "Writes approved orders into Odoo, exactly once; again writes nothing.", mixinStandardHelpOptions = true)
final class PushCommand extends HomeCommand {

    @Override
    int run(Wiring wiring, Terminal terminal) throws OdooException {
        try (OdooSession session = wiring.signIn().open()) {
            PushReport report = push(wiring, session, terminal);
            say(report, terminal);
            terminal.result(document(report));
            return exitCode(report);
        }
    }

    static PushReport push(Wiring wiring, OdooSession session, Terminal terminal) throws OdooException {
        return wiring.writeback().pusher(session).push((done, of, label) -> {
            terminal.progress("Sending " + (done + 1) + " of " + of + ": " + label);
            return !Thread.currentThread().isInterrupted();
        });
    }

    static void say(PushReport report, Terminal terminal) {
        report.messages().forEach(terminal::say);
        terminal.say(words(report));
    }

    static String words(PushReport report) {
        return report.written() + " written, " + report.settled() + " settled without writing, " + report.waiting() + " waiting, " + report.person()
                + " need a person.";
    }

    static int exitCode(PushReport report) {
        return report.person() > 0 ? ExitCode.NEEDS_A_PERSON : report.waiting() > 0 ? ExitCode.FAILED : ExitCode.DONE;
    }

    static Map<String, Object> document(PushReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("written", report.written());
        document.put("settled", report.settled());
        document.put("waiting", report.waiting());
        document.put("person", report.person());
        document.put("messages", report.messages());
        return document;
    }
}
