package org.orderbench.proposal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.replenish.PolicyOverride;
import org.orderbench.replenish.PolicyParameter;
import org.orderbench.replenish.ReplenishmentSettings;

/**
 * Inputs that a buyer changes to see what becomes of a quantity. Null leaves an input as it is. Nothing is saved.
 *
 * @param serviceLevel in (0, 1)
 * @param demandFactor 1.2 for a fifth more demand than forecast
 */
public record WhatIf(
        @Nullable Double serviceLevel,
        @Nullable Integer leadTimeDays,
        @Nullable Integer reviewDays,
        @Nullable Integer cycleDays,
        @Nullable Double demandFactor) {

    /** Nothing changed. */
    public static final WhatIf NONE = new WhatIf(null, null, null, null, null);

    public WhatIf {
        if (serviceLevel != null && !(serviceLevel > 0 && serviceLevel < 1)) {
            throw new IllegalArgumentException("A service level lies between 0 and 100 %, such as 95 %");
        }
        if (demandFactor != null && !(demandFactor >= 0)) {
            throw new IllegalArgumentException("Demand cannot be less than nothing: enter a factor of 0 or more");
        }
    }

    ReplenishmentSettings applyTo(ReplenishmentSettings settings, Sku sku) {
        List<PolicyOverride> overrides = new ArrayList<>();
        add(overrides, sku, PolicyParameter.SERVICE_LEVEL, serviceLevel);
        add(overrides, sku, PolicyParameter.LEAD_TIME_DAYS, leadTimeDays);
        add(overrides, sku, PolicyParameter.REVIEW_DAYS, reviewDays);
        add(overrides, sku, PolicyParameter.CYCLE_DAYS, cycleDays);
        // Before the buyer's own: of two settings equally near, the first counts.
        overrides.addAll(settings.overrides());
        return settings.withOverrides(overrides);
    }

    private static void add(List<PolicyOverride> overrides, Sku sku, PolicyParameter parameter, @Nullable Number value) {
        if (value != null) {
            overrides.add(PolicyOverride.forSku(sku, "this what-if", parameter, new BigDecimal(value.toString())));
        }
    }

    double factor() {
        return demandFactor == null ? 1 : demandFactor;
    }
}
