package org.orderbench.forecast;

import org.orderbench.demand.CleanDemand;

/**
 * What a forecast starts from.
 *
 * @param demand   cleaned demand, up to yesterday
 * @param category what the SKU is like: SKUs of one category lend each other their season, and a new one its level
 */
public record SkuHistory(CleanDemand demand, String category) {}
