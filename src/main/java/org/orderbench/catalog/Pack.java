package org.orderbench.catalog;

/**
 * A size that the product is bought in: {@code product.packaging} with {@code purchase} up to 18, one of the product's {@code uom_ids} in 19.
 *
 * @param contents how many of the product's own unit one pack holds; positive
 */
public record Pack(int productId, String name, Quantity contents) {}
