package org.orderbench.proposal;

import org.jspecify.annotations.Nullable;
import org.orderbench.forecast.Forecast;
import org.orderbench.replenish.Explanation;
import org.orderbench.replenish.SkuFacts;
import org.orderbench.replenish.SupplyProjection;

/**
 * All that the SKU panel shows of one SKU: facts, forecast, projection and the reasons, whether something is to be ordered or not.
 *
 * @param projection  null where no forecast carries one
 * @param order       what is to be ordered and on which inputs; null where the SKU could not be planned
 * @param explanation why this quantity, or why none
 * @param past        how forecasts of past weeks did
 */
public record SkuView(
        SkuFacts facts, Forecast forecast, @Nullable SupplyProjection projection, @Nullable PlannedOrder order, Explanation explanation, PastErrors past) {}
