package org.orderbench.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.orderbench.policy.BrakeState.Braked;
import org.orderbench.proposal.Decision;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;

/**
 * Judges a round: demotes what lost its agreement, reads both brakes, evaluates every open line, and pulls the brake where a cause holds. It
 * writes to the policy's store, never to Odoo's orders. Safe for several threads.
 */
public final class Guard {

    private final PolicyStore store;
    private final PolicyRecords records;
    private final SharedBrake shared;
    private final Evaluator evaluator = new Evaluator();
    private final BrakeTrips trips = new BrakeTrips();

    public Guard(PolicyStore store, PolicyRecords records, SharedBrake shared) {
        this.store = store;
        this.records = records;
        this.shared = shared;
    }

    /** As {@link #judge}, but nothing is kept, demoted or pulled: what a round would do now. */
    public Judgement preview(List<Proposal> proposals, @Nullable UserRights rights) {
        return round(proposals, rights, false);
    }

    /**
     * Judges by the policy as it is and keeps the verdicts: what people see on the lines, and what stands in the note of those that they approve.
     *
     * @param kept the lines whose verdicts are kept; all of the others count in the totals none the less
     */
    public Judgement look(List<Proposal> proposals, @Nullable UserRights rights, Brakes brakes, LongPredicate kept) {
        Policy policy = store.current();
        PolicyFacts facts = records.facts(policy, rights);
        List<Verdict> verdicts = evaluator.evaluate(policy, facts, proposals, records.exposure(policy, facts), brakes);
        records.keep(verdicts.stream().filter(verdict -> kept.test(verdict.lineId())).toList(), facts);
        return new Judgement(policy, brakes, verdicts, List.of(), List.of());
    }

    /** @param rights of the Odoo user; null if they could not be read, and then nothing happens unasked */
    public Judgement judge(List<Proposal> proposals, @Nullable UserRights rights) {
        return round(proposals, rights, true);
    }

    /** Both brakes as they are at this moment. To be read again right before anything is written unasked. */
    public Brakes brakes() {
        return new Brakes(store.brake(), shared.read());
    }

    private Judgement round(List<Proposal> proposals, @Nullable UserRights rights, boolean real) {
        Policy policy = store.current();
        PolicyFacts facts = records.facts(policy, rights);
        List<Ruling> rulings = records.rulings(policy, facts);
        List<Demotion> demotions = demotions(policy, facts, rulings);
        Policy lowered = lowered(policy, facts, demotions);
        if (real && !demotions.isEmpty() && !store.change(lowered)) {
            // A person changed the policy at the same moment: theirs counts, and the next round looks again.
            return round(proposals, rights, true);
        }
        Exposure exposure = records.exposure(lowered, facts);
        Brakes before = brakes();
        List<Verdict> verdicts = evaluator.evaluate(lowered, facts, proposals, exposure, before);
        BrakeFacts brakeFacts = records.brakeFacts(lowered, facts, rulings).plus(unasked(verdicts, proposals, lowered));
        List<Braked> causes = trips.examine(lowered, brakeFacts);
        BrakeState local = BrakeTrips.next(before.local(), causes);
        if (!local.equals(before.local())) {
            if (real) {
                move(local, facts);
            }
            verdicts = evaluator.evaluate(lowered, facts, proposals, exposure, new Brakes(local, before.shared()));
        }
        if (real) {
            records.keep(verdicts, facts);
        }
        return new Judgement(lowered, new Brakes(local, before.shared()), verdicts, demotions, causes);
    }

    private void move(BrakeState local, PolicyFacts facts) {
        switch (local) {
            case Braked braked -> {
                store.pull(braked);
                if (braked.cause().concernsAll()) {
                    pullShared(braked);
                }
            }
            case BrakeState.Released() -> store.release(Decision.AGENT, facts.now(), "The cause is gone.");
            case BrakeState.Unreadable unreadable -> throw new IllegalStateException("A brake does not become unreadable by itself: " + unreadable.words());
        }
    }

    /** The brake here is on already; that of the others is pulled as far as Odoo can be reached. */
    private void pullShared(Braked braked) {
        try {
            shared.pull(braked);
        } catch (BrakeException e) {
            store.pull(new Braked(braked.cause(), BrakeReason.untold(braked.words(), String.valueOf(e.getMessage())), braked.by(), braked.at()));
        }
    }

    private static List<Demotion> demotions(Policy policy, PolicyFacts facts, List<Ruling> rulings) {
        List<Demotion> due = new ArrayList<>();
        for (Slice slice : policy.slices()) {
            Agreement latest = Agreement.latest(slice.name(), rulings, policy.earning(), facts.now());
            Demotion.due(slice, latest, policy.earning()).ifPresent(due::add);
        }
        return due;
    }

    private static Policy lowered(Policy policy, PolicyFacts facts, List<Demotion> demotions) {
        if (demotions.isEmpty()) {
            return policy;
        }
        Map<String, Demotion> bySlice = new HashMap<>();
        demotions.forEach(demotion -> bySlice.put(demotion.slice(), demotion));
        List<Slice> slices = policy.slices().stream()
                .map(slice -> Optional.ofNullable(bySlice.get(slice.name())).map(demotion -> slice.at(demotion.to())).orElse(slice))
                .toList();
        return policy.with(slices, Decision.AGENT, facts.now(), String.join(" ", demotions.stream().map(Demotion::words).toList()));
    }

    /** What this round would write unasked; null if a line has no value. */
    private static @Nullable BigDecimal unasked(List<Verdict> verdicts, List<Proposal> proposals, Policy policy) {
        Map<Long, ProposalLine> lines = new HashMap<>();
        proposals.forEach(proposal -> proposal.lines().forEach(line -> lines.put(line.id(), line)));
        Amount sum = Amount.NONE;
        for (Verdict verdict : verdicts) {
            ProposalLine line = lines.get(verdict.lineId());
            if (verdict.action().unasked() && line != null) {
                sum = sum.plus(Amount.of(line, policy.limits().currency()));
            }
        }
        return sum.value();
    }
}
