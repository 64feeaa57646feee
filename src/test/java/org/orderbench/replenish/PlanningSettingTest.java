package org.orderbench.replenish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.replenish.PolicyOverride.Scope;

class PlanningSettingTest {

    private static PlanningSetting set(Scope scope, String key, SettingName name, String value) {
        return new PlanningSetting(scope, key, scope.word() + " " + key, name, value);
    }

    private static SkuPolicy policy(PlanningSetting... settings) {
        ReplenishmentSettings all = ReplenishmentSettings.defaults().with(List.of(settings), Map.of());
        Assessment assessment = new Replenishment(all).assess(Facts.sku().sells("2.00", 14, 0).build(), Demand.exactly(4), ValueClass.A);
        return ((Assessment.Planned) assessment).policy();
    }

    @Test
    void theNearestWinsAndSaysWhereItComesFrom() {
        PlanningSetting company = set(Scope.COMPANY, "", SettingName.SERVICE_LEVEL, "0.80");
        PlanningSetting vendor = set(Scope.VENDOR, "5", SettingName.SERVICE_LEVEL, "0.85");
        PlanningSetting category = set(Scope.CATEGORY, "Lights", SettingName.SERVICE_LEVEL, "0.90");
        PlanningSetting sku = set(Scope.SKU, PolicyOverride.key(Facts.SKU), SettingName.SERVICE_LEVEL, "0.99");
        assertThat(policy().serviceLevel()).isEqualTo(new Sourced<>(0.97, "default of class AX"));
        assertThat(policy(company).serviceLevel()).isEqualTo(new Sourced<>(0.80, "set for the company "));
        assertThat(policy(company, vendor).serviceLevel().value()).isEqualTo(0.85);
        assertThat(policy(category, company, vendor).serviceLevel().value()).isEqualTo(0.90);
        assertThat(policy(vendor, sku, category, company).serviceLevel().value()).isEqualTo(0.99);
    }

    @Test
    void otherVendorsCategoriesAndSkusDoNotCount() {
        assertThat(policy(
                        set(Scope.VENDOR, "6", SettingName.REVIEW_DAYS, "30"), set(Scope.CATEGORY, "Light", SettingName.REVIEW_DAYS, "30"),
                        set(Scope.SKU, "1/1/8", SettingName.REVIEW_DAYS, "30"))
                .reviewDays()).isEqualTo(new Sourced<>(7, "default"));
    }

    @Test
    void aSubCategoryGoesBeforeTheOneThatItLiesIn() {
        PolicyIndex index = new PolicyIndex(List.of(
                new PolicyOverride(Scope.CATEGORY, "All", "All", PolicyParameter.REVIEW_DAYS, BigDecimal.ONE),
                new PolicyOverride(Scope.CATEGORY, "All / Lights", "Lights", PolicyParameter.REVIEW_DAYS, BigDecimal.TEN)));
        assertThat(index.nearest(PolicyParameter.REVIEW_DAYS, Facts.SKU, "All / Lights / Lamps", 5)).get().extracting(PolicyOverride::label).isEqualTo("Lights");
        assertThat(index.nearest(PolicyParameter.REVIEW_DAYS, Facts.SKU, "All / Bags", 5)).get().extracting(PolicyOverride::label).isEqualTo("All");
        assertThat(index.nearest(PolicyParameter.REVIEW_DAYS, Facts.SKU, "Allsorts", 5)).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', value = {
        "SERVICE_LEVEL | 95 % | 0.95", "SERVICE_LEVEL | 0.950 | 0.95", "REVIEW_DAYS | 14 | 14", "ORDER_DAYS | Thu, mon | mon,thu", "ORDER_DAYS | fri-mon | mon,fri,sat,sun",
        "MINIMUM_ORDER | 250.00 | 250", "COUNT_DRAFTS | Yes | yes", "REORDERING_RULES | rule_bounds | rule-bounds", "BUDGET | 1E4 | 10000"
    })
    void aValueIsKeptInOneForm(SettingName name, String typed, String kept) {
        assertThat(name.canonical(typed)).isEqualTo(kept);
        assertThat(name.canonical(kept)).isEqualTo(kept);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', value = {
        "SERVICE_LEVEL | 95 | service-level lies between 0 and 1, such as 0.95 or 95 %; not 95.", "REVIEW_DAYS | 0 | review-days lies between 1 and 3650 days; not 0.",
        "REVIEW_DAYS | 1.5 | review-days is a whole number of days; not 1.5.", "ORDER_DAYS | someday | order-days names weekdays, such as mon,thu or mon-fri; not \"someday\".",
        "MINIMUM_ORDER | -1 | minimum-order cannot be negative: -1.", "MINIMUM_ORDER | 1,000 | minimum-order is a number with a point for decimals, such as 12.5; not \"1,000\".",
        "COUNT_DRAFTS | maybe | count-drafts is yes or no; not \"maybe\"."
    })
    void aValueThatIsNoneSaysWhatOneLooksLike(SettingName name, String typed, String message) {
        assertThatThrownBy(() -> name.canonical(typed)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void aSettingOfVendorsCannotBeMadeForASku() {
        assertThatThrownBy(() -> set(Scope.SKU, "1/1/7", SettingName.MINIMUM_ORDER, "100")).hasMessage("minimum-order can be set for a vendor, not for a SKU.");
    }

    @Test
    void vendorsTermsAndClosingsComeTogether() {
        Closing holiday = new Closing(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 21), "summer");
        ReplenishmentSettings all = ReplenishmentSettings.defaults().with(
                List.of(
                        set(Scope.VENDOR, "5", SettingName.MINIMUM_ORDER, "250"), set(Scope.VENDOR, "5", SettingName.ORDER_DAYS, "mon"),
                        set(Scope.COMPANY, "", SettingName.BUDGET, "5000"), set(Scope.COMPANY, "", SettingName.COUNT_DRAFTS, "no")),
                Map.of(5, List.of(holiday), ReplenishmentSettings.OWN, List.of(holiday)));
        assertThat(all.termsOf(5).minimumOrder()).isEqualByComparingTo("250");
        assertThat(all.termsOf(5).orderDays()).containsExactly(DayOfWeek.MONDAY);
        assertThat(all.termsOf(5).closings()).containsExactly(holiday);
        assertThat(all.receiving().closings()).containsExactly(holiday);
        assertThat(all.termsOf(6)).isEqualTo(VendorTerms.NONE);
        assertThat(all.budget()).isEqualByComparingTo("5000");
        assertThat(all.countDrafts()).isFalse();
    }
}
