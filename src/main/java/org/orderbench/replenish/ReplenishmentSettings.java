package org.orderbench.replenish;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a company can set about how much is bought. {@link #defaults()} are sensible for a first start.
 *
 * @param serviceLevels for each value class, by forecastability X, Y, Z: the probability that stock lasts through the protection interval
 * @param classLimits   where the classes end
 * @param reviewDays    days between two orders to a vendor
 * @param cycleDays     for each value class: the days of expected demand that an order covers at least, so that a line is not ordered again at
 *                      every review
 * @param countDrafts   whether quotations that nobody confirmed yet count as supply
 * @param ruleMode      what Odoo's reordering rules mean
 * @param holdingRate   what it costs to keep goods for a year, as a share of their value
 * @param longestCoverDays the most days of demand that a price break may make us hold
 * @param overrides     what buyers set for a SKU, a category, a vendor or the company
 * @param vendors       by vendor id, what Odoo has no field for; a vendor of whom nothing is known is absent
 * @param receiving     when our own warehouses take in goods
 * @param budget        the most that one round of proposals may be worth, in the company's currency; null for no limit
 */
public record ReplenishmentSettings(
        Map<ValueClass, List<Double>> serviceLevels,
        ClassLimits classLimits,
        int reviewDays,
        Map<ValueClass, Integer> cycleDays,
        boolean countDrafts,
        RuleMode ruleMode,
        double holdingRate,
        int longestCoverDays,
        List<PolicyOverride> overrides,
        Map<Integer, VendorTerms> vendors,
        Receiving receiving,
        @Nullable BigDecimal budget) {

    /** Stands for our own company where closings are kept by vendor. */
    public static final int OWN = 0;

    public ReplenishmentSettings {
        serviceLevels = Map.copyOf(serviceLevels);
        cycleDays = Map.copyOf(cycleDays);
        overrides = List.copyOf(overrides);
        vendors = Map.copyOf(vendors);
    }

    public static ReplenishmentSettings defaults() {
        Map<ValueClass, List<Double>> levels = new EnumMap<>(ValueClass.class);
        levels.put(ValueClass.A, List.of(0.97, 0.95, 0.90));
        levels.put(ValueClass.B, List.of(0.95, 0.92, 0.88));
        levels.put(ValueClass.C, List.of(0.92, 0.90, 0.85));
        return new ReplenishmentSettings(
                levels, ClassLimits.USUAL, 7, Map.of(ValueClass.A, 7, ValueClass.B, 14, ValueClass.C, 14), true, RuleMode.FORECAST_DECIDES, 0.25, 180, List.of(), Map.of(),
                Receiving.ALWAYS, null);
    }

    public ReplenishmentSettings withOverrides(List<PolicyOverride> changed) {
        return new ReplenishmentSettings(
                serviceLevels, classLimits, reviewDays, cycleDays, countDrafts, ruleMode, holdingRate, longestCoverDays, changed, vendors, receiving, budget);
    }

    /** The same with an order at every review, covering no more than the service level asks for. */
    public ReplenishmentSettings withoutOrderCycles() {
        return new ReplenishmentSettings(
                serviceLevels, classLimits, reviewDays, Map.of(), countDrafts, ruleMode, holdingRate, longestCoverDays,
                overrides.stream().filter(set -> set.parameter() != PolicyParameter.CYCLE_DAYS).toList(), vendors, receiving, budget);
    }

    public ReplenishmentSettings withVendors(Map<Integer, VendorTerms> changed) {
        return new ReplenishmentSettings(
                serviceLevels, classLimits, reviewDays, cycleDays, countDrafts, ruleMode, holdingRate, longestCoverDays, overrides, changed, receiving, budget);
    }

    public ReplenishmentSettings withBudget(@Nullable BigDecimal changed) {
        return new ReplenishmentSettings(
                serviceLevels, classLimits, reviewDays, cycleDays, countDrafts, ruleMode, holdingRate, longestCoverDays, overrides, vendors, receiving, changed);
    }

    /** The same with what buyers set. {@code closings} by vendor id, our own under {@link #OWN}. */
    public ReplenishmentSettings with(List<PlanningSetting> settings, Map<Integer, List<Closing>> closings) {
        return SettingsAssembly.over(this, settings, closings);
    }

    /** Never null: of a vendor that nobody entered anything for, nothing is known. */
    public VendorTerms termsOf(int vendorId) {
        return vendors.getOrDefault(vendorId, VendorTerms.NONE);
    }

    DeliveryCalendar calendar(int vendorId) {
        return new DeliveryCalendar(termsOf(vendorId), receiving);
    }
}
