package org.orderbench.proposal;

import org.orderbench.forecast.Tracking;
import org.orderbench.replenish.ValueClass;

/**
 * How the forecasts of past weeks did, of one SKU and of the larger sets that it belongs to. Those of sets are of the last weeks, by value.
 *
 * @param sku        of its own kept forecasts, in its unit
 * @param ofCategory of all SKUs of its company and category
 * @param valueClass its ABC class as the newest plan has it
 * @param ofClass    of all SKUs of its company and class
 */
public record PastErrors(Tracking.Score sku, Tracking.Score ofCategory, ValueClass valueClass, Tracking.Score ofClass) {}
