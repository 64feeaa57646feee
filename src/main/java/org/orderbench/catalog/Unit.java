package org.orderbench.catalog;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A unit of measure ({@code uom.uom}).
 *
 * @param id        Odoo's id
 * @param name      as Odoo shows it to this user
 * @param family    units convert into each other within a family only: {@code category_id} up to 18, the root of {@code relative_uom_id} in 19
 * @param reference how many of the family's reference unit make one of this (12 for a dozen of pieces): {@code factor_inv} up to 18, {@code factor} in 19
 * @param rounding  the smallest step in this unit, such as 1 or 0.01; positive
 */
public record Unit(int id, String name, int family, BigDecimal reference, BigDecimal rounding) {

    public boolean convertsTo(Unit other) {
        return family == other.family && reference.signum() > 0 && other.reference.signum() > 0;
    }

    /**
     * The same goods counted in another unit, not rounded.
     *
     * @throws IllegalArgumentException if the units are of different families
     */
    public BigDecimal convert(BigDecimal amount, Unit to) {
        if (!convertsTo(to)) {
            throw new IllegalArgumentException("The unit " + name + " cannot be converted to " + to.name);
        }
        return amount.multiply(reference).divide(to.reference, MathContext.DECIMAL64);
    }

    /** Rounded up to this unit's rounding, as Odoo rounds quantities that it buys. */
    public BigDecimal roundUp(BigDecimal amount) {
        return rounding.signum() <= 0 ? amount : amount.divide(rounding, 0, RoundingMode.CEILING).multiply(rounding);
    }
}
