package org.orderbench.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderbench.replenish.Forecastability;
import org.orderbench.replenish.ValueClass;

class PolicyTest {

    private static Slice slice(String name, AuthorityLevel level, SliceRule... rules) {
        return new Slice(name, List.of(rules), level, Ceiling.of(1_000));
    }

    private static final Slice FAST = slice("fast", AuthorityLevel.AUTO_CONFIRM, new SliceRule.OfClass(Set.of(ValueClass.A), Set.of(Forecastability.X)), new SliceRule.FromVendors(Set.of(5)));
    private static final Slice BAGS = slice("bags", AuthorityLevel.OBSERVE, new SliceRule.InCategory("All / Bags"));
    private static final Slice REST = Fixture.everything(AuthorityLevel.DRAFT);

    @Test
    void aNewInstallationHasOneSliceThatWritesNothingUnasked() {
        Policy policy = Policy.initial("GBP", Fixture.NOW);
        assertThat(policy.slices()).hasSize(1);
        assertThat(policy.slices().getFirst().level()).isEqualTo(AuthorityLevel.DRAFT);
        assertThat(policy.version()).isEqualTo(1);
    }

    @Test
    void theFirstSliceThatHoldsALineWins() {
        Policy policy = Fixture.policy(Fixture.wide(), FAST, BAGS, REST);
        assertThat(policy.place(Fixture.sku(1), "All / Bags", 5, Fixture.KNOWN).slice().name()).isEqualTo("fast");
        assertThat(policy.place(Fixture.sku(1), "All / Bags / Jumbo", 6, Fixture.KNOWN).slice().name()).isEqualTo("bags");
        assertThat(policy.place(Fixture.sku(1), "All / Lights", 6, Fixture.KNOWN).slice().name()).isEqualTo("everything");
        assertThat(Fixture.policy(Fixture.wide(), BAGS, FAST, REST).place(Fixture.sku(1), "All / Bags", 5, Fixture.KNOWN).slice().name()).isEqualTo("bags");
    }

    @Test
    void allRulesOfASliceMustHold() {
        SkuProfile slow = new SkuProfile(new DemandClass(ValueClass.C, Forecastability.Z), null, null, null, false);
        Policy policy = Fixture.policy(Fixture.wide(), FAST, REST);
        assertThat(policy.place(Fixture.sku(1), "All", 5, slow).slice().name()).isEqualTo("everything");
    }

    @Test
    void aLineThatMayBelongToALowerSliceGetsTheLowerLevel() {
        Slice slow = slice("slow", AuthorityLevel.OBSERVE, new SliceRule.OfClass(Set.of(ValueClass.C), Set.of(Forecastability.Z)));
        Policy policy = Fixture.policy(Fixture.wide(), slow, Fixture.everything(AuthorityLevel.AUTO_CONFIRM));
        Policy.Placement placement = policy.place(Fixture.sku(1), "All", 5, null);
        assertThat(placement.certain()).isFalse();
        assertThat(placement.level()).isEqualTo(AuthorityLevel.OBSERVE);
        assertThat(placement.slice().name()).isEqualTo("everything");
    }

    @Test
    void anUnknownClassDoesNotMatterWhereAnotherRuleRulesTheLineOut() {
        assertThat(Fixture.policy(Fixture.wide(), FAST, REST).place(Fixture.sku(1), "All", 6, null).certain()).isTrue();
    }

    @Test
    void pickedSkusAndWarehouses() {
        assertThat(new SliceRule.HandPicked(Set.of(Fixture.sku(3))).test(Fixture.sku(3), "All", 1, null)).isEqualTo(SliceRule.Membership.IN);
        assertThat(new SliceRule.HandPicked(Set.of(Fixture.sku(3))).test(Fixture.sku(4), "All", 1, null)).isEqualTo(SliceRule.Membership.OUT);
        assertThat(new SliceRule.InWarehouses(Set.of(1)).test(Fixture.sku(4), "All", 1, null)).isEqualTo(SliceRule.Membership.IN);
        assertThat(new SliceRule.InWarehouses(Set.of(2)).test(Fixture.sku(4), "All", 1, null)).isEqualTo(SliceRule.Membership.OUT);
    }

    @Test
    void aPolicyThatLeavesSkusWithoutALevelIsRefused() {
        assertThatThrownBy(() -> Fixture.policy(Fixture.wide(), FAST)).hasMessageContaining("The last slice must hold everything");
        assertThatThrownBy(() -> Fixture.policy(Fixture.wide())).hasMessageContaining("The last slice must hold everything");
        assertThatThrownBy(() -> Fixture.policy(Fixture.wide(), BAGS, BAGS, REST)).hasMessageContaining("Two slices are called \"bags\"");
        assertThatThrownBy(() -> slice("empty", AuthorityLevel.DRAFT)).hasMessageContaining("has no rule");
    }

    @Test
    void aChangeMakesTheNextVersionAndLeavesTheOld() {
        Policy old = Fixture.policy(Fixture.wide(), BAGS, REST);
        Policy next = old.withLevel("bags", AuthorityLevel.DRAFT, "Ada", Fixture.NOW, "proved itself");
        assertThat(next.version()).isEqualTo(old.version() + 1);
        assertThat(next.by()).isEqualTo("Ada");
        assertThat(next.slices().getFirst().level()).isEqualTo(AuthorityLevel.DRAFT);
        assertThat(old.slices().getFirst().level()).isEqualTo(AuthorityLevel.OBSERVE);
        assertThatThrownBy(() -> old.withLevel("bogs", AuthorityLevel.DRAFT, "Ada", Fixture.NOW, "")).hasMessageContaining("no slice called \"bogs\"");
    }

    @Test
    void impossibleLimitsAreRefused() {
        assertThatThrownBy(() -> Ceiling.of(-1)).hasMessageContaining("not negative");
        assertThatThrownBy(() -> new CategoryBudget(" ", BigDecimal.TEN)).hasMessageContaining("needs a category");
    }
}
