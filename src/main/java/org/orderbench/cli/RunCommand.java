package org.orderbench.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orderbench.Wiring;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;
import org.orderbench.proposal.Plan;
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.SyncReport;
import org.orderbench.writeback.PushReport;
import picocli.CommandLine.Command;

/**
 * {@code run}: the unattended round, for a scheduler: sync, propose, and send what people have approved. Every slice of a new installation is at
 * {@code DRAFT}, so nothing is written that nobody approved.
 */
@Command(name = "run", description = "The unattended round: sync, propose, and push what was approved.", mixinStandardHelpOptions = true)
final class RunCommand extends HomeCommand {

    @Override
    int run(Wiring wiring, Terminal terminal) throws OdooException {
        try (OdooSession session = wiring.signIn().open()) {
            SyncReport synced = SyncCommand.sync(wiring, session, SyncMode.INCREMENTAL, terminal);
            if (synced.outcome() != SyncReport.Outcome.DONE) {
                throw new CommandFailedException("The sync did not end, so nothing was proposed or sent. The data is as it was before.");
            }
            Plan plan = ProposeCommand.propose(wiring);
            PushReport pushed = PushCommand.push(wiring, session, terminal);
            terminal.say("Read " + synced.rows() + " rows. " + plan.skus() + " SKUs looked at. " + ProposalTables.summary(wiring.proposals().current()));
            PushCommand.say(pushed, terminal);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("sync", SyncCommand.document(synced));
            document.put("propose", ProposeCommand.document(plan, wiring.proposals().current()));
            document.put("push", PushCommand.document(pushed));
            terminal.result(document);
            return PushCommand.exitCode(pushed);
        }
    }
}
