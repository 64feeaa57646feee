package org.orderbench.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a product's vendor price list ({@code product.supplierinfo}).
 *
 * @param productId  the variant that it is limited to, or null for every variant of the template
 * @param companyId  the company that it is limited to, or null for all
 * @param minimum    {@code min_qty}, in {@code unit}. In Odoo it only selects the row; nothing is raised to it
 * @param price      per {@code unit}, before discount
 * @param discount   in per cent, 0 to 100
 * @param delayDays  the promised lead time in calendar days
 * @param vendorCode the vendor's own code for the product, or empty
 */
public record SupplierPrice(
        int id,
        int vendorId,
        int templateId,
        @Nullable Integer productId,
        @Nullable Integer companyId,
        int sequence,
        Unit unit,
        Quantity minimum,
        BigDecimal price,
        BigDecimal discount,
        String currency,
        int delayDays,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String vendorCode) {

    /** Price per {@code unit} after discount, not rounded. */
    public BigDecimal discountedPrice() {
        return price.multiply(BigDecimal.ONE.subtract(discount.movePointLeft(2)));
    }

    public boolean isValidOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
