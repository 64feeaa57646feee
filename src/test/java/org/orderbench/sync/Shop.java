package org.orderbench.sync;

import java.util.List;

/** A small company in a {@link FakeOdoo}: one warehouse, three products, prices, stock, moves and orders. */
final class Shop {

    static final int STOCK = 8;
    static final int CUSTOMERS = 5;
    static final int SUPPLIERS = 4;

    private Shop() {}

    static FakeOdoo open() {
        FakeOdoo odoo = new FakeOdoo();
        odoo.put("res.company", 1, "name", "Shop", "currency_id", 1, "po_lead", 1.0, "days_to_purchase", 0.5, "parent_id", false);
        odoo.put("res.currency", 1, "name", "USD").put("res.currency", 2, "name", "EUR");
        odoo.put("res.currency.rate", 1, "currency_id", 2, "company_id", 1, "name", "2026-01-01", "rate", 0.8);
        odoo.put("uom.uom", 1, "name", "Units", "category_id", 1, "factor_inv", 1.0, "rounding", 1.0);
        odoo.put("uom.uom", 2, "name", "Dozens", "category_id", 1, "factor_inv", 12.000000000000002, "rounding", 0.01);
        odoo.put("product.category", 1, "complete_name", "All / Screws", "route_ids", List.of());
        odoo.put("stock.picking.type", 1, "warehouse_id", 1, "code", "incoming").put("stock.picking.type", 2, "warehouse_id", false, "code", "dropship");
        odoo.put("stock.warehouse", 1, "code", "WH", "name", "Main", "company_id", 1, "lot_stock_id", STOCK, "in_type_id", 1);
        odoo.put("stock.location", STOCK, "complete_name", "WH/Stock", "usage", "internal", "warehouse_id", 1);
        odoo.put("stock.location", CUSTOMERS, "complete_name", "Customers", "usage", "customer", "warehouse_id", false);
        odoo.put("stock.location", SUPPLIERS, "complete_name", "Vendors", "usage", "supplier", "warehouse_id", false);
        odoo.put("res.partner", 7, "display_name", "Acme", "parent_id", false, "property_purchase_currency_id", 2, "buyer_id", false);
        for (int id = 1; id <= 3; id++) {
            odoo.put("product.template", id);
            odoo.put("product.product", id, "product_tmpl_id", id, "default_code", "P" + id, "display_name", "[P" + id + "] Product " + id, "barcode", false,
                    "categ_id", 1, "uom_id", 1, "uom_po_id", 2, "purchase_ok", true, "type", "consu", "is_storable", true, "standard_price", 1.5, "lst_price", 3.0, "route_ids", List.of());
            odoo.put("product.supplierinfo", id, "partner_id", 7, "product_tmpl_id", id, "product_id", false, "company_id", false, "sequence", 1, "product_uom", 2,
                    "min_qty", 2.0, "price", 14.0, "currency_id", 2, "delay", 5, "discount", 10.0, "date_start", false, "date_end", false, "product_code", false);
            odoo.put("stock.quant", id, "product_id", id, "location_id", STOCK, "quantity", 10.0 * id, "reserved_quantity", 0.0);
            move(odoo, id, id, STOCK, CUSTOMERS, 4.0);
        }
        odoo.put("stock.warehouse.orderpoint", 1, "company_id", 1, "warehouse_id", 1, "product_id", 1, "product_min_qty", 5.0, "product_max_qty", 20.0, "qty_multiple", 6.0,
                "trigger", "auto", "snoozed_until", false, "product_uom", 1);
        odoo.put("purchase.order", 1, "name", "P00001", "state", "purchase", "partner_id", 7, "company_id", 1, "picking_type_id", 1, "currency_id", 2, "origin", false, "user_id", 2,
                "date_order", "2026-01-01 08:00:00", "date_approve", "2026-01-01 09:00:00", "date_planned", "2026-01-08 09:00:00", "amount_total", 28.0);
        odoo.put("purchase.order.line", 1, "order_id", 1, "product_id", 1, "product_uom", 2, "product_qty", 2.0, "product_uom_qty", 24.0, "qty_received", 0.5,
                "price_unit", 14.0, "discount", 50.0, "create_date", "2026-01-01 08:00:00", "date_planned", "2026-01-08 09:00:00", "display_type", false);
        return odoo;
    }

    static void move(FakeOdoo odoo, int id, int product, int from, int to, double quantity) {
        odoo.put("stock.move", id, "product_id", product, "location_id", from, "location_dest_id", to, "state", "done", "date", "2026-02-0" + (1 + id % 9) + " 10:00:00",
                "product_qty", quantity, "product_uom_qty", quantity, "quantity", quantity, "origin_returned_move_id", false, "purchase_line_id", false);
    }
}
