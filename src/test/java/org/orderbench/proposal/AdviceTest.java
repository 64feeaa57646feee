package org.orderbench.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderbench.replenish.Facts.TODAY;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.catalog.Money;
import org.orderbench.replenish.Assessment;
import org.orderbench.replenish.Demand;
import org.orderbench.replenish.Explanation.Value;
import org.orderbench.replenish.Facts;
import org.orderbench.replenish.ForecastFunction;
import org.orderbench.replenish.PlanningSetting;
import org.orderbench.replenish.PolicyOverride;
import org.orderbench.replenish.Replenishment;
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.replenish.SettingName;
import org.orderbench.replenish.ValueClass;

/** Four units a day, cost 2.00 each; half a year uses 720. */
class AdviceTest {

    private static final ReplenishmentSettings USUAL = ReplenishmentSettings.defaults();

    private static List<PlanException> advice(Facts facts, ForecastFunction demand) {
        return told(facts.sells("2.00", 14, 0), demand, USUAL);
    }

    private static List<PlanException> told(Facts facts, ForecastFunction demand, ReplenishmentSettings settings) {
        Advice advice = new Advice(settings);
        return switch (new Replenishment(settings).assess(facts.build(), demand, ValueClass.B)) {
            case Assessment.Planned planned -> advice.of(planned);
            case Assessment.LeftOut leftOut -> List.of(advice.of(leftOut));
        };
    }

    private static String figure(PlanException e, String name) {
        return e.figures().stream().filter(figure -> figure.name().equals(name)).map(figure -> figure.value() + "|" + figure.unit() + "|" + figure.source()).findFirst().orElse("none");
    }

    private static ReplenishmentSettings set(PolicyOverride.Scope scope, String key, String label, SettingName name, String value) {
        return USUAL.with(List.of(new PlanningSetting(scope, key, label, name, value)), Map.of());
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
        PlanException kept = new PlanException(e.sku(), "X", "Thing", "overstock", "As it was.", null);
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
        List<PlanException> advice = told(facts.sells(price, 14, 0), Demand.exactly(4), USUAL);
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

    @Test
    void eachFigureSaysWhereItComesFromAndHowOldItIs() {
        PlanException rise = told(Facts.sku().line("P7", "cancel", 10, TODAY.minusDays(40)).sells("1.05", 14, 0), Demand.exactly(4), USUAL).getFirst();
        assertThat(figure(rise, "price")).isEqualTo("1.0500|GBP per Units|product.supplierinfo 11");
        assertThat(figure(rise, "price paid")).isEqualTo("1|GBP per Units|purchase.order.line 100");
        assertThat(figure(rise, "ordered on")).isEqualTo("2026-02-01||purchase.order.line 100");
        assertThat(figure(rise, "rise")).isEqualTo("5 %||calculation");
        assertThat(figure(rise, "told from")).isEqualTo("3 %||default");
        PlanException late = only(Facts.sku().onHand(20).incoming("P7", 100, TODAY.plusDays(12)), Demand.exactly(4));
        assertThat(figure(late, "on hand")).isEqualTo("20|Units|stock.quant");
        assertThat(figure(late, "arriving on")).isEqualTo("2026-03-14||purchase.order 10");
        assertThat(figure(late, "supply lasts until")).as("the forecast's own method").isEqualTo("2026-03-07||" + Demand.METHOD);
        assertThat(figure(late, "worth a call from")).isEqualTo("3|days|default");
    }

    /** Over SKUs of every kind: nothing is said that is not among the figures, and no figure is without a source. */
    @Test
    void everyFigureOfASentenceIsAmongItsFigures() {
        Random random = new Random(5);
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < 2000; i++) {
            for (PlanException e : told(some(random), random.nextInt(6) == 0 ? Demand.none() : Demand.exactly(random.nextInt(4)), USUAL)) {
                seen.merge(e.reason(), 1, Integer::sum);
                assertThat(e.figures()).allSatisfy(figure -> assertThat(figure.source()).as("%s of %s", figure, e.reason()).isNotBlank());
                e.said().stream().flatMap(phrase -> phrase.values().stream())
                        .forEach(value -> assertThat(isAmong(e, value)).as("%s of \"%s\" in %s", value, e.detail(), e.figures()).isTrue());
            }
        }
        assertThat(seen.keySet()).contains(
                "cancel-incoming", "reduce-incoming", "overstock", "expedite", "postpone", "dead-stock", "price-rise", "receipt-forgotten", "no-lead-time",
                "no-supplier-price", "supplier-price-expired", "draft-open");
    }

    private static Facts some(Random random) {
        Facts facts = Facts.sku().onHand(random.nextInt(5) == 0 ? 0 : random.nextInt(1200));
        switch (random.nextInt(8)) {
            case 0 -> facts.price(Facts.Row.of(11, 5).valid(null, TODAY.minusDays(9)).build());
            case 1 -> { }
            default -> facts.sells(random.nextBoolean() ? "2.00" : "0.80", random.nextInt(4) * 10, 0);
        }
        if (random.nextInt(3) > 0) {
            facts.line("P7", random.nextInt(4) == 0 ? "draft" : "purchase", 10 + random.nextInt(300), TODAY.plusDays(random.nextInt(160) - 100));
        }
        return random.nextInt(3) == 0 ? facts.soldDaily(100 + random.nextInt(300), 1 + random.nextInt(3)) : facts;
    }

    private static boolean isAmong(PlanException e, Value value) {
        return switch (value.kind()) {
            case WORDS, TERM -> true;
            case DAY, DAY_AND_YEAR -> e.figures().stream().anyMatch(figure -> figure.value().equals(value.value()));
            case SHARE -> e.figures().stream().anyMatch(figure -> figure.value().endsWith(" %")
                    && new BigDecimal(figure.value().replace(" %", "")).compareTo(new BigDecimal(value.value()).movePointRight(2)) == 0);
            case QUANTITY, DAYS, AMOUNT, PRICE -> e.figures().stream().anyMatch(figure -> figure.value().matches("-?[0-9.]+")
                    && new BigDecimal(figure.value()).subtract(new BigDecimal(value.value())).abs().doubleValue() <= 0.05);
        };
    }

    @Test
    void whatIsWorthACallIsSetForTheNearestAndSaysWhere() {
        Facts gap = Facts.sku().onHand(40).incoming("P7", 100, TODAY.plusDays(12)).sells("2.00", 14, 0);
        ReplenishmentSettings strict = USUAL.with(List.of(
                new PlanningSetting(PolicyOverride.Scope.COMPANY, "", "the company", SettingName.EXPEDITE_TOLERANCE_DAYS, "9"),
                new PlanningSetting(PolicyOverride.Scope.VENDOR, "5", "vendor Lights Ltd", SettingName.EXPEDITE_TOLERANCE_DAYS, "2"),
                new PlanningSetting(PolicyOverride.Scope.COMPANY, "", "the company", SettingName.EXCEPTION_VALUE, "10")), Map.of());
        assertThat(told(gap, Demand.exactly(4), USUAL)).isEmpty();
        PlanException e = told(gap, Demand.exactly(4), strict).getFirst();
        assertThat(e.reason()).isEqualTo("expedite");
        assertThat(figure(e, "worth a call from")).isEqualTo("2|days|set for vendor Lights Ltd");
        assertThat(figure(e, "told from")).isEqualTo("10|GBP|set for the company");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "OVERSTOCK_DAYS, 400, none", "OVERSTOCK_DAYS, 180, overstock", "EXCEPTION_VALUE, 561, none", "EXCEPTION_VALUE, 560, overstock",
    })
    void eachToleranceMovesWhatIsTold(SettingName name, String value, String reason) {
        List<PlanException> told = told(Facts.sku().onHand(1000).sells("2.00", 14, 0), Demand.exactly(4), set(PolicyOverride.Scope.CATEGORY, "Lights", "category Lights", name, value));
        assertThat(told.isEmpty() ? "none" : told.getFirst().reason()).isEqualTo(reason);
    }

    @Test
    void postponingPriceRisesAndForgottenReceiptsHaveTheirTolerancesToo() {
        Facts early = Facts.sku().onHand(400).incoming("P7", 100, TODAY.plusDays(12)).sells("2.00", 14, 0);
        assertThat(told(early, Demand.exactly(4), set(PolicyOverride.Scope.COMPANY, "", "the company", SettingName.POSTPONE_TOLERANCE_DAYS, "68"))).isEmpty();
        Facts dearer = Facts.sku().line("P7", "cancel", 10, TODAY.minusDays(40)).sells("1.05", 14, 0);
        assertThat(told(dearer, Demand.exactly(4), set(PolicyOverride.Scope.COMPANY, "", "the company", SettingName.PRICE_RISE_TOLERANCE, "6 %"))).isEmpty();
        Facts late = Facts.sku().onHand(200).incoming("P7", 100, TODAY.minusDays(100)).sells("2.00", 14, 0);
        assertThat(told(late, Demand.exactly(4), set(PolicyOverride.Scope.SKU, "1/1/7", "LAMP", SettingName.FORGOTTEN_AFTER_DAYS, "120")))
                .as("it still counts as supply").noneMatch(e -> e.reason().equals("receipt-forgotten"));
    }

    @Test
    void whatNobodyCanBuyIsRankedByWhatItSells() {
        PlanException busy = told(Facts.sku().soldDaily(400, 5), Demand.exactly(5), USUAL).getFirst();
        PlanException quiet = told(Facts.sku().soldDaily(400, 1), Demand.exactly(1), USUAL).getFirst();
        PlanException kit = told(Facts.sku().kit(), Demand.exactly(5), USUAL).getFirst();
        assertThat(busy.reason()).isEqualTo("no-supplier-price");
        assertThat(busy.atStake()).as("365 days of 5 at 4.00").isEqualTo(Money.of("7300", "GBP"));
        assertThat(figure(busy, "sold in the last year")).isEqualTo("1825|Units|stock.move");
        assertThat(figure(busy, "list price")).isEqualTo("4.00|GBP per Units|product.product 7");
        assertThat(kit.atStake()).isNull();
        assertThat(Stream.of(kit, quiet, busy).sorted(Advice.MOST_AT_STAKE_FIRST)).containsExactly(busy, quiet, kit);
    }

    @Test
    void aVendorWithoutALeadTimeIsMissingSetUp() {
        assertThat(told(Facts.sku().onHand(200).sells("2.00", 0, 0), Demand.exactly(4), USUAL)).singleElement().satisfies(e -> {
            assertThat(e.reason()).isEqualTo("no-lead-time");
            assertThat(e.detail()).isEqualTo("Vendor 5 promises goods within 0 days and none were received yet: planned as if they came at once. Enter the vendor’s lead time in Odoo.");
        });
        assertThat(told(Facts.sku().onHand(200).sells("2.00", 0, 0).receipt(5, 7, TODAY.minusDays(30), 0, 3), Demand.exactly(4), USUAL)).as("its receipts tell").isEmpty();
        assertThat(told(Facts.sku().onHand(200).sells("2.00", 0, 0), Demand.exactly(4), set(PolicyOverride.Scope.SKU, "1/1/7", "LAMP", SettingName.LEAD_TIME_DAYS, "5")))
                .as("a buyer told").isEmpty();
    }

    @Test
    void stockWorthLessThanALookIsNotCalledDead() {
        assertThat(only(Facts.sku().onHand(24), Demand.none()).reason()).as("48 pounds").isEqualTo("no-demand");
    }
}
