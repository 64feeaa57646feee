package org.orderbench.sync;

import java.util.List;

/** The tables that mirror Odoo, with their columns in the order in which rows are handed over. */
public enum Mirror {
    COMPANY("company", "id", "name", "currency", "lead_days"),
    WAREHOUSE("warehouse", "id", "code", "name", "company_id", "stock_location_id", "receipt_type_id"),
    LOCATION("location", "id", "name", "usage", "warehouse_id", "active"),
    UNIT("unit", "id", "name", "family", "reference", "rounding"),
    CURRENCY_RATE("currency_rate", "company_id", "currency", "rate_day", "rate"),
    PRODUCT("product", "id", "template_id", "code", "name", "barcode", "category", "unit_id", "purchase_unit_id", "active", "purchasable", "storable", "cost",
            "list_price", "kit", "procurement"),
    VENDOR("vendor", "id", "name", "parent_id", "currency", "buyer_id"),
    SUPPLIER_PRICE("supplier_price", "id", "vendor_id", "template_id", "product_id", "company_id", "sequence", "unit_id", "minimum", "price", "discount",
            "currency", "delay_days", "valid_from", "valid_to", "vendor_code"),
    PACK("pack", "id", "product_id", "name", "contents"),
    PRODUCT_TAG("product_tag", "id", "product_id", "name"),
    REORDERING_RULE("reordering_rule", "id", "company_id", "warehouse_id", "product_id", "minimum", "maximum", "multiple", "automatic", "snoozed_until"),
    QUANT("quant", "id", "product_id", "location_id", "on_hand", "reserved"),
    /** Deliveries that were promised and have not left; landed before the done ones, which win where a move was done meanwhile. */
    OPEN_MOVE("stock_move", Constants.MOVE),
    DONE_MOVE("stock_move", Constants.MOVE),
    PURCHASE_ORDER("purchase_order", "id", "name", "state", "vendor_id", "company_id", "warehouse_id", "currency", "origin", "user_id", "ordered_at",
            "approved_at", "planned_at", "amount_total"),
    PURCHASE_LINE("purchase_line", "id", "order_id", "product_id", "unit_id", "ordered", "received", "price", "created_at", "planned_at");

    private final String table;
    private final List<String> columns;

    Mirror(String table, String... columns) {
        this.table = table;
        this.columns = List.of(columns);
    }

    public String table() {
        return table;
    }

    public List<String> columns() {
        return columns;
    }

    /** The columns that tell rows apart. */
    public List<String> keys() {
        return this == CURRENCY_RATE ? columns.subList(0, 3) : columns.subList(0, 1);
    }

    private static final class Constants {
        static final String[] MOVE = {
            "id", "product_id", "from_location", "to_location", "state", "moved_at", "quantity", "purchase_line_id", "returned_of"
        };
    }
}
