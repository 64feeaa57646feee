package org.orderbench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderbench.policy.PolicyDesk.Outcome;
import org.orderbench.proposal.Proposal;

/** Who may change what, and that nothing changes otherwise. */
class PolicyDeskTest {

    private static final Proposal PROPOSAL = Fixture.proposal(1, Fixture.line(1), Fixture.line(2));

    private final PolicyMemory memory = new PolicyMemory(Fixture.policy(Fixture.wide(), AuthorityLevel.DRAFT), Fixture.facts(PROPOSAL));
    private final PolicyDesk desk = new PolicyDesk(memory, memory, memory, () -> List.of(PROPOSAL), memory, Clock.fixed(Fixture.NOW, ZoneOffset.UTC));

    private Outcome raise(String passphrase) {
        return desk.change(policy -> policy.withLevel("everything", AuthorityLevel.AUTO_DRAFT, "Ann", Fixture.NOW, "earned"), passphrase.toCharArray());
    }

    @Test
    void underTheAdministratorsRuleAPlainBuyerChangesNothing() {
        assertThat(raise("")).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.words()).contains("administrator of purchasing"));
        assertThat(memory.policy.version()).isEqualTo(7);
        memory.rights = new UserRights(true, true, true);
        assertThat(raise("")).isInstanceOf(Outcome.Done.class);
        assertThat(memory.policy.version()).isEqualTo(8);
        assertThat(memory.policy.slices().getFirst().level()).isEqualTo(AuthorityLevel.AUTO_DRAFT);
    }

    @Test
    void rightsThatCannotBeReadAreNoRights() {
        memory.rights = new UserRights(true, true, true);
        memory.odooDown = true;
        assertThat(raise("")).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.words()).contains("could not be read"));
        assertThat(memory.policy.version()).isEqualTo(7);
    }

    @Test
    void underThePassphrasesRuleItTakesThePassphraseAndItIsWiped() {
        memory.passphrase = "long way home".toCharArray();
        memory.rights = new UserRights(true, true, true);
        assertThat(raise("")).as("an administrator without it").isInstanceOf(Outcome.Refused.class);
        assertThat(raise("short way home")).isInstanceOf(Outcome.Refused.class);
        assertThat(memory.policy.version()).isEqualTo(7);
        char[] typed = "long way home".toCharArray();
        memory.odooDown = true;
        assertThat(desk.change(policy -> policy.withLevel("everything", AuthorityLevel.AUTO_DRAFT, "Ann", Fixture.NOW, ""), typed)).isInstanceOf(Outcome.Done.class);
        assertThat(typed).containsOnly('\0');
    }

    @Test
    void anybodyPullsTheBrakeAndOnlyWhoMayReleasesIt() {
        assertThat(desk.pull(true, "Stock count", "Bob")).isInstanceOf(Outcome.Done.class);
        assertThat(memory.local).isInstanceOf(BrakeState.Braked.class);
        assertThat(memory.shared).isInstanceOf(BrakeState.Braked.class);
        assertThat(desk.release(true, "counted", "Bob", new char[0])).isInstanceOf(Outcome.Refused.class);
        assertThat(memory.shared).isInstanceOf(BrakeState.Braked.class);
        memory.rights = new UserRights(true, true, true);
        assertThat(desk.release(true, "counted", "Ann", new char[0])).isInstanceOf(Outcome.Done.class);
        assertThat(memory.shared).isInstanceOf(BrakeState.Released.class);
        assertThat(memory.local).as("each brake has its own release").isInstanceOf(BrakeState.Braked.class);
        assertThat(memory.notes).containsExactly("Ann: counted");
        desk.release(false, "counted", "Ann", new char[0]);
        assertThat(desk.brakes().allowUnasked()).isTrue();
    }

    @Test
    void aChangeThatMakesNoSenseIsRefusedInItsWords() {
        memory.rights = new UserRights(true, true, true);
        assertThat(desk.change(policy -> policy.withLevel("gone", AuthorityLevel.DRAFT, "Ann", Fixture.NOW, ""), new char[0]))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.words()).contains("no slice called \"gone\""));
        memory.personChanges = 1;
        assertThat(raise("")).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.words()).contains("Somebody else"));
    }

    @Test
    void theRuleItselfIsChangedByWhoMay() {
        assertThat(desk.lock(ChangeRule.PASSPHRASE, "long way home".toCharArray(), "Bob", new char[0])).isInstanceOf(Outcome.Refused.class);
        assertThat(memory.rule()).isEqualTo(ChangeRule.ADMINISTRATOR);
        memory.rights = new UserRights(true, true, true);
        assertThat(desk.lock(ChangeRule.PASSPHRASE, "long way home".toCharArray(), "Ann", new char[0])).isInstanceOf(Outcome.Done.class);
        assertThat(memory.matches("long way home".toCharArray())).isTrue();
    }

    @Test
    void theOverviewCountsAndKeepsThePrecedence() {
        PolicyOverview overview = desk.overview();
        assertThat(overview.slices()).singleElement().satisfies(report -> {
            assertThat(report.openLines()).isEqualTo(2);
            assertThat(report.place()).isEqualTo(1);
            assertThat(report.promotion()).isInstanceOf(Promotion.NotYet.class);
        });
        assertThat(overview.hasAuthority()).isFalse();
    }

    @Test
    void judgingNamesTheVersionThatIsThere() {
        memory.rulings = List.of();
        assertThat(desk.judge().verdicts()).hasSize(2);
        assertThat(desk.verdict(1)).get().extracting(v -> v.trace().policyVersion()).isEqualTo(7L);
    }
}
