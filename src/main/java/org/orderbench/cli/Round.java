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
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.SyncReport;
import org.orderbench.writeback.PushReport;

/**
 * The unattended round: sync, propose, apply the policy, and send what people approved and what authority allows. Run by whoever has the profile
 * open: the command {@code run}, or the window that was asked for it.
 */
public final class Round {

    private final Wiring wiring;
    private final Way way;
    private final boolean dry;
    private final Watcher watcher;

    /** Signs in to Odoo. */
    @FunctionalInterface
    public interface Way {
        OdooSession in() throws OdooException;
    }

    /** Who looks on. Called on the round's thread. */
    public interface Watcher {
        /** How far it is, in a sentence. */
        void at(String step);

        /** Whether the round shall stop where it is; nothing is lost. */
        boolean cancelled();
    }

    /**
     * What came of a round.
     *
     * @param exitCode as the command line has them: done, failed, or a person is needed
     * @param summary  for the log and the team
     * @param notice   the two sentences that matter at a glance
     * @param document the same for programs
     * @param drafted  how many lines were, or would be, drafted unasked
     * @param confirmed how many confirmed
     */
    public record Report(int exitCode, List<String> summary, String notice, Map<String, Object> document, int drafted, int confirmed) {
        public Report {
            summary = List.copyOf(summary);
        }
    }

    /** @param dry say what would be written, and write nothing into Odoo */
    public Round(Wiring wiring, Way way, boolean dry, Watcher watcher) {
        this.wiring = wiring;
        this.way = way;
        this.dry = dry;
        this.watcher = watcher;
    }

    /** What goes wrong is thrown in words for a person; what was written by then stands, and the next round goes on. */
    public Report run() throws OdooException {
        try (OdooSession session = way.in()) {
            SyncReport synced = wiring.synchronizer(session).run(SyncMode.INCREMENTAL, new ProgressLines(watcher::at)::report, watcher::cancelled);
            if (synced.outcome() != SyncReport.Outcome.DONE) {
                throw new CommandFailedException("The sync did not end, so nothing was proposed or sent. The data is as it was before.");
            }
            List<String> happened = wiring.writeback().watch(session);
            Plan plan = wiring.plan(done -> {});
            UnattendedRound.Outcome unasked = new UnattendedRound(wiring.guard(session), wiring.desk()).run(wiring.proposals().current(), session, dry);
            PushReport pushed = dry ? null : push(session);
            List<String> summary = new ArrayList<>(happened);
            summary.addAll(summary(synced, plan, unasked, pushed));
            if (!dry && unasked.hasAuthority()) {
                post(session, summary);
            }
            wiring.signIn().keyWarning(session).ifPresent(summary::add);
            return new Report(exitCode(unasked, pushed), summary, notice(unasked, pushed), document(synced, plan, unasked, pushed),
                    unasked.drafted().size(), unasked.confirmed().size());
        }
    }

    private PushReport push(OdooSession session) throws OdooException {
        return wiring.writeback().pusher(session).push((done, of, label) -> {
            watcher.at("Sending " + (done + 1) + " of " + of + ": " + label);
            return !watcher.cancelled();
        });
    }

    private String notice(UnattendedRound.Outcome unasked, @Nullable PushReport pushed) {
        String brake = unasked.hasAuthority() && !unasked.judgement().brakes().allowUnasked() ? " " + unasked.judgement().brakes().words() : "";
        return unasked.words(dry) + (pushed == null ? "" : " " + PushCommand.words(pushed)) + brake;
    }

    private List<String> summary(SyncReport synced, Plan plan, UnattendedRound.Outcome unasked, @Nullable PushReport pushed) {
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
    private void post(OdooSession session, List<String> summary) {
        try {
            String login = wiring.buyer().replaceAll("[^A-Za-z0-9]", "-");
            new TeamChannel(session).postOnce("orderbench-day " + wiring.today() + " " + login, String.join("\n", summary));
        } catch (BrakeException e) {
            summary.add(String.valueOf(e.getMessage()));
        }
    }

    /** A brake that went on in this round needs a person, and so does what the push says. */
    private static int exitCode(UnattendedRound.Outcome unasked, @Nullable PushReport pushed) {
        boolean braked = unasked.hasAuthority() && unasked.judgement().brakes().local() instanceof BrakeState.Braked;
        int push = pushed == null ? ExitCode.DONE : PushCommand.exitCode(pushed);
        return braked || !unasked.refused().isEmpty() ? ExitCode.NEEDS_A_PERSON : push;
    }

    private Map<String, Object> document(SyncReport synced, Plan plan, UnattendedRound.Outcome unasked, @Nullable PushReport pushed) {
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
