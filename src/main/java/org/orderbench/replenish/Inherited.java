package org.orderbench.replenish;

import java.time.LocalDate;

/**
 * The part of a SKU's history that is of the product which it succeeds.
 *
 * @param code  the predecessor's internal reference
 * @param until the last day of it
 */
public record Inherited(String code, LocalDate until) {}
