package org.orderbench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Sku;
import org.orderbench.replenish.Forecastability;
import org.orderbench.replenish.ValueClass;

class GuidedStartTest {

    private static final Policy NEW = Policy.initial("GBP", Fixture.NOW);

    private static SkuProfile profile(ValueClass value, Forecastability steadiness) {
        return new SkuProfile(new DemandClass(value, steadiness), null, null, null, false);
    }

    private static final Map<Sku, SkuProfile> PROFILES = Map.of(
            Fixture.sku(1), profile(ValueClass.A, Forecastability.X),
            Fixture.sku(2), profile(ValueClass.A, Forecastability.Y),
            Fixture.sku(3), profile(ValueClass.A, Forecastability.Z),
            Fixture.sku(4), profile(ValueClass.C, Forecastability.X));
    private static final PolicyFacts FACTS = new PolicyFacts(Fixture.NOW, Fixture.TODAY, Fixture.NOW, PROFILES, null);

    @Test
    void fastMoversOfReliableVendorsAtDraft() {
        GuidedStart start = GuidedStart.propose(
                NEW,
                List.of(new Punctuality(5, "Often late", 20, 10), new Punctuality(6, "Punctual", 20, 19), new Punctuality(7, "Too few", 3, 3), new Punctuality(8, "Sells no fast mover", 30, 30)),
                Map.of(Fixture.sku(1), 6, Fixture.sku(2), 5, Fixture.sku(3), 6, Fixture.sku(4), 8),
                FACTS);
        assertThat(start).isInstanceOfSatisfying(GuidedStart.Proposed.class, proposed -> {
            assertThat(proposed.slice().level()).isEqualTo(AuthorityLevel.DRAFT);
            assertThat(proposed.vendors()).extracting(Punctuality::vendorName).containsExactly("Punctual");
            assertThat(proposed.skus()).isEqualTo(1);
            assertThat(proposed.slice().rules()).extracting(SliceRule::words).anyMatch(words -> words.contains("[A]"));
        });
    }

    @Test
    void withoutAnythingToGoByItSaysWhatComesFirst() {
        assertThat(GuidedStart.propose(NEW, List.of(), Map.of(Fixture.sku(1), 6), FACTS))
                .isEqualTo(GuidedStart.NotYet.NOBODY_RELIABLE);
        assertThat(GuidedStart.propose(NEW, List.of(new Punctuality(6, "Punctual", 20, 20)), Map.of(Fixture.sku(3), 6), FACTS))
                .isEqualTo(GuidedStart.NotYet.NOTHING_FAST);
    }
}
