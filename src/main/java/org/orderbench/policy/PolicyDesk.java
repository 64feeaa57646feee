package org.orderbench.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderbench.forecast.Tracking;
import org.orderbench.proposal.Proposal;

/**
 * Where people look at the policy and change it. Changing it, and releasing a brake, takes the right that {@link ChangeRule} names; pulling a brake
 * takes none. Each change makes the next version and is journalled. Safe for several threads.
 */
public final class PolicyDesk implements Judge {

    /** What stands for the reason where whoever pulled a brake gave none. */
    public static final String BY_HAND = "Pulled by hand.";

    /** How far back a rehearsal looks. */
    private static final int REHEARSED_DAYS = 30;

    private final PolicyStore store;
    private final PolicyRecords records;
    private final PolicyLock lock;
    private final Supplier<List<Proposal>> proposals;
    private final OdooSide odoo;
    private final Clock clock;

    /**
     * @param proposals the current ones, with their open lines
     * @param clock     its zone says which day it is
     */
    public PolicyDesk(PolicyStore store, PolicyRecords records, PolicyLock lock, Supplier<List<Proposal>> proposals, OdooSide odoo, Clock clock) {
        this.store = store;
        this.records = records;
        this.lock = lock;
        this.proposals = proposals;
        this.odoo = odoo;
        this.clock = clock;
    }

    /** What came of a change. */
    public sealed interface Outcome {

        /** What came of it, by name, so that a window says it in its own language. */
        enum Said {
            /** With the version. */
            VERSION,
            /** With the version, and what the bounds of this computer's administrators made of it. */
            VERSION_BOUNDED,
            BRAKED_HERE,
            BRAKED_EVERYBODY,
            RELEASED_HERE,
            RELEASED_EVERYBODY,
            LOCKED_TO_ADMINISTRATOR,
            LOCKED_TO_PASSPHRASE,
            /** With what Odoo said. */
            OTHERS_UNTOLD,
            CHANGED_MEANWHILE,
            WRONG_PASSPHRASE,
            RIGHTS_UNKNOWN,
            NO_ADMINISTRATOR,
            /** Nothing but its words. */
            OTHER
        }

        Said said();

        /** What fills the sentence, in the order of {@link Said}. */
        List<String> details();

        /** The whole of it, in English. */
        String words();

        /** Something changed. */
        record Done(Said said, List<String> details, String words) implements Outcome {
            public Done {
                details = List.copyOf(details);
            }

            Done(Said said, String words) {
                this(said, List.of(), words);
            }
        }

        /** Nothing changed; the words say why, and what to do. */
        record Refused(Said said, List<String> details, String words) implements Outcome {
            public Refused {
                details = List.copyOf(details);
            }

            Refused(Said said, String words) {
                this(said, List.of(), words);
            }

            static Refused because(Exception e) {
                return new Refused(Said.OTHER, String.valueOf(e.getMessage()));
            }
        }
    }

    /** Everything of the cache; asks Odoo nothing. */
    public PolicyOverview overview() {
        Policy policy = store.current();
        PolicyFacts facts = records.facts(policy, odoo.rememberedRights());
        List<Ruling> rulings = records.rulings(policy, facts);
        Map<String, Double> tracking = records.brakeFacts(policy, facts, rulings).tracking();
        Map<String, Tracking.Score> errors = records.forecastErrors(policy, facts);
        Map<String, Integer> counts = Evaluator.counts(policy, facts, proposals.get());
        List<PastLine> past = records.past(monthAgo());
        List<SliceReport> slices = new ArrayList<>();
        for (Slice slice : policy.slices()) {
            Agreement agreement = Agreement.of(slice.name(), rulings, policy.earning(), facts.now());
            Double signal = tracking.get(slice.name());
            slices.add(new SliceReport(
                    slices.size() + 1, slice, counts.getOrDefault(slice.name(), 0), agreement, signal, errors.get(slice.name()),
                    Promotion.consider(slice, agreement, signal, policy.earning()),
                    slice.level() == AuthorityLevel.AUTO_CONFIRM ? null : above(policy, slice, facts, past)));
        }
        return new PolicyOverview(policy, slices, store.history(), records.choices(), start(policy), odoo.rememberedRights(), lock.rule());
    }

    private static TryOut above(Policy policy, Slice slice, PolicyFacts facts, List<PastLine> past) {
        Policy raised = policy.withLevel(slice.name(), slice.level().above(), policy.by(), policy.at(), "");
        return TryOut.of(raised, facts, past).slice(slice.name());
    }

    private GuidedStart start(Policy policy) {
        LocalDate today = LocalDate.now(clock);
        List<Slice> classed = List.of(new Slice("classes", List.of(GuidedStart.FAST), AuthorityLevel.DRAFT, Ceiling.NOTHING), policy.slices().getLast());
        PolicyFacts facts = policy.slices().size() > 1
                ? new PolicyFacts(clock.instant(), today, null, Map.of(), null)
                : records.facts(policy.with(classed, policy.by(), policy.at(), ""), null);
        return GuidedStart.propose(policy, records.punctuality(today), records.bought(), facts);
    }

    /** What a policy, kept or not, would have done with the lines of the last month. */
    public TryOut rehearse(Policy candidate) {
        return TryOut.of(candidate, records.facts(candidate, null), records.past(monthAgo()));
    }

    private LocalDate monthAgo() {
        return LocalDate.now(clock).minusDays(REHEARSED_DAYS);
    }

    /** Judges every open line anew and keeps the verdicts; writes nothing else, and pulls no brake. */
    public Judgement judge() {
        return look(brakes(), line -> true);
    }

    @Override
    public void judge(Collection<Long> lines) {
        look(new Brakes(store.brake(), odoo.rememberedBrake()), new HashSet<>(lines)::contains);
    }

    private Judgement look(Brakes brakes, LongPredicate kept) {
        return new Guard(store, records, odoo.sharedBrake()).look(proposals.get(), odoo.rememberedRights(), brakes, kept);
    }

    /** How a line was judged last. */
    public Optional<Verdict> verdict(long lineId) {
        return records.verdict(lineId);
    }

    public Policy current() {
        return store.current();
    }

    /**
     * Keeps the next version.
     *
     * @param change     makes the next version of the newest one
     * @param passphrase is wiped; empty where none is asked for
     */
    public Outcome change(Function<Policy, Policy> change, char[] passphrase) {
        Outcome.Refused refused = refusal(passphrase);
        if (refused != null) {
            return refused;
        }
        Policy next;
        try {
            next = change.apply(store.current());
        } catch (IllegalArgumentException e) {
            return Outcome.Refused.because(e);
        }
        if (!store.change(next)) {
            return new Outcome.Refused(Outcome.Said.CHANGED_MEANWHILE, "Somebody else changed the policy at the same moment. Look at it again, then change it.");
        }
        List<String> bounded = PolicyChanges.between(next, store.current());
        String version = String.valueOf(next.version());
        String holds = "Policy version " + version + " holds from the next evaluation on.";
        if (bounded.isEmpty()) {
            return new Outcome.Done(Outcome.Said.VERSION, List.of(version), holds);
        }
        String bounds = String.join(" ", bounded);
        return new Outcome.Done(Outcome.Said.VERSION_BOUNDED, List.of(version, bounds), holds + " This computer's administrators set bounds, so: " + bounds);
    }

    /** Stops all unasked writing: on this machine, or for everybody. */
    public Outcome pull(boolean everybody, String why, String by) {
        BrakeState.Braked braked = new BrakeState.Braked(BrakeCause.HAND, why.isBlank() ? BY_HAND : why.strip(), by, clock.instant());
        // This machine stops whatever becomes of the others.
        store.pull(braked);
        if (!everybody) {
            return new Outcome.Done(Outcome.Said.BRAKED_HERE, "The brake on this machine is on: nothing is written unasked.");
        }
        try {
            odoo.sharedBrake().pull(braked);
            return new Outcome.Done(Outcome.Said.BRAKED_EVERYBODY, "The brake is on for everybody: no Orderbench writes anything unasked.");
        } catch (BrakeException e) {
            String said = String.valueOf(e.getMessage());
            return new Outcome.Refused(Outcome.Said.OTHERS_UNTOLD, List.of(said), "This machine's brake is on, but the others could not be told. " + said);
        }
    }

    /** @param passphrase is wiped; empty where none is asked for */
    public Outcome release(boolean everybody, String why, String by, char[] passphrase) {
        Outcome.Refused refused = refusal(passphrase);
        if (refused != null) {
            return refused;
        }
        if (!everybody) {
            store.release(by, clock.instant(), why);
            return new Outcome.Done(Outcome.Said.RELEASED_HERE, "The brake on this machine is released.");
        }
        try {
            odoo.sharedBrake().release(by, clock.instant());
            store.noteShared(by, why);
            return new Outcome.Done(Outcome.Said.RELEASED_EVERYBODY, "The brake of everybody is released. This machine's own brake is as it was.");
        } catch (BrakeException e) {
            return Outcome.Refused.because(e);
        }
    }

    /** This machine's brake; quick. */
    public BrakeState brake() {
        return store.brake();
    }

    /** Both brakes, the shared one read from Odoo. */
    public Brakes brakes() {
        return new Brakes(store.brake(), odoo.sharedBrake().read());
    }

    /** What the Odoo user may do, as it was at the latest sign-in; null if it was never read. */
    public @Nullable UserRights rights() {
        return odoo.rememberedRights();
    }

    public ChangeRule rule() {
        return lock.rule();
    }

    /**
     * Says who may change the policy from now on.
     *
     * @param wanted     the new passphrase; empty for an administrator. Is wiped
     * @param passphrase the present one, or empty. Is wiped
     */
    public Outcome lock(ChangeRule rule, char[] wanted, String by, char[] passphrase) {
        try {
            Outcome.Refused refused = refusal(passphrase);
            if (refused != null) {
                return refused;
            }
            switch (rule) {
                case ADMINISTRATOR -> lock.toAdministrator(by);
                case PASSPHRASE -> lock.toPassphrase(wanted, by);
            }
            return rule == ChangeRule.ADMINISTRATOR
                    ? new Outcome.Done(Outcome.Said.LOCKED_TO_ADMINISTRATOR, "From now on an administrator of purchasing in Odoo changes the policy.")
                    : new Outcome.Done(Outcome.Said.LOCKED_TO_PASSPHRASE, "From now on whoever knows the passphrase changes the policy.");
        } catch (IllegalArgumentException e) {
            return Outcome.Refused.because(e);
        } finally {
            Arrays.fill(wanted, '\0');
        }
    }

    /** Why the person may not change anything; null if they may. */
    private Outcome.@Nullable Refused refusal(char[] passphrase) {
        try {
            return switch (lock.rule()) {
                case PASSPHRASE -> lock.matches(passphrase) ? null : new Outcome.Refused(Outcome.Said.WRONG_PASSPHRASE, "This is not the passphrase of the policy.");
                case ADMINISTRATOR -> {
                    UserRights rights = odoo.rights();
                    if (rights == null) {
                        yield new Outcome.Refused(
                                Outcome.Said.RIGHTS_UNKNOWN, "The rights of the Odoo user could not be read, so nothing was changed. Connect to Odoo and try again.");
                    }
                    yield rights.purchaseManager()
                            ? null
                            : new Outcome.Refused(
                                    Outcome.Said.NO_ADMINISTRATOR,
                                    "Only an administrator of purchasing in Odoo changes the policy. Sign in as one, or ask one to set a passphrase.");
                }
            };
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /** How long a rehearsal looks back, for the words beside it. */
    public static Duration rehearsed() {
        return Duration.ofDays(REHEARSED_DAYS);
    }
}
