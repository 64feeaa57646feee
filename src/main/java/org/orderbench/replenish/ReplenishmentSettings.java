package org.orderbench.replenish;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that a company can set about how much is bought. {@link #defaults()} are sensible for a first start.
 *
 * @param serviceLevels for each value class, by forecastability X, Y, Z: the probability that stock lasts through the protection interval
 * @param reviewDays    days between two orders to a vendor
 * @param cycleDays     for each value class: the days of expected demand that an order covers beyond the service level, so that a line is not
 *                      ordered again at every review
 * @param countDrafts   whether quotations that nobody confirmed yet count as supply
 * @param ruleMode      what Odoo's reordering rules mean
 * @param holdingRate   what it costs to keep goods for a year, as a share of their value
 * @param longestCoverDays the most days of demand that a price break may make us hold
 * @param overrides     what buyers set for a SKU, a category or a vendor
 */
public record ReplenishmentSettings(
        Map<ValueClass, List<Double>> serviceLevels,
        int reviewDays,
        Map<ValueClass, Integer> cycleDays,
        boolean countDrafts,
        RuleMode ruleMode,
        double holdingRate,
        int longestCoverDays,
        List<PolicyOverride> overrides) {

    public ReplenishmentSettings {
        serviceLevels = Map.copyOf(serviceLevels);
        cycleDays = Map.copyOf(cycleDays);
        overrides = List.copyOf(overrides);
    }

    public static ReplenishmentSettings defaults() {
        Map<ValueClass, List<Double>> levels = new EnumMap<>(ValueClass.class);
        levels.put(ValueClass.A, List.of(0.97, 0.95, 0.90));
        levels.put(ValueClass.B, List.of(0.95, 0.92, 0.88));
        levels.put(ValueClass.C, List.of(0.92, 0.90, 0.85));
        return new ReplenishmentSettings(
                levels, 7, Map.of(ValueClass.A, 7, ValueClass.B, 14, ValueClass.C, 28), true, RuleMode.FORECAST_DECIDES, 0.25, 180, List.of());
    }

    public ReplenishmentSettings withOverrides(List<PolicyOverride> changed) {
        return new ReplenishmentSettings(
                serviceLevels, reviewDays, cycleDays, countDrafts, ruleMode, holdingRate, longestCoverDays, changed);
    }
}
