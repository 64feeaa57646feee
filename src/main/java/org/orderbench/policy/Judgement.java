package org.orderbench.policy;

import java.util.List;

/**
 * One round's outcome: what may be done with each open line, and what happened to the policy and the brakes on the way.
 *
 * @param policy    the version that was judged by
 * @param verdicts  the most urgent line first
 * @param demotions slices that lost a level in this round
 * @param trips     causes that hold now
 */
public record Judgement(Policy policy, Brakes brakes, List<Verdict> verdicts, List<Demotion> demotions, List<BrakeState.Braked> trips) {

    public Judgement {
        verdicts = List.copyOf(verdicts);
        demotions = List.copyOf(demotions);
        trips = List.copyOf(trips);
    }

    /** The lines that may be handled so, the most urgent first. */
    public List<Long> lines(Action action) {
        return verdicts.stream().filter(verdict -> verdict.action() == action).map(Verdict::lineId).toList();
    }
}
