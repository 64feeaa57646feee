package org.orderbench.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orderbench.Wiring;
import org.orderbench.proposal.Plan;
import org.orderbench.proposal.PlanException;
import org.orderbench.proposal.Proposal;
import picocli.CommandLine.Command;

/** {@code propose}: forecasts every SKU of the cache and proposes orders. */
@Command(name = "propose", description = "Forecasts every SKU and proposes orders, from the cache alone.", mixinStandardHelpOptions = true)
final class ProposeCommand extends HomeCommand {

    @Override
    int run(Wiring wiring, Terminal terminal) {
        requireSynced(wiring);
        Plan plan = wiring.plan(done -> {});
        List<Proposal> kept = wiring.proposals().current();
        terminal.say(plan.skus() + " SKUs looked at. " + ProposalTables.summary(kept));
        terminal.say(exceptions(plan));
        terminal.result(document(plan, kept));
        return ExitCode.DONE;
    }

    static void requireSynced(Wiring wiring) {
        if (wiring.syncedAt().isEmpty()) {
            throw new CommandFailedException("Nothing was read from Odoo yet. Run 'orderbench sync' first.");
        }
    }

    static TextTable exceptions(Plan plan) {
        TextTable table = new TextTable("Left out or to look at", "SKUs", "For example");
        Map<String, List<PlanException>> byReason = new TreeMap<>();
        plan.exceptions().forEach(e -> byReason.computeIfAbsent(e.reason(), _ -> new ArrayList<>()).add(e));
        byReason.forEach((reason, all) -> table.row(reason, all.size(), all.getFirst().code() + ": " + ProposalTables.shorten(all.getFirst().detail(), 110)));
        return table;
    }

    static Map<String, Object> document(Plan plan, List<Proposal> kept) {
        Map<String, Integer> reasons = new TreeMap<>();
        plan.exceptions().forEach(e -> reasons.merge(e.reason(), 1, Integer::sum));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("today", plan.today().toString());
        document.put("skus", plan.skus());
        document.put("orders", kept.size());
        document.put("lines", kept.stream().mapToInt(p -> p.lines().size()).sum());
        document.put("exceptions", reasons);
        return document;
    }
}
