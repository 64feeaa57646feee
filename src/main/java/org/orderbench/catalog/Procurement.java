package org.orderbench.catalog;

/** Where a product's supply comes from, as its routes in Odoo say. Only what is bought for stock is ours to plan. */
public enum Procurement {
    /** Bought (or made) for stock. */
    STOCK,
    /** Bought for each customer's order when it comes. */
    TO_ORDER,
    /** Sent from the vendor straight to the customer. */
    DROP_SHIP,
    /** Supplied from another warehouse. */
    TRANSFER
}
