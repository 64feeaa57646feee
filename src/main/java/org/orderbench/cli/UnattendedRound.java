package org.orderbench.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooRights;
import org.orderbench.odoo.OdooSession;
import org.orderbench.policy.Action;
import org.orderbench.policy.Guard;
import org.orderbench.policy.Judgement;
import org.orderbench.policy.UserRights;
import org.orderbench.proposal.Decision;
import org.orderbench.proposal.Proposal;
import org.orderbench.writeback.ReviewDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of a round that nobody watches: judges the open lines and approves in the agent's name what the policy allows, and nothing else. */
final class UnattendedRound {

    private static final Logger LOG = LoggerFactory.getLogger(UnattendedRound.class);

    private final Guard guard;
    private final ReviewDesk desk;

    UnattendedRound(Guard guard, ReviewDesk desk) {
        this.guard = guard;
        this.desk = desk;
    }

    /**
     * @param drafted   lines approved to be drafted; for a dry run those that would be
     * @param confirmed lines approved to be confirmed; likewise
     * @param refused   lines that the desk did not take, each with why
     */
    record Outcome(Judgement judgement, List<Long> drafted, List<Long> confirmed, List<String> refused) {

        String words(boolean dry) {
            long waiting = judgement.lines(Action.WAIT_FOR_BUYER).size();
            return "Policy version " + judgement.policy().version() + ": " + waiting + " lines wait for a buyer, " + drafted.size()
                    + (dry ? " would be drafted and " : " were drafted and ") + confirmed.size() + (dry ? " would be confirmed unasked." : " confirmed unasked.");
        }

        /** Whether somebody gave the agent authority, so that the brakes matter. */
        boolean hasAuthority() {
            return judgement.policy().slices().stream().anyMatch(slice -> slice.level().writesUnasked());
        }
    }

    /** @param dry say what would be done, and do none of it */
    Outcome run(List<Proposal> proposals, OdooSession session, boolean dry) {
        UserRights rights = rights(session);
        Judgement judgement = dry ? guard.preview(proposals, rights) : guard.judge(proposals, rights);
        List<Long> draft = judgement.lines(Action.AUTO_DRAFT);
        List<Long> confirm = judgement.lines(Action.AUTO_CONFIRM);
        List<String> refused = new ArrayList<>();
        return new Outcome(judgement, dry ? draft : approve(draft, false, refused), dry ? confirm : approve(confirm, true, refused), refused);
    }

    private List<Long> approve(List<Long> lines, boolean confirm, List<String> refused) {
        if (lines.isEmpty()) {
            return List.of();
        }
        ReviewDesk.Outcome outcome = desk.approve(lines, confirm, Decision.AGENT);
        outcome.refused().forEach(refusal -> refused.add("Line " + refusal.line() + ": " + refusal.message()));
        return outcome.changed();
    }

    private static @Nullable UserRights rights(OdooSession session) {
        try {
            return OdooRights.read(session);
        } catch (OdooException e) {
            LOG.warn("The rights of the Odoo user could not be read, so nothing happens unasked: {}", e.failure().message());
            return null;
        }
    }
}
