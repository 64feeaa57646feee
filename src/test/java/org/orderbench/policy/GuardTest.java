package org.orderbench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Quantity;
import org.orderbench.policy.BrakeState.Braked;
import org.orderbench.policy.BrakeState.Released;
import org.orderbench.proposal.Proposal;

class GuardTest {

    private static final Proposal PROPOSAL = Fixture.proposal(1, Fixture.line(1), Fixture.line(2).quantity("20000").price("10"));

    private final PolicyMemory memory = new PolicyMemory(Fixture.policy(Fixture.wide(), AuthorityLevel.AUTO_CONFIRM), Fixture.facts(PROPOSAL));
    private final Guard guard = new Guard(memory, memory, memory.sharedBrake());

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
        memory.earlier = Collections.nCopies(8, new BigDecimal("1000"));
        Judgement judgement = guard.judge(List.of(PROPOSAL), Fixture.BUYER);
        assertThat(judgement.verdicts()).noneMatch(v -> v.action().unasked());
        assertThat(judgement.trips()).extracting(Braked::cause).containsExactly(BrakeCause.UNUSUAL_TOTAL);
        assertThat(memory.local).isInstanceOf(Braked.class);
        assertThat(memory.shared).isEqualTo(memory.local);
    }

    @Test
    void whereTheOthersCannotBeToldTheBrakeHereIsOnAndSaysSo() {
        memory.odooDown = true;
        memory.earlier = Collections.nCopies(8, new BigDecimal("100"));
        memory.rulings = disagreement(10);
        guard.judge(List.of(PROPOSAL), Fixture.BUYER);
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
        PolicyFacts fresh = memory.facts;
        memory.facts = new PolicyFacts(fresh.now(), fresh.today(), fresh.now().minus(Duration.ofDays(3)), fresh.profiles(), fresh.rights());
        assertThat(guard.judge(List.of(PROPOSAL), Fixture.BUYER).verdicts()).noneMatch(v -> v.action().unasked());
        assertThat(memory.local).isInstanceOfSatisfying(Braked.class, b -> assertThat(b.cause()).isEqualTo(BrakeCause.STALE_DATA));
        memory.facts = fresh;
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
