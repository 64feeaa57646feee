package org.orderbench.replenish;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Product;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.SupplierPrice;
import org.orderbench.catalog.Unit;
import org.orderbench.catalog.Vendor;

/**
 * One row of a vendor's price list, counted in the product's own unit.
 *
 * @param price        as Odoo holds it
 * @param unitPrice    per the product's own unit, after discount, in {@code price.currency()}
 * @param companyPrice the same in the company's currency; null without a rate
 * @param minimum      in the product's own unit, exact (a minimum of 2 dozen is 24)
 */
public record Offer(SupplierPrice price, Vendor vendor, BigDecimal unitPrice, @Nullable BigDecimal companyPrice, Quantity minimum) {

    /** @param rate company currency per one unit of the row's currency, or null when there is none */
    static Offer of(SupplierPrice price, Vendor vendor, Product product, @Nullable BigDecimal rate) {
        BigDecimal contents = price.unit().convert(BigDecimal.ONE, product.unit());
        BigDecimal unitPrice = price.discountedPrice().divide(contents, MathContext.DECIMAL64);
        return new Offer(
                price,
                vendor,
                unitPrice,
                rate == null ? null : unitPrice.multiply(rate, MathContext.DECIMAL64),
                inOwnUnit(price.minimum().value(), price.unit(), product.unit()));
    }

    /** Exact where the units' factors allow it; else rounded up to the sixth decimal, so that it is never below what was asked. */
    static Quantity inOwnUnit(BigDecimal amount, Unit from, Unit to) {
        BigDecimal numerator = amount.multiply(from.reference());
        BigDecimal whole = numerator.divide(to.reference(), 6, RoundingMode.CEILING);
        return new Quantity(whole);
    }

    boolean hasPrice() {
        return unitPrice.signum() > 0;
    }

    public String source() {
        return "product.supplierinfo " + price.id();
    }
}
