package org.orderbench.replenish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderbench.replenish.Facts.DOZEN;
import static org.orderbench.replenish.Facts.PIECE;
import static org.orderbench.replenish.Facts.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderbench.catalog.Procurement;
import org.orderbench.catalog.Quantity;
import org.orderbench.replenish.Facts.Row;

/** A buyer's examples: 14 days of lead time and 7 of review, so an order must last 21 days; 4 units a day unless said otherwise. */
class ReplenishmentTest {

    /** No order cycle, so that the examples can be reckoned in the head. */
    static final ReplenishmentSettings PLAIN = settings(RuleMode.FORECAST_DECIDES, true);

    private static ReplenishmentSettings settings(RuleMode mode, boolean countDrafts) {
        ReplenishmentSettings d = ReplenishmentSettings.defaults();
        return new ReplenishmentSettings(
                d.serviceLevels(), d.classLimits(), 7, Map.of(), countDrafts, mode, 0.25, 180, List.of(), Map.of(), Receiving.ALWAYS, null);
    }

    private static Assessment assess(Facts facts, ForecastFunction demand) {
        return new Replenishment(PLAIN).assess(facts.build(), demand, ValueClass.A);
    }

    private static Assessment.Planned planned(Facts facts, ForecastFunction demand) {
        return (Assessment.Planned) assess(facts, demand);
    }

    private static Assessment.Planned planned(Facts facts, ForecastFunction demand, ReplenishmentSettings settings) {
        return (Assessment.Planned) new Replenishment(settings).assess(facts.build(), demand, ValueClass.A);
    }

    private static String reason(Facts facts, ForecastFunction demand) {
        return ((Assessment.LeftOut) assess(facts, demand)).reason();
    }

    private static Facts basic() {
        return Facts.sku().sells("2.00", 14, 0);
    }

    @ParameterizedTest(name = "{0} on hand, at least {1} in packs of {2}: buy {3}")
    @CsvSource({"84, 0, 1, 0", "83, 0, 1, 1", "60, 0, 1, 24", "60, 50, 1, 50", "60, 50, 12, 60", "60, 0, 144, 144", "0, 0, 1, 84", "-6, 0, 1, 90", "500, 50, 12, 0"})
    void stockMinimumAndPackMakeTheQuantity(double onHand, int minimum, int pack, double quantity) {
        Facts facts = Facts.sku().onHand(onHand).sells("2.00", 14, minimum).pack("Case", pack);
        assertThat(planned(facts, Demand.exactly(4)).quantity()).isEqualTo(Quantity.of(quantity));
    }

    @Test
    void whatIsOnTheWaterIsNotOrderedAgain() {
        assertThat(planned(basic().incoming("P1", 84, TODAY.plusDays(5)), Demand.exactly(4)).quantity()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void aReceiptAfterTheOrdersOwnStretchDoesNotCover() {
        Assessment.Planned planned = planned(basic().onHand(40).incoming("P1", 500, TODAY.plusDays(22)), Demand.exactly(4));
        assertThat(planned.quantity()).isEqualTo(Quantity.of(44));
        assertThat(text(planned, "supply")).contains("too late to count");
    }

    @Test
    void aDraftThatHoldsAllThatIsNeededIsConfirmedOrHastenedAndNotOrderedASecondTime() {
        Facts facts = basic().onHand(40).line("P1", "draft", 44, TODAY.plusDays(22));
        assertThat(reason(facts, Demand.exactly(4))).isEqualTo("draft-open");
        Facts tooLittle = basic().onHand(40).line("P1", "draft", 43, TODAY.plusDays(22));
        assertThat(planned(tooLittle, Demand.exactly(4)).quantity()).isEqualTo(Quantity.of(44));
    }

    @Test
    void aLateReceiptIsMovedAndSaidSo() {
        Assessment.Planned planned = planned(basic().incoming("P1", 84, TODAY.minusDays(3)), Demand.exactly(4));
        SupplyProjection.Arrival arrival = planned.supply().arrivals().getFirst();
        assertThat(arrival.late()).isTrue();
        assertThat(arrival.on()).isEqualTo(TODAY.plusDays(1));
        assertThat(text(planned, "supply")).contains("84 from P1 on 3 Mar (promised 27 Feb, late)");
    }

    @Test
    void aReceiptThatIsMonthsLateNoLongerCounts() {
        Assessment.Planned planned = planned(basic().incoming("P1", 84, TODAY.minusDays(120)), Demand.exactly(4));
        assertThat(planned.quantity()).isEqualTo(Quantity.of(84));
        assertThat(text(planned, "supply")).contains("not counted: 84 from P1");
    }

    @Test
    void draftsCountOnlyWhereTheSettingSaysSoAndNeverBeforeTheyCouldArrive() {
        Facts facts = basic().line("P1", "draft", 84, TODAY.plusDays(1));
        Assessment.Planned counted = planned(facts, Demand.exactly(4));
        assertThat(counted.quantity()).isEqualTo(Quantity.ZERO);
        assertThat(counted.supply().arrivals().getFirst().on()).isEqualTo(TODAY.plusDays(14));
        Assessment.Planned apart = planned(basic().line("P1", "draft", 84, TODAY.plusDays(1)), Demand.exactly(4), settings(RuleMode.FORECAST_DECIDES, false));
        assertThat(apart.quantity()).isEqualTo(Quantity.of(84));
        assertThat(apart.supply().drafts()).isEqualTo(Quantity.of(84));
    }

    @Test
    void anOrderToApproveCountsAndIsCalledSoWhateverTheSettingForDrafts() {
        Assessment.Planned planned = planned(basic().line("P1", "to approve", 84, TODAY.plusDays(16)), Demand.exactly(4), settings(RuleMode.FORECAST_DECIDES, false));
        assertThat(planned.quantity()).isEqualTo(Quantity.ZERO);
        assertThat(planned.supply().incoming()).as("not confirmed").isEqualTo(Quantity.ZERO);
        assertThat(text(planned, "supply")).contains("; 84 to be approved (P1) on 18 Mar");
    }

    @Test
    void promisesWithinTheForecastAddNothing() {
        assertThat(planned(basic().onHand(84).promised(TODAY.plusDays(10), 30).reserved(30), Demand.exactly(4)).quantity()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void promisesBeyondTheForecastAreBought() {
        Assessment.Planned planned = planned(basic().onHand(84).promised(TODAY.plusDays(9), 240), Demand.exactly(4));
        assertThat(planned.quantity()).isEqualTo(Quantity.of(200));
        assertThat(text(planned, "promises")).contains("promised 200 more");
    }

    @Test
    void whatIsReservedForProductionIsNotOursToSell() {
        assertThat(planned(basic().onHand(84).reserved(20), Demand.exactly(4)).quantity()).isEqualTo(Quantity.of(20));
    }

    @Test
    void aDozenOfTwelvePriceIsPerPieceAndTheOrderIsWholeDozens() {
        Facts facts = Facts.sku().onHand(60).unit(PIECE, DOZEN).price(Row.of(1, 5).unit(DOZEN).minimum(3).price("18.00").build());
        Assessment.Planned planned = planned(facts, Demand.exactly(4));
        assertThat(planned.quantity()).isEqualTo(Quantity.of(36));
        assertThat(planned.unitPrice()).isEqualByComparingTo("1.5");
        assertThat(planned.minimum()).isEqualTo(Quantity.of(36));
    }

    @Test
    void roundingUpToACaseIsPricedAtTheTierItReaches() {
        Facts facts = Facts.sku().onHand(2).pack("Case", 48)
                .price(Row.of(1, 5).price("2.00").build())
                .price(Row.of(2, 5).price("1.50").minimum(96).build());
        Assessment.Planned planned = planned(facts, Demand.exactly(4));
        assertThat(planned.quantity()).isEqualTo(Quantity.of(96));
        assertThat(planned.offer().price().id()).isEqualTo(2);
    }

    @Test
    void aWorthwhilePriceBreakIsTakenAndReckonedAloud() {
        Facts facts = Facts.sku().price(Row.of(1, 5).price("2.00").build()).price(Row.of(2, 5).price("1.80").minimum(100).build());
        Assessment.Planned planned = planned(facts, Demand.exactly(4));
        assertThat(planned.quantity()).isEqualTo(Quantity.of(100));
        assertThat(text(planned, "price-break")).startsWith("From 100 the price is 1.80 GBP: saves 20.00, costs ");
    }

    @Test
    void whatIsOrderedIsSoldBeforeItsShelfLifeEnds() {
        Facts facts = Facts.sku().onHand(10).sells("2.00", 14, 0).pack("Case", 24);
        assertThat(planned(facts, Demand.exactly(4), shelfLife(60)).quantity()).as("no limit in sight").isEqualTo(Quantity.of(96));
        Assessment.Planned planned = planned(facts, Demand.exactly(4), shelfLife(5));
        assertThat(planned.quantity()).as("19 days of 4, less the 10 that are sold first, in cases").isEqualTo(Quantity.of(48));
        assertThat(text(planned, "shelf-life")).isEqualTo("Until these goods pass their shelf life 76 will be sold; supply is 10.");
    }

    private static ReplenishmentSettings shelfLife(int days) {
        return PLAIN.withOverrides(List.of(PolicyOverride.forSku(Facts.SKU, "this product", PolicyParameter.SHELF_LIFE_DAYS, BigDecimal.valueOf(days))));
    }

    @Test
    void theShelfCapHoldsAgainstEverything() {
        ReplenishmentSettings capped = PLAIN.withOverrides(List.of(PolicyOverride.forSku(Facts.SKU, "this product", PolicyParameter.SHELF_CAP, new BigDecimal("70"))));
        Assessment.Planned planned = planned(Facts.sku().onHand(10).sells("2.00", 14, 0).pack("Case", 24), Demand.exactly(4), capped);
        assertThat(planned.quantity()).isEqualTo(Quantity.of(48));
        assertThat(text(planned, "shelf-cap")).isEqualTo("There is room for 70; supply is 10.");
    }

    @Test
    void aMinimumThatDoesNotFitIsAnExceptionNotAnOrder() {
        ReplenishmentSettings capped = PLAIN.withOverrides(List.of(PolicyOverride.forSku(Facts.SKU, "this product", PolicyParameter.SHELF_CAP, new BigDecimal("70"))));
        Assessment.Planned planned = planned(Facts.sku().onHand(10).sells("2.00", 14, 100), Demand.exactly(4), capped);
        assertThat(planned.quantity()).isEqualTo(Quantity.ZERO);
        assertThat(planned.blocked().reason()).isEqualTo("cap-below-minimum");
    }

    @Test
    void anOrderCoversItsCycleAtLeastButACycleDoesNotMakeAnOrder() {
        ReplenishmentSettings cycle = ReplenishmentSettings.defaults();
        assertThat(planned(basic().onHand(60), Demand.exactly(4), cycle).quantity()).isEqualTo(Quantity.of(28));
        assertThat(planned(basic().onHand(84), Demand.exactly(4), cycle).quantity()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void theFirstReasonIsThePlainest() {
        assertThat(planned(basic().onHand(40), Demand.exactly(4)).explanation().headline())
                .isEqualTo("Supply of 40 lasts until 12 Mar; an order placed today arrives 16 Mar (14 days).");
        assertThat(planned(basic().onHand(70), Demand.exactly(4)).explanation().headline())
                .isEqualTo("Supply of 70 lasts until 20 Mar on average, but demand may reach 84 by 23 Mar; an order placed today arrives 16 Mar (14 days).");
        assertThat(planned(basic(), Demand.exactly(4)).explanation().headline())
                .isEqualTo("Out of stock; an order placed today arrives 16 Mar (14 days).");
        assertThat(planned(basic().onHand(200), Demand.exactly(4)).explanation().headline())
                .isEqualTo("Supply of 200 covers the 84 needed until 23 Mar: nothing to order.");
    }

    @Test
    void stockThatRunsOutBeforeTheOrderCouldArriveIsUrgent() {
        assertThat(planned(basic().onHand(40), Demand.exactly(4)).urgent()).isTrue();
        assertThat(planned(basic().onHand(75), Demand.exactly(4)).urgent()).isFalse();
    }

    @Test
    void eachQuantityStepBeginsWhereTheOneBeforeEnded() {
        Facts facts = Facts.sku().onHand(60).sells("2.00", 14, 50).pack("Case", 144);
        BigDecimal at = null;
        for (Explanation.Step step : planned(facts, Demand.lively(4), ReplenishmentSettings.defaults()).explanation().steps()) {
            if (step.before() != null) {
                assertThat(at == null ? step.before() : at).isEqualByComparingTo(step.before());
                at = step.after();
            }
        }
        assertThat(at).isEqualByComparingTo("144");
    }

    @Test
    void whatIsNotPlannedIsCountedWithItsReason() {
        assertThat(reason(basic().archived(), Demand.exactly(4))).isEqualTo("archived");
        assertThat(reason(basic().service(), Demand.exactly(4))).isEqualTo("not-stocked");
        assertThat(reason(basic().kit(), Demand.exactly(4))).isEqualTo("kit");
        assertThat(reason(basic().procured(Procurement.TO_ORDER), Demand.exactly(4))).isEqualTo("make-to-order");
        assertThat(reason(basic().procured(Procurement.DROP_SHIP), Demand.exactly(4))).isEqualTo("drop-ship");
        assertThat(reason(basic().procured(Procurement.TRANSFER), Demand.exactly(4))).isEqualTo("other-warehouse");
        assertThat(reason(basic().notPurchasable(), Demand.exactly(4))).isEqualTo("not-purchasable");
        assertThat(reason(basic().neverHere(), Demand.exactly(4))).isEqualTo("not-kept-here");
        assertThat(reason(Facts.sku(), Demand.exactly(4))).isEqualTo("no-supplier-price");
        assertThat(reason(Facts.sku().sells("0", 14, 0), Demand.exactly(4))).isEqualTo("no-price");
        assertThat(reason(basic().rule(10, 50, 0, true, null), Demand.exactly(4))).isEqualTo("automatic-rule");
        assertThat(reason(basic().rule(10, 50, 0, false, TODAY.plusDays(9)), Demand.exactly(4))).isEqualTo("snoozed-in-odoo");
        assertThat(reason(basic(), Demand.none())).isEqualTo("no-demand");
    }

    @Test
    void withoutAForecastTheLastYearsMeanStandsInAndSaysSo() {
        Assessment.Planned planned = planned(basic().soldDaily(200, 4), Demand.none());
        assertThat(planned.basis().fallback()).isTrue();
        assertThat(planned.quantity().toDouble()).isGreaterThanOrEqualTo(84);
        assertThat(text(planned, "no-forecast")).contains("2 weeks of history, 6 needed").contains("mean of the last 200 days");
    }

    @Test
    void aRuleBoundsTheQuantityWhereTheSettingSaysSo() {
        ReplenishmentSettings bounds = settings(RuleMode.RULE_BOUNDS, true);
        assertThat(planned(basic().onHand(90).rule(20, 200, 0, false, null), Demand.exactly(4), bounds).quantity()).isEqualTo(Quantity.of(110));
        assertThat(planned(basic().onHand(10).rule(0, 50, 0, false, null), Demand.exactly(4), bounds).quantity()).isEqualTo(Quantity.of(40));
        assertThat(planned(basic().onHand(90).rule(20, 200, 0, false, null), Demand.exactly(4)).quantity()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void lateVendorsMakeTheOrderLarger() {
        Facts punctual = basic().receipt(5, 7, TODAY.minusDays(30), 0, 20);
        Facts late = basic().receipt(5, 7, TODAY.minusDays(30), 0, 10).receipt(5, 7, TODAY.minusDays(30), 10, 10);
        assertThat(planned(late, Demand.lively(4)).quantity()).isGreaterThan(planned(punctual, Demand.lively(4)).quantity());
    }

    @Test
    void theSecondVendorIsShownWhenTheFirstIsTooLate() {
        Facts facts = basic().onHand(20).price(Row.of(12, 6).sequence(2).price("2.50").delay(3).build());
        assertThat(text(planned(facts, Demand.exactly(4)), "supplier-late")).contains("Vendor 6 at 2.50 GBP, promised in 3 days");
    }

    static List<Long> seeds() {
        return new Random(20260302).longs(300).boxed().toList();
    }

    /** Random SKUs: whatever the facts, what must always hold. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whateverTheFactsTheQuantityIsOrderable(long seed) {
        Random random = new Random(seed);
        int pack = 1 + random.nextInt(50);
        int minimum = random.nextInt(3) * random.nextInt(200);
        boolean dozens = random.nextBoolean();
        double rate = random.nextDouble() * 10;
        double onHand = random.nextInt(200) - 20;
        int incoming = random.nextInt(100);
        LocalDate arrives = TODAY.plusDays(random.nextInt(60) - 20);
        int delay = random.nextInt(60);
        int cap = 50 + random.nextInt(2000);
        ReplenishmentSettings settings = ReplenishmentSettings.defaults()
                .withOverrides(List.of(PolicyOverride.forSku(Facts.SKU, "x", PolicyParameter.SHELF_CAP, BigDecimal.valueOf(cap))));
        Case example = new Case(onHand, incoming, arrives, delay, minimum, pack, dozens);
        Assessment.Planned planned = planned(example.facts(), Demand.lumpy(rate, 3), settings);
        BigDecimal quantity = planned.quantity().value();

        assertThat(quantity.remainder(BigDecimal.valueOf(pack))).isEqualByComparingTo("0");
        if (dozens) {
            assertThat(quantity.remainder(BigDecimal.valueOf(12))).isEqualByComparingTo("0");
        }
        if (quantity.signum() > 0) {
            assertThat(planned.quantity()).isGreaterThanOrEqualTo(planned.minimum());
            assertThat(planned.pureNeed().isPositive()).isTrue();
            assertThat(planned.supply().all().plus(planned.quantity())).isLessThanOrEqualTo(Quantity.of(cap));
        }
        if (planned.supplyToCover().toDouble() >= planned.demandToCover()) {
            assertThat(planned.quantity()).isEqualTo(Quantity.ZERO);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreDemandOrALongerLeadTimeNeverOrdersLess(long seed) {
        Random random = new Random(seed);
        double rate = random.nextDouble() * 10;
        int delay = random.nextInt(60);
        Case example = new Case(random.nextInt(200), 0, TODAY, delay, random.nextInt(50), 1 + random.nextInt(30), false);
        Case slower = new Case(example.onHand(), 0, TODAY, delay + 1 + random.nextInt(20), example.minimum(), example.pack(), false);
        ReplenishmentSettings settings = ReplenishmentSettings.defaults()
                // One service level: the class itself may fall as demand rises, which is another question.
                .withOverrides(List.of(PolicyOverride.forSku(Facts.SKU, "x", PolicyParameter.SERVICE_LEVEL, new BigDecimal("0.95"))));
        Quantity usual = planned(example.facts(), Demand.lumpy(rate, 3), settings).quantity();
        assertThat(planned(example.facts(), Demand.lumpy(rate * 1.3, 3), settings).quantity()).isGreaterThanOrEqualTo(usual);
        assertThat(planned(slower.facts(), Demand.lumpy(rate, 3), settings).quantity()).isGreaterThanOrEqualTo(usual);
    }

    private record Case(double onHand, int incoming, LocalDate arrives, int delay, int minimum, int pack, boolean dozens) {
        Facts facts() {
            Facts facts = Facts.sku().onHand(onHand).unit(PIECE, dozens ? DOZEN : PIECE).pack("Case", pack)
                    .price(Row.of(1, 5).unit(dozens ? DOZEN : PIECE).minimum(minimum).delay(delay).price("3.00").build());
            return incoming == 0 ? facts : facts.incoming("P1", incoming, arrives);
        }
    }

    static String text(Assessment assessment, String rule) {
        return assessment.explanation().steps().stream().filter(step -> step.rule().equals(rule)).findFirst().orElseThrow().text();
    }
}
