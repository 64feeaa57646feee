package org.orderbench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Quantity;
import org.orderbench.policy.BrakeState.Braked;
import org.orderbench.policy.BrakeState.Released;
import org.orderbench.proposal.Proposal;

class GuardTest {

    private static final Proposal PROPOSAL = Fixture.proposal(1, Fixture.line(1), Fixture.line(2).quantity("20000").price("10"));

    private final Memory memory = new Memory();
    private final Guard guard = new Guard(memory, memory, memory);

    /** Store, records and shared brake in memory. */
    private static final class Memory implements PolicyStore, PolicyRecords, SharedBrake {
        private Policy policy = Fixture.policy(Fixture.wide(), AuthorityLevel.AUTO_CONFIRM);
        private BrakeState local = new Released();
        private BrakeState shared = new Released();
        private boolean odooDown;
        private boolean fresh = true;
        private List<Ruling> rulings = List.of();
        private List<BigDecimal> earlier = List.of();
        private List<Verdict> kept = List.of();
        private int personChanges;

        @Override
        public Policy current() {
            return policy;
        }

        @Override
        public List<Policy> history() {
            return List.of(policy);
        }

        @Override
        public boolean change(Policy next) {
            if (personChanges-- > 0) {
                policy = policy.withLevel("everything", AuthorityLevel.AUTO_DRAFT, "Ada", Fixture.NOW, "");
                return false;
            }
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
        public BrakeState read() {
            return odooDown ? new BrakeState.Unreadable("Odoo does not answer.") : shared;
        }

        @Override
        public void release(String by, Instant at) {
            shared = new Released();
        }

        @Override
        public PolicyFacts facts(Policy of, @Nullable UserRights rights) {
            PolicyFacts facts = Fixture.facts(rights, Fixture.KNOWN, PROPOSAL);
            return new PolicyFacts(facts.now(), facts.today(), fresh ? facts.dataFrom() : facts.now().minus(Duration.ofDays(3)), facts.profiles(), rights);
        }

        @Override
        public Exposure exposure(Policy of, PolicyFacts facts) {
            return Exposure.NONE;
        }

        @Override
        public List<Ruling> rulings(Policy of, PolicyFacts facts) {
            return rulings;
        }

        @Override
        public BrakeFacts brakeFacts(Policy of, PolicyFacts facts, List<Ruling> rulings) {
            Map<String, Agreement> latest = Map.of("everything", Agreement.latest("everything", rulings, of.earning(), facts.now()));
            return new BrakeFacts(facts.now(), latest, Map.of(), BigDecimal.ZERO, earlier, List.of(), facts.dataFrom());
        }

        @Override
        public void keep(List<Verdict> verdicts, PolicyFacts facts) {
            kept = verdicts;
        }

        @Override
        public Optional<Verdict> verdict(long lineId) {
            return kept.stream().filter(v -> v.lineId() == lineId).findFirst();
        }
    }

    /** The shared brake and the local one have the same shape of "pull"; this one is the team's. */
    private static final class Team implements SharedBrake {
        private BrakeState state = new Released();
        private boolean down;

        @Override
        public BrakeState read() {
            return state;
        }

        @Override
        public void pull(Braked why) throws BrakeException {
            if (down) {
                throw new BrakeException("Odoo does not answer.", null);
            }
            state = why;
        }

        @Override
        public void release(String by, Instant at) {
            state = new Released();
        }
    }

    private static List<Ruling> disagreement(int lines) {
        List<Ruling> rulings = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            rulings.add(new Ruling(
                    i, "everything", Ruling.Outcome.REJECTED, Quantity.of(10), Quantity.ZERO, null, "", "Ada", Fixture.NOW.minusSeconds(i + 1), 1, Duration.ofSeconds(9)));
        }
        return rulings;
    }

    @Test
    void aQuietRoundKeepsItsVerdicts() {
        Judgement judgement = guard.judge(List.of(PROPOSAL), Fixture.BUYER);
        assertThat(judgement.lines(Action.AUTO_CONFIRM)).containsExactly(1L);
        assertThat(judgement.lines(Action.AUTO_DRAFT)).as("2,000 times the usual order").containsExactly(2L);
        assertThat(memory.kept).isEqualTo(judgement.verdicts());
        assertThat(memory.verdict(1)).get().extracting(v -> v.trace().policyVersion()).isEqualTo(7L);
    }

    @Test
    void unreadRightsMeanNothingUnasked() {
        assertThat(guard.judge(List.of(PROPOSAL), null).verdicts()).noneMatch(v -> v.action().unasked());
    }

    @Test
    void anUnusualDayPullsBothBrakesBeforeAnythingIsWritten() {
        Team team = new Team();
        memory.earlier = Collections.nCopies(8, new BigDecimal("1000"));
        Judgement judgement = new Guard(memory, memory, team).judge(List.of(PROPOSAL), Fixture.BUYER);
        assertThat(judgement.verdicts()).noneMatch(v -> v.action().unasked());
        assertThat(judgement.trips()).extracting(Braked::cause).containsExactly(BrakeCause.UNUSUAL_TOTAL);
        assertThat(memory.local).isInstanceOf(Braked.class);
        assertThat(team.state).isEqualTo(memory.local);
    }

    @Test
    void whereTheOthersCannotBeToldTheBrakeHereIsOnAndSaysSo() {
        Team team = new Team();
        team.down = true;
        memory.earlier = Collections.nCopies(8, new BigDecimal("1000"));
        new Guard(memory, memory, team).judge(List.of(PROPOSAL), Fixture.BUYER);
        assertThat(memory.local.describe()).contains("could not be told").contains("does not answer");
    }

    @Test
    void disagreementDemotesAndPullsTheBrake() {
        memory.rulings = disagreement(10);
        Judgement judgement = guard.judge(List.of(PROPOSAL), Fixture.BUYER);
        assertThat(judgement.demotions()).extracting(Demotion::to).containsExactly(AuthorityLevel.AUTO_DRAFT);
        assertThat(memory.policy.version()).isEqualTo(8);
        assertThat(memory.policy.by()).isEqualTo("agent");
        assertThat(judgement.trips()).extracting(Braked::cause).containsExactly(BrakeCause.AGREEMENT_FELL);
        assertThat(judgement.verdicts()).noneMatch(v -> v.action().unasked()).allMatch(v -> v.trace().policyVersion() == 8);
    }

    @Test
    void aPersonsChangeAtTheSameMomentCounts() {
        memory.rulings = disagreement(10);
        memory.personChanges = 1;
        guard.judge(List.of(PROPOSAL), Fixture.BUYER);
        assertThat(memory.policy.slices().getFirst().level()).as("Ada's AUTO_DRAFT, then demoted").isEqualTo(AuthorityLevel.DRAFT);
    }

    @Test
    void aPreviewChangesNothing() {
        memory.rulings = disagreement(10);
        Judgement preview = guard.preview(List.of(PROPOSAL), Fixture.BUYER);
        assertThat(preview.demotions()).hasSize(1);
        assertThat(preview.verdicts()).as("as a round would").noneMatch(v -> v.action().unasked());
        assertThat(memory.policy.version()).isEqualTo(7);
        assertThat(memory.local).isEqualTo(new Released());
        assertThat(memory.kept).isEmpty();
    }

    @Test
    void staleDataBrakesAndAFreshSyncLifts() {
        memory.fresh = false;
        assertThat(guard.judge(List.of(PROPOSAL), Fixture.BUYER).verdicts()).noneMatch(v -> v.action().unasked());
        assertThat(memory.local).isInstanceOfSatisfying(Braked.class, b -> assertThat(b.cause()).isEqualTo(BrakeCause.STALE_DATA));
        memory.fresh = true;
        assertThat(guard.judge(List.of(PROPOSAL), Fixture.BUYER).lines(Action.AUTO_CONFIRM)).containsExactly(1L);
        assertThat(memory.local).isEqualTo(new Released());
    }

    @Test
    void anUnreadableSharedBrakeStops() {
        memory.odooDown = true;
        assertThat(guard.judge(List.of(PROPOSAL), Fixture.BUYER).verdicts()).noneMatch(v -> v.action().unasked());
        assertThat(guard.brakes().allowUnasked()).isFalse();
    }

    @Test
    void aBrakePulledByHandStaysUntilAPersonReleasesIt() {
        memory.local = new Braked(BrakeCause.HAND, "Stock count", "Ada", Fixture.NOW);
        assertThat(guard.judge(List.of(PROPOSAL), Fixture.BUYER).verdicts()).noneMatch(v -> v.action().unasked());
        assertThat(memory.local).isInstanceOf(Braked.class);
    }
}
