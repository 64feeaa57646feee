package org.orderbench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderbench.Wiring;
import org.orderbench.cache.PolicyFile;
import org.orderbench.forecast.Tracking;
import org.orderbench.policy.Agreement;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.ChangeRule;
import org.orderbench.policy.Policy;
import org.orderbench.policy.PolicyChanges;
import org.orderbench.policy.PolicyDesk;
import org.orderbench.policy.PolicyOverview;
import org.orderbench.policy.Promotion;
import org.orderbench.policy.SliceReport;
import org.orderbench.policy.SliceRule;
import org.orderbench.policy.TryOut;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policy}: slices, levels and evidence, and every way to change them. Changing takes the right that the policy's lock names. */
@Command(
        name = "policy",
        description = "Shows the slices with their levels and evidence; changes the policy.",
        mixinStandardHelpOptions = true,
        subcommands = {PolicyCommand.Level.class, PolicyCommand.Export.class, PolicyCommand.Import.class, PolicyCommand.Lock.class})
final class PolicyCommand extends HomeCommand {

    @Override
    int run(Wiring wiring, Terminal terminal) {
        PolicyOverview now = wiring.policyDesk().overview();
        TextTable table = new TextTable("", "Slice", "Holds", "Level", "Open", "Left as proposed", "Next level");
        for (SliceReport report : now.slices()) {
            table.row(
                    report.place(), report.slice().name(), String.join(" and ", report.slice().rules().stream().map(SliceRule::words).toList()), report.slice().level(),
                    report.openLines(), share(report.agreement()), report.promotion() instanceof Promotion.Offer offer ? "earned: " + offer.to() : "not yet");
        }
        terminal.say("Policy version " + now.policy().version() + " by " + now.policy().by() + ": " + now.policy().reason());
        terminal.say(table);
        for (SliceReport report : now.slices()) {
            if (report.promotion() instanceof Promotion.Offer offer) {
                terminal.say("\"" + report.slice().name() + "\" has earned " + offer.to() + ": " + String.join("; ", offer.evidence()) + ".");
            }
            if (report.above() != null && !report.above().orders().isEmpty()) {
                terminal.say("\"" + report.slice().name() + "\" at " + report.slice().level().above() + ", last month: " + report.above().words());
            }
        }
        terminal.result(now.slices().stream().map(PolicyCommand::document).toList());
        return ExitCode.DONE;
    }

    private static String share(Agreement agreement) {
        return agreement.considered() == 0
                ? "–"
                : agreement.unedited() + " of " + agreement.considered() + ", surely " + Math.round(agreement.bounds().lower() * 100) + " %";
    }

    private static Map<String, Object> document(SliceReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("slice", report.slice().name());
        document.put("level", report.slice().level().name());
        document.put("openLines", report.openLines());
        document.put("considered", report.agreement().considered());
        document.put("unedited", report.agreement().unedited());
        document.put("lowerBound", report.agreement().bounds().lower());
        document.put("p90Edit", report.agreement().p90Edit());
        document.put("rejections", report.agreement().rejections());
        document.put("tracking", report.tracking());
        Tracking.Score errors = report.errors();
        if (errors != null) {
            document.put("forecasts", errors.count());
            document.put("bias", finite(errors.bias()));
            document.put("rmsse", finite(errors.rmsse()));
            document.put("mase", finite(errors.mase()));
            document.put("coverage", finite(errors.coverage()));
        }
        switch (report.promotion()) {
            case Promotion.Offer offer -> document.put("offered", offer.to().name());
            case Promotion.NotYet not -> document.put("missing", not.missing());
        }
        return document;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** A change: how it is made, by whom and why. */
    abstract static class Change extends HomeCommand {
        @Option(names = "--reason", required = true, paramLabel = "R", description = "Why; it stands in the history and in the journal.")
        String reason = "";

        final int change(Wiring wiring, Terminal terminal, Function<Policy, Policy> next) throws IOException {
            PolicyDesk desk = wiring.policyDesk();
            return Passphrase.outcome(terminal, desk.change(next, Passphrase.take(desk.rule(), terminal)));
        }
    }

    @Command(name = "level", description = "Gives a slice another level.", mixinStandardHelpOptions = true)
    static final class Level extends Change {
        @Parameters(index = "0", paramLabel = "SLICE")
        String slice = "";

        @Parameters(index = "1", paramLabel = "LEVEL", description = "${COMPLETION-CANDIDATES}")
        AuthorityLevel level = AuthorityLevel.DRAFT;

        @Override
        int run(Wiring wiring, Terminal terminal) throws IOException {
            return change(wiring, terminal, policy -> policy.withLevel(slice, level, wiring.buyer(), wiring.now(), reason));
        }
    }

    @Command(name = "export", description = "Writes the policy as JSON, to be edited and imported.", mixinStandardHelpOptions = true)
    static final class Export extends HomeCommand {
        @Parameters(paramLabel = "FILE")
        Path file = Path.of("policy.json");

        @Override
        int run(Wiring wiring, Terminal terminal) throws IOException {
            Files.writeString(file, PolicyFile.write(wiring.policy().current()), StandardCharsets.UTF_8);
            terminal.say("Policy version " + wiring.policy().current().version() + " is in " + file + ".");
            return ExitCode.DONE;
        }
    }

    @Command(name = "import", description = "Makes a JSON file the next version of the policy, or tries it on last month's orders.", mixinStandardHelpOptions = true)
    static final class Import extends HomeCommand {
        @Parameters(paramLabel = "FILE")
        Path file = Path.of("policy.json");

        @Option(names = "--reason", paramLabel = "R", description = "Why; needed unless it is only tried.", defaultValue = "")
        String reason = "";

        @Option(names = "--try", description = "Change nothing: say which of last month's orders would have confirmed themselves.")
        boolean tryOut;

        @Override
        int run(Wiring wiring, Terminal terminal) throws IOException {
            Policy wanted = read(wiring);
            PolicyChanges.between(wiring.policy().current(), wanted).forEach(terminal::say);
            PolicyDesk desk = wiring.policyDesk();
            if (tryOut) {
                TryOut found = desk.rehearse(wanted);
                terminal.say(found.confirmed().size() + " of " + found.orders().size() + " orders would have confirmed themselves. " + found.words());
                terminal.result(document(found));
                return ExitCode.DONE;
            }
            if (reason.isBlank()) {
                throw new CommandFailedException("Say why: --reason. It stands in the history and in the journal.");
            }
            return Passphrase.outcome(terminal, desk.change(
                    newest -> new Policy(newest.version() + 1, wiring.buyer(), wiring.now(), reason, wanted.limits(), wanted.slices(), wanted.brakeLimits(), wanted.earning()),
                    Passphrase.take(desk.rule(), terminal)));
        }

        private Policy read(Wiring wiring) throws IOException {
            try {
                return PolicyFile.read(Files.readString(file, StandardCharsets.UTF_8), wiring.policy().current());
            } catch (IllegalArgumentException e) {
                throw new CommandFailedException(file + " is no policy: " + e.getMessage() + " Start from 'orderbench policy export'.");
            }
        }

        private static Map<String, Object> document(TryOut found) {
            List<Map<String, Object>> orders = new ArrayList<>();
            found.confirmed().forEach(order -> orders.add(Map.of("day", order.day().toString(), "vendor", order.head().vendorName(), "lines", order.lines().size())));
            return Map.of("confirmed", orders, "orders", found.orders().size());
        }
    }

    @Command(name = "lock", description = "Says who may change the policy: a purchase administrator of Odoo, or whoever knows a passphrase.", mixinStandardHelpOptions = true)
    static final class Lock extends HomeCommand {
        @Parameters(paramLabel = "RULE", description = "${COMPLETION-CANDIDATES}. The new passphrase comes from ORDERBENCH_NEW_PASSPHRASE or the prompt.")
        ChangeRule rule = ChangeRule.ADMINISTRATOR;

        @Override
        int run(Wiring wiring, Terminal terminal) throws IOException {
            PolicyDesk desk = wiring.policyDesk();
            char[] present = Passphrase.take(desk.rule(), terminal);
            char[] wanted = rule == ChangeRule.PASSPHRASE ? Passphrase.ask("ORDERBENCH_NEW_PASSPHRASE", "New passphrase of the policy: ", terminal) : new char[0];
            return Passphrase.outcome(terminal, desk.lock(rule, wanted, wiring.buyer(), present));
        }
    }
}
