package org.orderbench.writeback;

import java.math.BigDecimal;

/**
 * How far the facts under a decision may move before a person has to decide again.
 *
 * @param supplyShare change of supply, as a share of the decided quantity, beyond the demand that was forecast for the time since
 * @param priceShare  change of the unit price, as a share of the decided price
 * @param priceStep   price differences up to this never count: Odoo keeps prices to a number of decimals
 */
public record Tolerances(BigDecimal supplyShare, BigDecimal priceShare, BigDecimal priceStep) {

    /** A quarter of the quantity, two per cent of the price, half a cent. */
    public static final Tolerances DEFAULT = new Tolerances(new BigDecimal("0.25"), new BigDecimal("0.02"), new BigDecimal("0.0051"));
}
