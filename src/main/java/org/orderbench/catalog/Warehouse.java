package org.orderbench.catalog;

/**
 * A warehouse ({@code stock.warehouse}).
 *
 * @param receiptTypeId its picking type for receipts ({@code in_type_id}), which an order for this warehouse must name
 */
public record Warehouse(int id, String code, String name, int companyId, int stockLocationId, int receiptTypeId) {}
