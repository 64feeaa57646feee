package org.orderbench.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderbench.replenish.Facts.TODAY;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.catalog.Money;
import org.orderbench.replenish.Assessment;
import org.orderbench.replenish.Demand;
import org.orderbench.replenish.Facts;
import org.orderbench.replenish.ForecastFunction;
import org.orderbench.replenish.Replenishment;
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.replenish.ValueClass;

/** Four units a day, cost 2.00 each; half a year uses 720. */
class AdviceTest {

    private static List<PlanException> advice(Facts facts, ForecastFunction demand) {
        Assessment assessment = new Replenishment(ReplenishmentSettings.defaults()).assess(facts.sells("2.00", 14, 0).build(), demand, ValueClass.B);
        return switch (assessment) {
            case Assessment.Planned planned -> Advice.of(planned);
            case Assessment.LeftOut leftOut -> List.of(Advice.of(leftOut));
        };
    }

    private static PlanException only(Facts facts, ForecastFunction demand) {
        assertThat(advice(facts, demand)).hasSize(1);
        return advice(facts, demand).getFirst();
    }

    @Test
    void aHealthySkuNeedsNoAdvice() {
        assertThat(advice(Facts.sku().onHand(200), Demand.exactly(4))).isEmpty();
    }

    @Test
    void aReceiptAfterStockRunsOutIsToBeExpedited() {
        PlanException e = only(Facts.sku().onHand(20).incoming("P7", 100, TODAY.plusDays(12)), Demand.exactly(4));
        assertThat(e.reason()).isEqualTo("expedite");
        assertThat(e.detail())
                .isEqualTo("Stock runs out on 7 Mar, and P7 brings 100 only on 14 Mar: about 28 would go unserved. Ask the vendor for an earlier date.");
        assertThat(e.atStake()).as("28 missed at 4.00").isEqualTo(Money.of("112", "GBP"));
    }

    @Test
    void itIsSaidInTheReadersLanguage() {
        PlanException e = only(Facts.sku().onHand(20).incoming("P7", 1000, TODAY.plusDays(12)), Demand.exactly(4));
        assertThat(e.in(Locale.UK)).isEqualTo(e);
        PlanException early = only(Facts.sku().onHand(400).incoming("P7", 100, TODAY.plusDays(12)), Demand.exactly(4));
        assertThat(early.in(Locale.GERMANY).detail())
                .isEqualTo("P7 bringt 100 am 14. März, etwa 67 Tage bevor sie gebraucht werden (400 sind ohne sie vorrätig). Den Lieferanten um einen späteren Termin bitten.");
        PlanException kept = new PlanException(e.sku(), "X", "Thing", "overstock", "As it was.");
        assertThat(kept.in(Locale.GERMANY).detail()).as("of an older version").isEqualTo("As it was.");
    }

    @Test
    void aGapOfADayOrTwoIsNotWorthACall() {
        assertThat(advice(Facts.sku().onHand(40).incoming("P7", 100, TODAY.plusDays(12)), Demand.exactly(4))).isEmpty();
    }

    @Test
    void aReceiptThatComesLongBeforeItIsNeededIsToBePostponed() {
        PlanException e = only(Facts.sku().onHand(400).incoming("P7", 100, TODAY.plusDays(12)), Demand.exactly(4));
        assertThat(e.reason()).isEqualTo("postpone");
        assertThat(e.detail()).startsWith("P7 brings 100 on 14 Mar, about 67 days before they are needed");
        assertThat(e.atStake()).isEqualTo(Money.of("200", "GBP"));
    }

    @Test
    void ofAllThatCouldBeDoneAboutASkuTheOneThatMattersMostIsSaid() {
        assertThat(only(Facts.sku().onHand(2000).incoming("P7", 100, TODAY.plusDays(12)), Demand.exactly(4)).reason()).isEqualTo("cancel-incoming");
    }

    @ParameterizedTest(name = "last paid 1.00, now {0}: {1}")
    @CsvSource({"1.02, false", "1.05, true", "0.90, false"})
    void aPriceThatRoseSinceTheLastOrderIsSaid(String price, boolean said) {
        Facts facts = Facts.sku().line("P7", "cancel", 10, TODAY.minusDays(40));
        Assessment assessment = new Replenishment(ReplenishmentSettings.defaults()).assess(facts.sells(price, 14, 0).build(), Demand.exactly(4), ValueClass.B);
        List<PlanException> advice = Advice.of((Assessment.Planned) assessment);
        assertThat(advice.stream().anyMatch(e -> e.reason().equals("price-rise"))).isEqualTo(said);
    }

    @Test
    void aReceiptThatIsMonthsLateIsToBeAskedAbout() {
        assertThat(only(Facts.sku().onHand(200).incoming("P7", 100, TODAY.minusDays(100)), Demand.exactly(4)).reason()).isEqualTo("receipt-forgotten");
    }

    @Test
    void goodsOnOrderThatNobodyWillBuyAreToBeReduced() {
        PlanException e = only(Facts.sku().onHand(700).incoming("P7", 100, TODAY.plusDays(12)), Demand.exactly(4));
        assertThat(e.reason()).isEqualTo("reduce-incoming");
        assertThat(e.detail()).startsWith("80 of the 100 on order (P7) will not be needed");
        assertThat(e.atStake()).isEqualTo(Money.of("160", "GBP"));
    }

    @Test
    void tooMuchInStockIsSaidWithItsMoney() {
        PlanException e = only(Facts.sku().onHand(1000), Demand.exactly(4));
        assertThat(e.reason()).isEqualTo("overstock");
        assertThat(e.atStake()).isEqualTo(Money.of("560", "GBP"));
        assertThat(advice(Facts.sku().onHand(740), Demand.exactly(4))).as("40 pounds are not worth a look").isEmpty();
    }

    @Test
    void stockThatNobodyBuysIsDead() {
        PlanException e = only(Facts.sku().onHand(30), Demand.none());
        assertThat(e.reason()).isEqualTo("dead-stock");
        assertThat(e.atStake()).isEqualTo(Money.of("60", "GBP"));
    }
}
