package org.orderbench.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.Wiring;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.TeamChannel;
import org.orderbench.policy.BrakeException;
import org.orderbench.policy.BrakeState;
import org.orderbench.policy.Demotion;
import org.orderbench.proposal.Plan;
import org.orderbench.schedule.Notification;
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.SyncReport;
import org.orderbench.writeback.PushReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code run}: the unattended round, for a scheduler: sync, propose, apply the policy, and send what people approved and what authority allows.
 * Every slice of a new installation is at {@code DRAFT}, so nothing is written that nobody approved. The cache's lock keeps two rounds apart.
 */
@Command(name = "run", description = "The unattended round: sync, propose, apply the policy, push what is approved or allowed.", mixinStandardHelpOptions = true)
final class RunCommand extends HomeCommand {

    @Option(names = "--dry-run", description = "Sync and propose, say what would be written, and write nothing to Odoo.")
    private boolean dry;

    @Option(names = "--notify", description = "Show a notification of what came of it on the desktop, as the scheduler asks for.")
    private boolean notify;

    @Override
    int run(Wiring wiring, Terminal terminal) throws OdooException {
        if (!notify) {
            return round(wiring, terminal);
        }
        try {
            return round(wiring, terminal);
        } catch (OdooException e) {
            Notification.show("Orderbench: the round failed", e.failure().message());
            throw e;
        } catch (RuntimeException e) {
            Notification.show("Orderbench: the round failed", String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private int round(Wiring wiring, Terminal terminal) throws OdooException {
        try (OdooSession session = wiring.signIn().open()) {
            SyncReport synced = SyncCommand.sync(wiring, session, SyncMode.INCREMENTAL, terminal);
            if (synced.outcome() != SyncReport.Outcome.DONE) {
                throw new CommandFailedException("The sync did not end, so nothing was proposed or sent. The data is as it was before.");
            }
            Plan plan = wiring.plan(done -> {});
            UnattendedRound.Outcome unasked = new UnattendedRound(wiring.guard(session), wiring.desk()).run(wiring.proposals().current(), session, dry);
            PushReport pushed = dry ? null : PushCommand.push(wiring, session, terminal);
            List<String> summary = summary(synced, plan, wiring, unasked, pushed);
            summary.forEach(terminal::say);
            wiring.signIn().keyWarning(session).ifPresent(terminal::say);
            terminal.result(document(synced, plan, wiring, unasked, pushed));
            if (!dry && unasked.hasAuthority()) {
                post(session, wiring, summary, terminal);
            }
            int code = exitCode(unasked, pushed);
            if (notify) {
                Notification.show(code == ExitCode.DONE ? "Orderbench: the round is done" : "Orderbench needs you", notice(unasked, pushed));
            }
            return code;
        }
    }

    /** The two sentences that matter at a glance. */
    private String notice(UnattendedRound.Outcome unasked, @Nullable PushReport pushed) {
        String brake = unasked.hasAuthority() && !unasked.judgement().brakes().allowUnasked() ? " " + unasked.judgement().brakes().words() : "";
        return unasked.words(dry) + (pushed == null ? "" : " " + PushCommand.words(pushed)) + brake;
    }

    private List<String> summary(SyncReport synced, Plan plan, Wiring wiring, UnattendedRound.Outcome unasked, @Nullable PushReport pushed) {
        List<String> lines = new ArrayList<>();
        lines.add("Read " + synced.rows() + " rows. " + plan.skus() + " SKUs looked at. " + ProposalTables.summary(wiring.proposals().current()));
        lines.add(unasked.words(dry));
        unasked.judgement().demotions().forEach(demotion -> lines.add(demotion.words() + " It is at " + demotion.to() + " now."));
        if (unasked.hasAuthority() && !unasked.judgement().brakes().allowUnasked()) {
            lines.add(unasked.judgement().brakes().words());
        }
        lines.addAll(unasked.refused());
        if (pushed == null) {
            lines.add("Dry run: nothing was written.");
        } else {
            lines.addAll(pushed.messages());
            lines.add(PushCommand.words(pushed));
        }
        return lines;
    }

    /** The team reads what the agent did; a summary that cannot be posted does not undo the round. */
    private static void post(OdooSession session, Wiring wiring, List<String> summary, Terminal terminal) {
        try {
            String login = wiring.buyer().replaceAll("[^A-Za-z0-9]", "-");
            new TeamChannel(session).postOnce("orderbench-day " + wiring.today() + " " + login, String.join("\n", summary));
        } catch (BrakeException e) {
            terminal.say(String.valueOf(e.getMessage()));
        }
    }

    /** A brake that went on in this round needs a person, and so does what the push says. */
    private static int exitCode(UnattendedRound.Outcome unasked, @Nullable PushReport pushed) {
        boolean braked = unasked.hasAuthority() && unasked.judgement().brakes().local() instanceof BrakeState.Braked;
        int push = pushed == null ? ExitCode.DONE : PushCommand.exitCode(pushed);
        return braked || !unasked.refused().isEmpty() ? ExitCode.NEEDS_A_PERSON : push;
    }

    private Map<String, Object> document(SyncReport synced, Plan plan, Wiring wiring, UnattendedRound.Outcome unasked, @Nullable PushReport pushed) {
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("version", unasked.judgement().policy().version());
        policy.put("drafted", unasked.drafted());
        policy.put("confirmed", unasked.confirmed());
        policy.put("refused", unasked.refused());
        policy.put("brake", unasked.judgement().brakes().words());
        policy.put("demotions", unasked.judgement().demotions().stream().map(Demotion::words).toList());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("dryRun", dry);
        document.put("sync", SyncCommand.document(synced));
        document.put("propose", ProposeCommand.document(plan, wiring.proposals().current()));
        document.put("policy", policy);
        document.put("push", pushed == null ? null : PushCommand.document(pushed));
        return document;
    }
}
