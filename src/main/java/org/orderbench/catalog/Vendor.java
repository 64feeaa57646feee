package org.orderbench.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A supplier ({@code res.partner} that some supplier price or order names).
 *
 * @param parentId its commercial parent, if it is a contact of one
 * @param currency the currency that Odoo buys from it in ({@code property_purchase_currency_id}), if set
 * @param buyerId  the user set as its buyer, if any: Odoo's scheduler joins drafts of that user
 */
public record Vendor(int id, String name, @Nullable Integer parentId, @Nullable String currency, @Nullable Integer buyerId) {}
