package org.orderbench.cli;

import java.io.IOException;
import java.util.Map;
import org.orderbench.Wiring;
import org.orderbench.policy.Brakes;
import org.orderbench.policy.PolicyDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code brake}: shows both brakes, pulls one, or releases one. Exit code 3 while one is on. */
@Command(name = "brake", description = "Shows the brakes on unasked writing, pulls or releases one.", mixinStandardHelpOptions = true)
final class BrakeCommand extends HomeCommand {

    /** What to do with a brake. */
    enum Action {
        SHOW,
        PULL,
        RELEASE
    }

    @Parameters(arity = "0..1", paramLabel = "ACTION", description = "show, pull or release (default: ${DEFAULT-VALUE}).", defaultValue = "SHOW")
    Action action = Action.SHOW;

    @Option(names = "--everybody", description = "The brake of all clients, kept in the team's channel in Odoo; else this machine's.")
    boolean everybody;

    @Option(names = "--reason", paramLabel = "R", description = "Why. Needed to release.", defaultValue = "")
    String reason = "";

    @Override
    int run(Wiring wiring, Terminal terminal) throws IOException {
        PolicyDesk desk = wiring.policyDesk();
        return switch (action) {
            case SHOW -> show(desk.brakes(), terminal);
            case PULL -> Passphrase.outcome(terminal, desk.pull(everybody, reason, wiring.buyer()));
            case RELEASE -> {
                if (reason.isBlank()) {
                    throw new CommandFailedException("Say why it may be released: --reason.");
                }
                yield Passphrase.outcome(terminal, desk.release(everybody, reason, wiring.buyer(), Passphrase.take(desk.rule(), terminal)));
            }
        };
    }

    private static int show(Brakes brakes, Terminal terminal) {
        terminal.say("This machine: " + brakes.local().describe());
        terminal.say("Everybody: " + brakes.shared().describe());
        terminal.result(Map.of(
                "allowsUnasked", brakes.allowUnasked(), "machine", brakes.local().describe(), "everybody", brakes.shared().describe()));
        return brakes.allowUnasked() ? ExitCode.DONE : ExitCode.NEEDS_A_PERSON;
    }
}
