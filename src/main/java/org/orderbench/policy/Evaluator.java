package org.orderbench.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.orderbench.policy.Policy.Placement;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;

/**
 * Judges open lines. Pure: the same input gives the same verdicts, and nothing is written.
 *
 * <p>A line goes as far as its slice's level, less what did not pass: over a ceiling, one level lower; where a figure is missing or a person is
 * needed, it waits for the buyer. Ceilings over several lines count in one order, the most urgent first.
 */
public final class Evaluator {

    private static final Comparator<Candidate> MOST_URGENT_FIRST = Comparator.<Candidate, Boolean>comparing(c -> !c.line.urgent())
            .thenComparing(c -> c.line.shortageOn(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(c -> c.line.basis().sku())
            .thenComparing(c -> c.line.basis().part())
            .thenComparing(c -> c.line.id());

    private final List<Function<Case, Check>> rules;

    private record Candidate(Proposal proposal, ProposalLine line, Placement placement) {}

    public Evaluator() {
        Conditions conditions = new Conditions();
        Ceilings ceilings = new Ceilings();
        Deviations deviations = new Deviations();
        rules = List.of(
                conditions::brake,
                conditions::rights,
                conditions::freshData,
                conditions::sliceKnown,
                conditions::untouched,
                conditions::oneEngine,
                deviations::priced,
                ceilings::lineValue,
                ceilings::lineUnits,
                ceilings::linePacks,
                ceilings::orderValue,
                ceilings::orderUnits,
                ceilings::orderPacks,
                ceilings::vendorDayValue,
                ceilings::vendorDayUnits,
                ceilings::vendorDayPacks,
                ceilings::skuDayValue,
                ceilings::skuDayUnits,
                ceilings::skuDayPacks,
                ceilings::dayValue,
                ceilings::dayUnits,
                ceilings::dayPacks,
                ceilings::sliceWeekValue,
                ceilings::sliceWeekUnits,
                ceilings::sliceWeekPacks,
                ceilings::categoryWeek,
                deviations::usualOrder,
                deviations::priceRise,
                deviations::confidence);
    }

    /**
     * One verdict for each open line, the most urgent first. Lines that are decided have none.
     *
     * @param soFar what was approved since Monday, by the agent and by people; not the lines at hand
     */
    public List<Verdict> evaluate(Policy policy, PolicyFacts facts, List<Proposal> proposals, Exposure soFar, Brakes brakes) {
        List<Candidate> candidates = candidates(policy, facts, proposals);
        Map<Proposal, Amount> orders = orders(policy, candidates);
        Tally tally = new Tally(policy.limits(), facts.today(), soFar);
        List<Verdict> verdicts = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            ProposalLine line = candidate.line;
            String slice = candidate.placement.slice().name();
            boolean counts = candidate.placement.level().writesUnasked();
            Amount alone = Amount.of(line, policy.limits().currency());
            Amount order = orders.getOrDefault(candidate.proposal, Amount.NONE);
            Reach reach = tally.with(candidate.proposal, line, slice, counts ? order : order.plus(alone));
            SkuProfile profile = facts.profiles().get(line.basis().sku());
            verdicts.add(judge(policy, new Case(candidate.proposal, line, candidate.placement, reach, policy.limits(), profile, facts, brakes)));
            if (counts) {
                tally.add(candidate.proposal, line, slice);
            }
        }
        return verdicts;
    }

    private static List<Candidate> candidates(Policy policy, PolicyFacts facts, List<Proposal> proposals) {
        List<Candidate> candidates = new ArrayList<>();
        for (Proposal proposal : proposals) {
            for (ProposalLine line : proposal.lines()) {
                if (line.state() == LineState.OPEN) {
                    SkuProfile profile = facts.profiles().get(line.basis().sku());
                    candidates.add(new Candidate(proposal, line, policy.place(line.basis().sku(), line.category(), proposal.vendorId(), profile)));
                }
            }
        }
        candidates.sort(MOST_URGENT_FIRST);
        return candidates;
    }

    /** What each proposal comes to, counting the lines that could be written unasked. */
    private static Map<Proposal, Amount> orders(Policy policy, List<Candidate> candidates) {
        Map<Proposal, Amount> orders = new IdentityHashMap<>();
        for (Candidate candidate : candidates) {
            if (candidate.placement.level().writesUnasked()) {
                orders.merge(candidate.proposal, Amount.of(candidate.line, policy.limits().currency()), Amount::plus);
            }
        }
        return orders;
    }

    private Verdict judge(Policy policy, Case c) {
        List<Check> checks = rules.stream().map(rule -> rule.apply(c)).toList();
        AuthorityLevel given = c.placement().level();
        AuthorityLevel level = given;
        for (Check check : checks) {
            level = level.lowerOf(check.result().bound(given));
        }
        PolicyTrace trace = new PolicyTrace(policy.version(), c.placement().slice().name(), c.placement().slice().level(), checks);
        return new Verdict(c.line().id(), c.line().quantity(), level, Action.at(level), trace);
    }

    /** How many open lines each slice holds now, in order of precedence; a slice that holds none is there with 0. */
    public static Map<String, Integer> counts(Policy policy, PolicyFacts facts, List<Proposal> proposals) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        policy.slices().forEach(slice -> counts.put(slice.name(), 0));
        candidates(policy, facts, proposals).forEach(candidate -> counts.merge(candidate.placement.slice().name(), 1, Integer::sum));
        return counts;
    }
}
