package org.orderbench.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was paid for a product in one confirmed purchase order.
 *
 * @param day       on which the order was confirmed
 * @param quantity  in the product's own unit
 * @param unitPrice per the product's own unit, in {@code currency}
 */
public record PaidPrice(LocalDate day, String orderName, String vendorName, Quantity quantity, BigDecimal unitPrice, String currency) {}
