package org.orderbench.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.orderbench.replenish.Facts.TODAY;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.replenish.Demand;
import org.orderbench.replenish.Explanation;
import org.orderbench.replenish.Facts;
import org.orderbench.replenish.PolicyOverride;
import org.orderbench.replenish.PolicyParameter;
import org.orderbench.replenish.Replenishment;
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.replenish.ValueClass;
import org.orderbench.replenish.VendorTerms;

/** Orders to one vendor: four units a day of each product at 2.00 GBP in packs of 10, 14 days of lead time, 7 of review. */
class WholeOrderTest {

    private static final Quantity NONE = Quantity.ZERO;

    private static Facts product(int id, double onHand) {
        return Facts.sku().id(id).code("SKU-" + id).onHand(onHand).sells("2.00", 14, 0).pack("Case", 10);
    }

    private static Plan plan(ReplenishmentSettings settings, Facts... products) {
        Replenishment replenishment = new Replenishment(settings.withOverrides(noCycle(settings)));
        PlanBuilder plan = new PlanBuilder(Instant.EPOCH, TODAY, settings);
        for (Facts product : products) {
            plan.add(replenishment.assess(product.build(), Demand.exactly(4), ValueClass.A), ValueClass.A);
        }
        return plan.build();
    }

    private static List<PolicyOverride> noCycle(ReplenishmentSettings settings) {
        List<PolicyOverride> overrides = new ArrayList<>(settings.overrides());
        overrides.add(new PolicyOverride(PolicyOverride.Scope.COMPANY, "", "the company", PolicyParameter.CYCLE_DAYS, BigDecimal.ZERO));
        return overrides;
    }

    private static ReplenishmentSettings terms(VendorTerms terms) {
        return ReplenishmentSettings.defaults().withVendors(Map.of(5, terms));
    }

    private static ReplenishmentSettings minimum(String amount) {
        return terms(VendorTerms.NONE.withMinimumOrder(new BigDecimal(amount)));
    }

    private static List<ProposalLine> lines(Plan plan) {
        return plan.proposals().stream().flatMap(proposal -> proposal.lines().stream()).toList();
    }

    private static Explanation.Step step(ProposalLine line, String rule) {
        return line.explanation().steps().stream().filter(step -> step.rule().equals(rule)).findFirst().orElseThrow();
    }

    @Test
    void anOrderBelowTheVendorsMinimumIsFilledWithWhatRunsOutSoonest() {
        Plan plan = plan(minimum("100.00"), product(1, 54), product(2, 120), product(3, 90));
        assertThat(lines(plan)).extracting(ProposalLine::code).containsExactly("SKU-1", "SKU-3");
        assertThat(lines(plan).get(0).quantity()).as("30 are needed and, of 84, taken up to 94").isEqualTo(Quantity.of(40));
        assertThat(lines(plan).get(1).quantity()).isEqualTo(Quantity.of(10));
        assertThat(plan.proposals().getFirst().total().amount()).isEqualByComparingTo("100");
        assertThat(step(lines(plan).get(1), "vendor-minimum-order").text())
                .isEqualTo("Pulled forward: the order came to 60.00 GBP, and Vendor 5 asks for 100.00 for the minimum order; without it stock lasts until 25 Mar.");
        assertThat(lines(plan).get(1).explanation().headline()).startsWith("Pulled forward");
        assertThat(lines(plan).get(1).pureNeed()).as("need and quantity stand side by side").isEqualTo(NONE);
    }

    @Test
    void anOrderAboveTheMinimumStaysAsItIs() {
        assertThat(lines(plan(minimum("60.00"), product(1, 54), product(2, 100)))).extracting(ProposalLine::code).containsExactly("SKU-1");
    }

    @Test
    void nothingIsOrderedOnlyToReachAMinimum() {
        assertThat(plan(minimum("100.00"), product(1, 90), product(2, 100)).proposals()).isEmpty();
    }

    @Test
    void aMinimumThatWouldTakeYearsOfStockIsLeftToTheBuyer() {
        Plan plan = plan(minimum("10000.00"), product(1, 54));
        assertThat(lines(plan)).extracting(ProposalLine::quantity).containsExactly(Quantity.of(30));
        assertThat(plan.exceptions()).extracting(PlanException::reason).containsExactly("below-vendor-minimum");
        assertThat(plan.exceptions().getFirst().detail()).contains("comes to 60.00 GBP, less than its minimum of 10,000.00");
    }

    @Test
    void aShelfCapHoldsAgainstTheVendorsMinimum() {
        ReplenishmentSettings capped = minimum("100.00").withOverrides(List.of(PolicyOverride.forSku(new Sku(1, 1, 3), "SKU-3", PolicyParameter.SHELF_CAP, BigDecimal.valueOf(105))));
        assertThat(lines(plan(capped, product(1, 54), product(3, 100)))).extracting(ProposalLine::code).containsExactly("SKU-1");
    }

    @ParameterizedTest(name = "freight of {0}: pulled forward {1}")
    @CsvSource({"15.00, true", "0.01, false"})
    void freeFreightIsTakenWhereHoldingCostsLessThanTheFreight(String freight, boolean pulled) {
        Plan plan = plan(terms(VendorTerms.NONE.withFreeFreight(new BigDecimal("100"), new BigDecimal(freight))), product(1, 54), product(2, 100));
        assertThat(plan.proposals().getFirst().total().amount()).isEqualByComparingTo(pulled ? "100" : "60");
    }

    @Test
    void theBudgetKeepsWhatRunsOutFirst() {
        Plan plan = plan(ReplenishmentSettings.defaults().withBudget(new BigDecimal("170")), product(1, 54), product(2, 4), product(3, 70));
        assertThat(lines(plan)).extracting(ProposalLine::code).containsExactly("SKU-2");
        assertThat(plan.exceptions()).extracting(PlanException::code, PlanException::reason)
                .containsExactlyInAnyOrder(tuple("SKU-1", "over-budget"), tuple("SKU-3", "over-budget"));
    }

    @Test
    void whateverTheTermsOrdersReachTheMinimumInWholePacksOrStayAsTheyWere() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 300; round++) {
            BigDecimal least = BigDecimal.valueOf(random.nextInt(20, 2000));
            Facts[] products = new Facts[random.nextInt(1, 6)];
            double[] stocks = new double[products.length];
            for (int i = 0; i < products.length; i++) {
                stocks[i] = random.nextInt(0, 300);
                products[i] = product(i + 1, stocks[i]);
            }
            Plan with = plan(minimum(least.toPlainString()), products);
            Plan without = plan(ReplenishmentSettings.defaults(), products);
            BigDecimal total = with.proposals().isEmpty() ? BigDecimal.ZERO : with.proposals().getFirst().total().amount();
            assertThat(total.signum() == 0 || total.compareTo(least) >= 0 || lines(with).equals(lines(without))).as("round %d", round).isTrue();
            assertThat(lines(with)).allMatch(line -> line.quantity().value().remainder(BigDecimal.TEN).signum() == 0);
            assertThat(lines(without)).allMatch(line -> lines(with).stream()
                    .anyMatch(other -> other.code().equals(line.code()) && other.quantity().compareTo(line.quantity()) >= 0));
            BigDecimal sum = lines(with).stream().map(line -> line.unitPrice().multiply(line.quantity().value())).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(total);
        }
    }

    @Test
    void whatAnotherWarehouseHasTooMuchOfIsToBeMovedRatherThanBought() {
        Plan plan = plan(ReplenishmentSettings.defaults(), product(1, 54), product(1, 500).warehouse(2, "North"));
        ProposalLine line = lines(plan).getFirst();
        assertThat(step(line, "transfer").text()).isEqualTo("North has 140 more than it will use in 90 days. Move 30 to Main and buy 30 less.");
        assertThat(plan.exceptions()).extracting(PlanException::reason).contains("transfer");
        assertThat(lines(plan(ReplenishmentSettings.defaults(), product(1, 54), product(1, 300).warehouse(2, "North"))).getFirst().explanation().steps())
                .as("300 are used within 90 days there").noneMatch(step -> step.rule().equals("transfer"));
    }

    @Test
    void productsOfTwoWarehousesAreTwoOrders() {
        assertThat(plan(ReplenishmentSettings.defaults(), product(1, 54), product(1, 10).warehouse(2, "North")).proposals())
                .extracting(Proposal::warehouseName).containsExactly("Main", "North");
    }
}
