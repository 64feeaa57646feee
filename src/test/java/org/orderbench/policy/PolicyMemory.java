package org.orderbench.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.forecast.Tracking;
import org.orderbench.policy.BrakeState.Braked;
import org.orderbench.policy.BrakeState.Released;

/** Store, records, lock, Odoo and its brake in memory, to be set up by hand. */
public final class PolicyMemory implements PolicyStore, PolicyRecords, PolicyLock, OdooSide {

    public Policy policy;
    public PolicyFacts facts;
    public BrakeState local = new Released();
    public BrakeState shared = new Released();
    public boolean odooDown;
    public List<Ruling> rulings = List.of();
    public Map<String, Double> tracking = Map.of();
    public Map<String, Tracking.Score> errors = Map.of();
    public List<BigDecimal> earlier = List.of();
    public List<Verdict> kept = List.of();
    public List<PastLine> past = List.of();
    public List<Punctuality> punctuality = List.of();
    public Map<Sku, Integer> bought = Map.of();
    public Choices choices = Choices.NONE;
    public @Nullable UserRights rights = new UserRights(true, true, false);
    public char @Nullable [] passphrase;
    /** How often somebody else changes the policy first. */
    public int personChanges;
    public final List<String> notes = new ArrayList<>();
    private final List<Policy> earlierVersions = new ArrayList<>();

    public PolicyMemory(Policy policy, PolicyFacts facts) {
        this.policy = policy;
        this.facts = facts;
    }

    @Override
    public Policy current() {
        return policy;
    }

    @Override
    public List<Policy> history() {
        List<Policy> all = new ArrayList<>(List.of(policy));
        all.addAll(earlierVersions.reversed());
        return all;
    }

    @Override
    public boolean change(Policy next) {
        if (personChanges-- > 0) {
            policy = policy.withLevel("everything", AuthorityLevel.AUTO_DRAFT, "Ada", facts.now(), "");
            return false;
        }
        if (next.version() != policy.version() + 1) {
            return false;
        }
        earlierVersions.add(policy);
        policy = next;
        return true;
    }

    @Override
    public BrakeState brake() {
        return local;
    }

    @Override
    public void pull(Braked why) {
        local = why;
    }

    @Override
    public void release(String by, Instant at, String why) {
        local = new Released();
    }

    @Override
    public void noteShared(String by, String why) {
        notes.add(by + ": " + why);
    }

    @Override
    public PolicyFacts facts(Policy of, @Nullable UserRights userRights) {
        return new PolicyFacts(facts.now(), facts.today(), facts.dataFrom(), facts.profiles(), userRights);
    }

    @Override
    public Exposure exposure(Policy of, PolicyFacts now) {
        return Exposure.NONE;
    }

    @Override
    public List<Ruling> rulings(Policy of, PolicyFacts now) {
        return rulings;
    }

    @Override
    public BrakeFacts brakeFacts(Policy of, PolicyFacts now, List<Ruling> all) {
        Map<String, Agreement> latest = new HashMap<>();
        of.slices().forEach(slice -> latest.put(slice.name(), Agreement.latest(slice.name(), all, of.earning(), now.now())));
        return new BrakeFacts(now.now(), latest, tracking, BigDecimal.ZERO, earlier, List.of(), now.dataFrom());
    }

    @Override
    public Map<String, Tracking.Score> forecastErrors(Policy of, PolicyFacts now) {
        return errors;
    }

    @Override
    public void keep(List<Verdict> verdicts, PolicyFacts now) {
        kept = verdicts;
    }

    @Override
    public Optional<Verdict> verdict(long lineId) {
        return kept.stream().filter(v -> v.lineId() == lineId).findFirst();
    }

    @Override
    public List<PastLine> past(LocalDate from) {
        return past.stream().filter(line -> !line.day().isBefore(from)).toList();
    }

    @Override
    public List<Punctuality> punctuality(LocalDate today) {
        return punctuality;
    }

    @Override
    public Map<Sku, Integer> bought() {
        return bought;
    }

    @Override
    public Choices choices() {
        return choices;
    }

    @Override
    public ChangeRule rule() {
        return passphrase == null ? ChangeRule.ADMINISTRATOR : ChangeRule.PASSPHRASE;
    }

    @Override
    public boolean matches(char[] typed) {
        return passphrase != null && Arrays.equals(passphrase, typed);
    }

    @Override
    public void toAdministrator(String by) {
        passphrase = null;
    }

    @Override
    public void toPassphrase(char[] wanted, String by) {
        passphrase = wanted.clone();
    }

    @Override
    public @Nullable UserRights rights() {
        return odooDown ? null : rights;
    }

    @Override
    public @Nullable UserRights rememberedRights() {
        return rights;
    }

    @Override
    public BrakeState rememberedBrake() {
        return sharedBrake().read();
    }

    @Override
    public SharedBrake sharedBrake() {
        return new SharedBrake() {
            @Override
            public BrakeState read() {
                return odooDown ? new BrakeState.Unreadable("Odoo does not answer.") : shared;
            }

            @Override
            public void pull(Braked why) throws BrakeException {
                answer();
                shared = why;
            }

            @Override
            public void release(String by, Instant at) throws BrakeException {
                answer();
                shared = new Released();
            }

            private void answer() throws BrakeException {
                if (odooDown) {
                    throw new BrakeException("Odoo does not answer.", null);
                }
            }
        };
    }
}
