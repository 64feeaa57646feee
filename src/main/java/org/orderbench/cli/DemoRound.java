package org.orderbench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.orderbench.Wiring;
import org.orderbench.desktop.ScreenShooter;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.Plan;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.sync.SyncReport;
import org.orderbench.writeback.PushReport;
import org.orderbench.writeback.ReviewDesk;

/** The whole loop once, by itself, printed: what the demo shows where there is no display. */
final class DemoRound {

    private static final int LINES_SHOWN = 18;
    /** Orders that the round approves: enough to show drafts and a confirmed one, and to leave something to review in the pictures. */
    private static final int ORDERS_APPROVED = 4;

    private final Wiring wiring;
    private final Terminal terminal;
    private final Path out;

    DemoRound(Wiring wiring, Terminal terminal, Path out) {
        this.wiring = wiring;
        this.terminal = terminal;
        this.out = out;
    }

    int run(SyncReport synced) throws OdooException, IOException, InterruptedException {
        heading("1. Read from Odoo");
        terminal.say(SyncCommand.table(synced));
        heading("2. Proposed, with the first reason of each");
        Plan plan = wiring.plan(done -> {});
        List<Proposal> proposals = wiring.proposals().current();
        terminal.say(ProposalTables.lines(proposals, LINES_SHOWN));
        terminal.say(plan.skus() + " SKUs looked at. " + ProposalTables.summary(proposals) + " (the first " + LINES_SHOWN + " lines are shown)");
        terminal.say(ProposeCommand.exceptions(plan));
        heading("3. Approved");
        List<Proposal> approved = approve(proposals);
        heading("4. Written into Odoo");
        PushReport first;
        PushReport second;
        List<OrdersInOdoo.Held> held;
        try (OdooSession session = wiring.signIn().open()) {
            first = PushCommand.push(wiring, session, terminal);
            PushCommand.say(first, terminal);
            heading("5. What Odoo now holds");
            held = new OrdersInOdoo(session).read();
            terminal.say(OrdersInOdoo.table(held));
            heading("6. Pushed again");
            second = PushCommand.push(wiring, session, terminal);
            terminal.say(PushCommand.words(second));
            terminal.say(second.written() == 0 && new OrdersInOdoo(session).read().equals(held)
                    ? "Nothing was written, and Odoo holds what it held."
                    : "This should have written nothing: it is a defect.");
        }
        heading("7. Pictures");
        List<Path> pictures = ScreenShooter.writeScreens(out, wiring.window(Locale.getDefault()));
        pictures.forEach(picture -> terminal.say(picture.toString()));
        terminal.result(document(synced, plan, proposals, approved, first, held, second, pictures));
        return second.written() == 0 && first.written() == approved.size() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void heading(String words) {
        terminal.say("");
        terminal.say("== " + words);
    }

    /** The largest orders, the first of them to be confirmed. */
    private List<Proposal> approve(List<Proposal> proposals) {
        List<Proposal> chosen = new ArrayList<>(proposals);
        chosen.sort((a, b) -> Integer.compare(b.lines().size(), a.lines().size()));
        chosen = chosen.subList(0, Math.min(ORDERS_APPROVED, chosen.size()));
        for (int i = 0; i < chosen.size(); i++) {
            Proposal proposal = chosen.get(i);
            List<Long> lines = proposal.lines().stream().filter(l -> l.state() == LineState.OPEN).map(ProposalLine::id).toList();
            ReviewDesk.Outcome outcome = wiring.desk().approve(lines, i == 0, wiring.buyer());
            terminal.say(outcome.changed().size() + " lines for " + proposal.vendorName() + " to " + proposal.warehouseName() + ", "
                    + ProposalTables.money(proposal.total().amount()) + " " + proposal.currency() + (i == 0 ? ", to be confirmed" : ", as a draft"));
            outcome.refused().forEach(refusal -> terminal.say("Line " + refusal.line() + ": " + refusal.message()));
        }
        return chosen;
    }

    private static Map<String, Object> document(
            SyncReport synced,
            Plan plan,
            List<Proposal> proposals,
            List<Proposal> approved,
            PushReport first,
            List<OrdersInOdoo.Held> held,
            PushReport second,
            List<Path> pictures) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sync", SyncCommand.document(synced));
        document.put("propose", ProposeCommand.document(plan, proposals));
        document.put("approvedOrders", approved.size());
        document.put("approvedLines", approved.stream().mapToInt(p -> p.lines().size()).sum());
        document.put("push", PushCommand.document(first));
        document.put("odoo", held);
        document.put("secondPush", PushCommand.document(second));
        document.put("pictures", pictures.stream().map(Path::toString).toList());
        return document;
    }
}
