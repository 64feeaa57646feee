package org.orderbench.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.Wiring;
import org.orderbench.cache.CacheException;
import org.orderbench.odoo.OdooException;
import org.orderbench.schedule.Notification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code run}: the unattended {@link Round}, for a scheduler. Every slice of a new installation is at {@code DRAFT}, so nothing is written that nobody
 * approved. The cache's lock keeps two rounds apart; where a window holds it, the window is asked to run the round, and what came of it is told here.
 */
@Command(name = "run", description = "The unattended round: sync, propose, apply the policy, push what is approved or allowed.", mixinStandardHelpOptions = true)
final class RunCommand extends HomeCommand {

    private static final Duration LOOK = Duration.ofSeconds(1);
    /** A round that a window began takes as long as reading and sending take; longer than this it hangs. */
    private static final Duration LONGEST = Duration.ofHours(2);

    @Option(names = "--dry-run", description = "Sync and propose, say what would be written, and write nothing to Odoo.")
    private boolean dry;

    @Option(names = "--notify", description = "Show a notification of what came of it on the desktop, as the scheduler asks for.")
    private boolean notify;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "Where the profile is open elsewhere: how long to wait until a window begins the round or a command ends (default: ${DEFAULT-VALUE}).",
            defaultValue = "600")
    private int patience = 600;

    @Override
    int run(Wiring wiring, Terminal terminal) throws OdooException {
        try {
            Round.Report report = new Round(wiring, wiring.signIn()::open, dry, new OnTerminal(terminal)).run();
            return tell(terminal, report.exitCode(), report.summary(), report.notice(), report.document());
        } catch (OdooException e) {
            notice("Orderbench: the round failed", e.failure().message());
            throw e;
        } catch (RuntimeException e) {
            notice("Orderbench: the round failed", String.valueOf(e.getMessage()));
            throw e;
        }
    }

    @Override
    int whileInUse(Home home, Terminal terminal, CacheException inUse) throws OdooException, IOException, InterruptedException {
        try (RoundHandover.Asked asked = new RoundHandover(home.folder(), Clock.systemUTC()).ask(dry, Duration.ofSeconds(patience))) {
            terminal.progress("Another Orderbench has this profile open; if it is the workbench, it runs the round now.");
            Instant began = Instant.now();
            while (true) {
                Optional<RoundHandover.Answer> answer = asked.answer();
                if (answer.isPresent()) {
                    return tell(terminal, answer.get());
                }
                try (Wiring wiring = Wiring.open(home.cache())) {
                    // The other one is gone: with its round done, or before it began or ended one.
                    answer = asked.answer();
                    if (answer.isPresent()) {
                        return tell(terminal, answer.get());
                    }
                    wiring.askPassphrase(PassphrasePrompt::ask);
                    return run(wiring, terminal);
                } catch (CacheException e) {
                    if (e.reason() != CacheException.Reason.IN_USE) {
                        throw e;
                    }
                }
                Duration waited = Duration.between(began, Instant.now());
                if (waited.compareTo(LONGEST) > 0 || (waited.toSeconds() >= patience && !asked.isTaken() && asked.withdraw())) {
                    String words = "No round: another Orderbench has had this profile open for " + waited.toMinutes() + " minutes and ran none. " + inUse.getMessage();
                    notice("Orderbench: the round failed", words);
                    throw new CommandFailedException(words);
                }
                Thread.sleep(LOOK);
            }
        }
    }

    private int tell(Terminal terminal, RoundHandover.Answer answer) {
        if (answer.failed() != null) {
            notice("Orderbench: the round failed", answer.failed());
            throw new CommandFailedException("The workbench that has this profile open ran the round, and it failed. " + answer.failed());
        }
        terminal.progress("The workbench that has this profile open ran the round.");
        return tell(terminal, answer.exitCode(), answer.summary(), answer.notice(), answer.document());
    }

    private int tell(Terminal terminal, int code, List<String> summary, String notice, @Nullable Map<String, Object> document) {
        summary.forEach(terminal::say);
        terminal.result(document == null ? Map.of() : document);
        notice(code == ExitCode.DONE ? "Orderbench: the round is done" : "Orderbench needs you", notice);
        return code;
    }

    private void notice(String title, String text) {
        if (notify) {
            Notification.show(title, text);
        }
    }

    /** Its progress as lines; an interrupt stops it. */
    private record OnTerminal(Terminal terminal) implements Round.Watcher {
        @Override
        public void at(String step) {
            terminal.progress(step);
        }

        @Override
        public boolean cancelled() {
            return Thread.currentThread().isInterrupted();
        }
    }
}
