package org.orderbench.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product variant ({@code product.product}).
 *
 * @param code        the internal reference ({@code default_code}); empty when Odoo has none. Not unique in Odoo
 * @param unit        the product's own unit: stock, demand and forecast are counted in it
 * @param purchaseUnit the unit that orders are placed in ({@code uom_po_id}; the same as {@code unit} in 19)
 * @param storable    whether Odoo keeps stock of it (17: {@code type = 'product'}; 18+: {@code is_storable})
 * @param cost        {@code standard_price} in the company's currency, per {@code unit}
 * @param listPrice   {@code lst_price}
 * @param kit         it leaves stock as its components, which are what is bought
 * @param procurement where its supply comes from
 */
public record Product(
        int id,
        int templateId,
        String code,
        String name,
        @Nullable String barcode,
        String category,
        Unit unit,
        Unit purchaseUnit,
        boolean active,
        boolean purchasable,
        boolean storable,
        BigDecimal cost,
        BigDecimal listPrice,
        boolean kit,
        Procurement procurement) {

    /** A product that is bought for stock. */
    public Product(
            int id,
            int templateId,
            String code,
            String name,
            @Nullable String barcode,
            String category,
            Unit unit,
            Unit purchaseUnit,
            boolean active,
            boolean purchasable,
            boolean storable,
            BigDecimal cost,
            BigDecimal listPrice) {
        this(
                id, templateId, code, name, barcode, category, unit, purchaseUnit, active, purchasable, storable, cost, listPrice, false,
                Procurement.STOCK);
    }
}
