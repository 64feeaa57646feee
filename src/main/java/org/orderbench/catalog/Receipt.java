package org.orderbench.catalog;

import java.time.LocalDate;

/**
 * Goods of one purchase line that arrived, for the vendor's real lead times.
 *
 * @param vendorId  who sent them
 * @param productId what
 * @param ordered   the day on which the order was confirmed
 * @param promised  the day on which they were expected
 * @param received  the day on which they came
 */
public record Receipt(int vendorId, int productId, LocalDate ordered, LocalDate promised, LocalDate received, Quantity quantity) {}
