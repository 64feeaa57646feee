package org.orderbench.replenish;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Product;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;

/**
 * The settings as they hold for one SKU bought from one vendor, each with its source. Days are calendar days.
 *
 * @param serviceLevel probability that stock lasts through the protection interval
 * @param leadTimeDays null unless somebody fixed it
 * @param shelfCap     null unless somebody set one; in the product's own unit
 * @param shelfLifeDays null unless somebody set one
 */
public record SkuPolicy(
        String policyClass,
        Sourced<Double> serviceLevel,
        Sourced<Integer> reviewDays,
        Sourced<Integer> cycleDays,
        @Nullable Sourced<Integer> leadTimeDays,
        @Nullable Sourced<Quantity> shelfCap,
        @Nullable Sourced<Integer> shelfLifeDays) {

    /** The nearest setting wins: SKU, category, vendor, company, then the default of the class. */
    static SkuPolicy of(
            ReplenishmentSettings settings, PolicyIndex index, Sku sku, Product product, int vendorId, ValueClass value, Forecastability forecastability) {
        String name = value.name() + forecastability.name();
        String byClass = "default of class " + name;
        Overrides set = new Overrides(index, sku, product.category(), vendorId);
        return new SkuPolicy(
                name,
                set.number(PolicyParameter.SERVICE_LEVEL)
                        .orElseGet(() -> new Sourced<>(settings.serviceLevels().getOrDefault(value, List.of(0.95, 0.95, 0.95))
                                .get(forecastability.ordinal()), byClass)),
                set.days(PolicyParameter.REVIEW_DAYS).orElseGet(() -> new Sourced<>(settings.reviewDays(), "default")),
                set.days(PolicyParameter.CYCLE_DAYS).orElseGet(() -> new Sourced<>(settings.cycleDays().getOrDefault(value, 0), byClass)),
                set.days(PolicyParameter.LEAD_TIME_DAYS).orElse(null),
                set.find(PolicyParameter.SHELF_CAP).map(o -> new Sourced<>(new Quantity(o.value()), source(o))).orElse(null),
                set.days(PolicyParameter.SHELF_LIFE_DAYS).orElse(null));
    }

    static String source(PolicyOverride override) {
        return "set for " + override.label();
    }

    /** Those that hold for a SKU. */
    private record Overrides(PolicyIndex index, Sku sku, String category, int vendorId) {

        Optional<PolicyOverride> find(PolicyParameter parameter) {
            return index.nearest(parameter, sku, category, vendorId);
        }

        Optional<Sourced<Double>> number(PolicyParameter parameter) {
            return find(parameter).map(o -> new Sourced<>(o.value().doubleValue(), source(o)));
        }

        Optional<Sourced<Integer>> days(PolicyParameter parameter) {
            return find(parameter).map(o -> new Sourced<>(o.value().max(BigDecimal.ZERO).intValue(), source(o)));
        }
    }
}
