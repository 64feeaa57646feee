package org.orderbench.demo.seed;

import org.jspecify.annotations.Nullable;

/**
 * A product as the history needs it.
 *
 * @param vendor   who it is bought from, or null where nobody is set
 * @param delay    the promised lead time in days
 * @param pack     it is bought in multiples of this many pieces
 * @param unitSize pieces in the purchase unit: 1, or 12 for dozens
 * @param unitId   the purchase unit
 * @param price    per purchase unit, in the vendor's currency
 * @param demand   pieces wanted on each day, both warehouses together
 */
record Sku(int productId, int uomId, String name, String code, int categoryId, @Nullable Vendor vendor, int vendorId, int currencyId, int delay, int pack, int unitSize,
        int unitId, double price, int[] demand, boolean atNorth) {}
