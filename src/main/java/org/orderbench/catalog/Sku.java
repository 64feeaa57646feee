package org.orderbench.catalog;

/**
 * One product variant in one warehouse of one company: the thing that is forecast, projected and ordered.
 *
 * @param companyId   {@code res.company} id
 * @param warehouseId {@code stock.warehouse} id
 * @param productId   {@code product.product} id
 */
public record Sku(int companyId, int warehouseId, int productId) implements Comparable<Sku> {

    @Override
    public int compareTo(Sku other) {
        int byCompany = Integer.compare(companyId, other.companyId);
        int byWarehouse = Integer.compare(warehouseId, other.warehouseId);
        return byCompany != 0 ? byCompany : byWarehouse != 0 ? byWarehouse : Integer.compare(productId, other.productId);
    }
}
