package org.orderbench.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderbench.Wiring;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.writeback.ReviewDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code review}: what is proposed, and decisions about it. */
@Command(
        name = "review",
        description = "Lists proposed lines and takes decisions about them.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ReviewCommand.ListLines.class,
            ReviewCommand.Approve.class,
            ReviewCommand.Edit.class,
            ReviewCommand.Reject.class,
            ReviewCommand.Snooze.class,
            ReviewCommand.Undo.class
        })
final class ReviewCommand implements Runnable {

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, approve, edit, reject, snooze or undo.");
    }

    @Command(name = "list", description = "Lists the proposed lines with their first reasons.", mixinStandardHelpOptions = true)
    static final class ListLines extends HomeCommand {
        @Override
        boolean onlyLooks() {
            return true;
        }

        @Override
        int run(Wiring wiring, Terminal terminal) {
            List<Proposal> proposals = wiring.proposals().current();
            terminal.say(ProposalTables.lines(proposals));
            terminal.say(ProposalTables.summary(proposals));
            terminal.result(proposals.stream().map(ReviewCommand::asDocument).toList());
            return ExitCode.DONE;
        }
    }

    @Command(name = "approve", description = "Approves lines and queues them for Odoo.", mixinStandardHelpOptions = true)
    static final class Approve extends HomeCommand {
        @Parameters(paramLabel = "LINE", arity = "0..*", description = "Ids as 'review list --json' gives them.")
        List<Long> lines = List.of();

        @Option(names = "--all", description = "Every open line.")
        boolean all;

        @Option(names = "--confirm", description = "Ask Odoo to confirm the orders; else they are drafts.")
        boolean confirm;

        @Override
        int run(Wiring wiring, Terminal terminal) {
            if (all != lines.isEmpty()) {
                throw new ParameterException(spec().commandLine(), "Name lines, or say --all; not both, and not neither.");
            }
            List<Long> chosen = all ? openLines(wiring.proposals().current()) : lines;
            if (chosen.isEmpty()) {
                terminal.say("There is no open line to approve.");
                terminal.result(Map.of("changed", List.of(), "refused", List.of()));
                return ExitCode.DONE;
            }
            return report(terminal, wiring.desk().approve(chosen, confirm, wiring.buyer()), "approved and queued; 'orderbench push' writes them into Odoo");
        }
    }

    @Command(name = "edit", description = "Changes an open line's quantity.", mixinStandardHelpOptions = true)
    static final class Edit extends HomeCommand {
        @Parameters(index = "0", paramLabel = "LINE")
        long line;

        @Parameters(index = "1", paramLabel = "QUANTITY", description = "In the product's own unit.")
        BigDecimal quantity = BigDecimal.ZERO;

        @Override
        int run(Wiring wiring, Terminal terminal) {
            return report(terminal, wiring.desk().edit(line, new Quantity(quantity), wiring.buyer()), "changed");
        }
    }

    @Command(name = "reject", description = "Rejects lines; they are not proposed again until their facts change.", mixinStandardHelpOptions = true)
    static final class Reject extends HomeCommand {
        @Parameters(paramLabel = "LINE", arity = "1..*")
        List<Long> lines = List.of();

        @Option(names = "--reason", required = true, paramLabel = "R", description = "Why; it is kept in the journal.")
        String reason = "";

        @Override
        int run(Wiring wiring, Terminal terminal) {
            return report(terminal, wiring.desk().reject(lines, reason, wiring.buyer()), "rejected");
        }
    }

    @Command(name = "snooze", description = "Puts lines off until a day.", mixinStandardHelpOptions = true)
    static final class Snooze extends HomeCommand {
        @Parameters(paramLabel = "LINE", arity = "1..*")
        List<Long> lines = List.of();

        @Option(names = "--reason", required = true, paramLabel = "R", description = "Why; it is kept in the journal.")
        String reason = "";

        @Option(names = "--days", paramLabel = "N", description = "For how many days (default: ${DEFAULT-VALUE}).", defaultValue = "7")
        int days = 7;

        @Override
        int run(Wiring wiring, Terminal terminal) {
            if (days < 1 || days > 366) {
                throw new ParameterException(spec().commandLine(), "--days is between 1 and 366.");
            }
            LocalDate until = wiring.today().plusDays(days);
            return report(terminal, wiring.desk().snooze(lines, until, reason, wiring.buyer()), "snoozed until " + until);
        }
    }

    @Command(name = "undo", description = "Takes back the latest decision that is not yet being sent.", mixinStandardHelpOptions = true)
    static final class Undo extends HomeCommand {
        @Override
        int run(Wiring wiring, Terminal terminal) {
            return report(terminal, wiring.desk().undo(wiring.buyer()), "as before the latest decision");
        }
    }

    private static List<Long> openLines(List<Proposal> proposals) {
        List<Long> open = new ArrayList<>();
        for (Proposal proposal : proposals) {
            for (ProposalLine line : proposal.lines()) {
                if (line.state() == LineState.OPEN) {
                    open.add(line.id());
                }
            }
        }
        return open;
    }

    static int report(Terminal terminal, ReviewDesk.Outcome outcome, String words) {
        int changed = outcome.changed().size();
        terminal.say(changed + (changed == 1 ? " line " : " lines ") + words + ".");
        outcome.refused().forEach(refusal -> terminal.say("Line " + refusal.line() + ": " + refusal.message()));
        terminal.result(Map.of("changed", outcome.changed(), "refused", outcome.refused()));
        return outcome.refused().isEmpty() ? ExitCode.DONE : ExitCode.NEEDS_A_PERSON;
    }

    private static Map<String, Object> asDocument(Proposal proposal) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("proposal", proposal.id());
        document.put("vendor", proposal.vendorName());
        document.put("warehouse", proposal.warehouseName());
        document.put("currency", proposal.currency());
        document.put("total", proposal.total().amount());
        document.put("lines", proposal.lines().stream().map(ReviewCommand::asDocument).toList());
        return document;
    }

    private static Map<String, Object> asDocument(ProposalLine line) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("line", line.id());
        document.put("state", line.state().name());
        document.put("productId", line.basis().sku().productId());
        document.put("code", line.code());
        document.put("name", line.name());
        document.put("quantity", line.quantity().value());
        document.put("proposed", line.proposed().value());
        document.put("pureNeed", line.pureNeed().value());
        document.put("unit", line.unitName());
        document.put("unitPrice", line.unitPrice());
        document.put("onHand", line.onHand().value());
        document.put("incoming", line.incoming().value());
        document.put("drafts", line.drafts().value());
        document.put("weekly", line.weekly());
        document.put("daysOfCover", line.daysOfCover());
        document.put("leadTimeDays", line.leadTimeDays());
        document.put("arrival", line.arrival().toString());
        document.put("shortageOn", line.shortageOn() == null ? null : String.valueOf(line.shortageOn()));
        document.put("urgent", line.urgent());
        document.put("confidence", line.confidence());
        document.put("explanation", line.explanation().steps());
        return document;
    }
}
