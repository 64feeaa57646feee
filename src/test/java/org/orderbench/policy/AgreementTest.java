package org.orderbench.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.catalog.Quantity;
import org.orderbench.policy.Ruling.Outcome;

class AgreementTest {

    private static final EarnRule RULE = EarnRule.careful();

    private long next;

    private Ruling approved(long proposed, long decided) {
        return ruling(Outcome.APPROVED, proposed, decided, "", 1, Duration.ofSeconds(20));
    }

    private Ruling rejected(String reason) {
        return ruling(Outcome.REJECTED, 10, 0, reason, 1, Duration.ofSeconds(1));
    }

    private Ruling ruling(Outcome outcome, long proposed, long decided, String reason, int batch, Duration dwell) {
        next++;
        return new Ruling(
                next, "bags", outcome, Quantity.of(proposed), Quantity.of(decided), new BigDecimal("2"), reason, "Ada", Fixture.NOW.minus(Duration.ofDays(20)).plusSeconds(next), batch, dwell);
    }

    private static Agreement of(List<Ruling> rulings) {
        return Agreement.of("bags", rulings, RULE, Fixture.NOW);
    }

    private List<Ruling> many(int unedited, int edited) {
        List<Ruling> rulings = new ArrayList<>();
        for (int i = 0; i < unedited; i++) {
            rulings.add(approved(10, 10));
        }
        for (int i = 0; i < edited; i++) {
            rulings.add(approved(10, 11));
        }
        return rulings;
    }

    @Test
    void editsRejectionsAndWhatTheyChanged() {
        Agreement agreement = of(List.of(approved(10, 10), approved(10, 15), approved(10, 8), rejected("too much stock"), rejected(""), ruling(Outcome.WITHDRAWN, 10, 0, "cancelled in Odoo", 1, null)));
        assertThat(agreement.considered()).isEqualTo(6);
        assertThat(agreement.unedited()).isEqualTo(1);
        assertThat(agreement.medianEdit()).isEqualTo(0.5);
        assertThat(agreement.p90Edit()).isEqualTo(1);
        assertThat(agreement.rejections()).containsExactlyInAnyOrderEntriesOf(Map.of("too much stock", 1, "no reason given", 1, "cancelled in Odoo", 1));
        assertThat(agreement.addedValue()).isEqualByComparingTo("10");
        assertThat(agreement.removedValue()).isEqualByComparingTo("64");
    }

    @Test
    void rubberStampsWeighNothing() {
        Agreement agreement = of(List.of(
                ruling(Outcome.APPROVED, 10, 10, "", 11, Duration.ofMinutes(5)),
                ruling(Outcome.APPROVED, 10, 10, "", 1, Duration.ofMillis(1999)),
                ruling(Outcome.APPROVED, 10, 10, "", 1, null),
                ruling(Outcome.APPROVED, 10, 10, "", 10, Duration.ofSeconds(2)),
                ruling(Outcome.APPROVED, 10, 12, "", 50, Duration.ZERO)));
        assertThat(agreement.rubberStamps()).isEqualTo(3);
        assertThat(agreement.considered()).as("looked at, and edited in bulk").isEqualTo(2);
        assertThat(agreement.unedited()).isEqualTo(1);
    }

    @Test
    void otherSlicesAndOldDecisionsDoNotCount() {
        Ruling old = new Ruling(900, "bags", Outcome.REJECTED, Quantity.of(1), Quantity.ZERO, null, "", "Ada", Fixture.NOW.minus(Duration.ofDays(61)), 1, null);
        Ruling other = new Ruling(901, "hats", Outcome.REJECTED, Quantity.of(1), Quantity.ZERO, null, "", "Ada", Fixture.NOW, 1, null);
        assertThat(of(List.of(old, other)).considered()).isZero();
        assertThat(of(List.of()).bounds()).isEqualTo(new Wilson(0, 1));
    }

    @Test
    void aValueThatIsNotKnownIsNotGuessed() {
        Ruling ruling = new Ruling(1, "bags", Outcome.REJECTED, Quantity.of(1), Quantity.ZERO, null, "", "Ada", Fixture.NOW, 1, null);
        assertThat(of(List.of(ruling)).removedValue()).isNull();
    }

    /** Against published values of the interval at 95 %. */
    @ParameterizedTest
    @CsvSource({"0,10,0,0.2775", "5,10,0.2366,0.7634", "10,10,0.7225,1", "81,263,0.2553,0.3662", "1,1,0.2065,1"})
    void wilson(int hits, int n, double lower, double upper) {
        assertThat(Wilson.of(hits, n).lower()).isCloseTo(lower, within(0.0005));
        assertThat(Wilson.of(hits, n).upper()).isCloseTo(upper, within(0.0005));
    }

    @Test
    void promotionIsOfferedWithItsEvidence() {
        Promotion promotion = Promotion.consider(Fixture.everything(AuthorityLevel.DRAFT), of(many(58, 2)), 1.5, RULE);
        assertThat(promotion).isInstanceOfSatisfying(Promotion.Offer.class, offer -> {
            assertThat(offer.to()).isEqualTo(AuthorityLevel.AUTO_DRAFT);
            assertThat(offer.evidence()).hasSize(4).first().asString().contains("60 considered decisions");
        });
    }

    @Test
    void promotionSaysWhatIsMissing() {
        assertThat(Promotion.consider(Fixture.everything(AuthorityLevel.DRAFT), of(many(20, 29)), null, RULE))
                .isInstanceOfSatisfying(Promotion.NotYet.class, notYet -> assertThat(notYet.missing())
                        .hasSize(3)
                        .anyMatch(s -> s.contains("49 considered decisions in 60 days; 50 are needed"))
                        .anyMatch(s -> s.contains("true share is at least 28 %"))
                        .anyMatch(s -> s.contains("not known yet")));
        assertThat(Promotion.consider(Fixture.everything(AuthorityLevel.DRAFT), of(many(60, 0)), Double.NaN, RULE)).isInstanceOf(Promotion.NotYet.class);
        assertThat(Promotion.consider(Fixture.everything(AuthorityLevel.AUTO_CONFIRM), of(many(60, 0)), 0.0, RULE)).isInstanceOf(Promotion.NotYet.class);
    }

    @Test
    void aThousandRubberStampsEarnNothing() {
        List<Ruling> stamps = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            stamps.add(ruling(Outcome.APPROVED, 10, 10, "", 500, Duration.ofSeconds(20)));
        }
        assertThat(Promotion.consider(Fixture.everything(AuthorityLevel.DRAFT), of(stamps), 0.0, RULE)).isInstanceOf(Promotion.NotYet.class);
    }

    @Test
    void demotionLooksAtTheLatestAndIsFast() {
        Slice slice = new Slice("bags", List.of(new SliceRule.Everything()), AuthorityLevel.AUTO_CONFIRM, Ceiling.of(1));
        List<Ruling> rulings = many(200, 0);
        assertThat(Demotion.due(slice, Agreement.latest("bags", rulings, RULE, Fixture.NOW), RULE)).isEmpty();
        rulings.addAll(many(0, 9));
        assertThat(Demotion.due(slice, Agreement.latest("bags", rulings, RULE, Fixture.NOW), RULE)).as("21 of 30").isEmpty();
        rulings.addAll(many(0, 2));
        Optional<Demotion> demotion = Demotion.due(slice, Agreement.latest("bags", rulings, RULE, Fixture.NOW), RULE);
        assertThat(demotion).get().returns(AuthorityLevel.AUTO_DRAFT, Demotion::to);
        assertThat(demotion.orElseThrow().words()).contains("of the latest 30 lines").contains("19 stayed as proposed");
    }

    @Test
    void nothingIsDemotedBelowDraftOrWithoutEvidence() {
        List<Ruling> bad = many(0, 30);
        Agreement latest = Agreement.latest("bags", bad, RULE, Fixture.NOW);
        assertThat(Demotion.due(Fixture.everything(AuthorityLevel.DRAFT), latest, RULE)).isEmpty();
        assertThat(Demotion.due(Fixture.everything(AuthorityLevel.OBSERVE), latest, RULE)).isEmpty();
        assertThat(Demotion.due(Fixture.everything(AuthorityLevel.AUTO_DRAFT), Agreement.latest("bags", bad.subList(0, 7), RULE, Fixture.NOW), RULE)).isEmpty();
    }
}
