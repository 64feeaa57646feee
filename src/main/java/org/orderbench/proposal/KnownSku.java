package org.orderbench.proposal;

import org.jspecify.annotations.Nullable;
import org.orderbench.replenish.SkuFacts;

/**
 * A SKU that is about to be planned.
 *
 * @param facts with their moves, or without them where {@code kept} still holds
 * @param kept  what an earlier plan of the same day made of its moves; null where it must be made anew
 */
public record KnownSku(SkuFacts facts, @Nullable DayForecast kept) {}
