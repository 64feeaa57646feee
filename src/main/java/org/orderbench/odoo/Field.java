package org.orderbench.odoo;

import java.util.List;

/**
 * The fields that move between versions or apps, each with the names it has had, newest first. The one table of its kind: what is not here has the
 * same name in 17, 18 and 19.
 */
public enum Field {
    /** Unit of a purchase line. */
    LINE_UNIT("purchase.order.line", "product_uom_id", "product_uom"),
    LINE_TAXES("purchase.order.line", "tax_ids", "taxes_id"),
    /** Unit of a supplier price. */
    PRICE_UNIT("product.supplierinfo", "product_uom_id", "product_uom"),
    PRICE_DISCOUNT("product.supplierinfo", "discount"),
    /** Unit that orders are placed in by default; from 19 on it is the product's own. */
    PURCHASE_UNIT("product.product", "uom_po_id"),
    /** Whether stock is kept; 17 says it by {@code type = 'product'}. */
    STORABLE("product.product", "is_storable"),
    /** Units the product is offered in beside its own: the packs of 19. */
    PACK_UNITS("product.product", "uom_ids"),
    KIT("product.product", "is_kits"),
    ROUTES("product.product", "route_ids"),
    CATEGORY_ROUTES("product.product", "route_from_categ_ids"),
    /** Reordering multiple as a number, up to 18. */
    RULE_MULTIPLE("stock.warehouse.orderpoint", "qty_multiple"),
    /** Reordering multiple as a unit, from 19. */
    RULE_MULTIPLE_UNIT("stock.warehouse.orderpoint", "replenishment_uom_id"),
    COMPANY_PURCHASE_LEAD("res.company", "po_lead"),
    COMPANY_DAYS_TO_PURCHASE("res.company", "days_to_purchase"),
    COMPANY_PARENT("res.company", "parent_id"),
    /** Family of units up to 18. */
    UNIT_CATEGORY("uom.uom", "category_id"),
    /** Next larger or smaller unit, from 19: its root is the family. */
    UNIT_RELATIVE("uom.uom", "relative_uom_id"),
    /** How many reference units make one, up to 18; 19's {@code factor} says the same. */
    UNIT_FACTOR_INVERSE("uom.uom", "factor_inv"),
    VENDOR_BUYER("res.partner", "buyer_id"),
    VENDOR_CURRENCY("res.partner", "property_purchase_currency_id"),
    PURCHASE_PACKAGING("product.packaging", "purchase"),
    /** All variants that bear a tag, their own tags and their template's. */
    TAG_PRODUCTS("product.tag", "product_ids"),
    MOVE_PURCHASE_LINE("stock.move", "purchase_line_id");

    private final String model;
    private final List<String> names;

    Field(String model, String... names) {
        this.model = model;
        this.names = List.of(names);
    }

    public String model() {
        return model;
    }

    /** The names it has had, newest first. */
    public List<String> names() {
        return names;
    }
}
