package org.orderbench.demo.seed;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.DemoServer;
import org.orderbench.demo.OdooVersion;
import org.orderbench.demo.orm.Env;

/** The company and what every Odoo has: users, currencies, units, warehouses, locations, note types. Remembers ids by name. */
final class Basics {

    private static final String[] CURRENCIES = {"GBP", "EUR", "USD"};
    private static final double[] RATES = {1, 1.155, 1.27};

    private final Env env;
    private final LocalDate today;
    private final Map<String, Integer> ids = new HashMap<>();

    Basics(Env env, LocalDate today) {
        this.env = env;
        this.today = today;
    }

    int id(String name) {
        Integer id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException("Not planted: " + name);
        }
        return id;
    }

    /** Creates a record; fields that this version does not have are left out. */
    int add(String model, String xmlId, @Nullable Object... pairs) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            String field = String.valueOf(pairs[i]);
            if (env.model(model).has(field)) {
                values.put(field, pairs[i + 1]);
            }
        }
        int id = env.create(model, values);
        if (!xmlId.isEmpty()) {
            ids.put(xmlId, id);
            if (xmlId.contains(".")) {
                env.setXmlId(xmlId, model, id, true);
            }
        }
        return id;
    }

    void plant(Random random) {
        currencies(random);
        int company = add("res.company", "company", "name", "Bramble & Finch Wholesale Ltd", "currency_id", id("GBP"), "partner_id", partner("Bramble & Finch Wholesale Ltd"),
                "po_lead", 0.0, "days_to_purchase", 0.0, "po_double_validation", "one_step", "po_double_validation_amount", 5000.0, "po_lock", "edit",
                "security_lead", 0.0, "sequence", 10);
        users(company);
        units();
        locations(company);
        add("account.tax", "vat", "name", "20% P", "amount", 20.0, "amount_type", "percent", "type_tax_use", "purchase", "company_id", company, "sequence", 1, "active", true);
        add("mail.message.subtype", "mail.mt_comment", "name", "Discussions", "sequence", 0);
        add("mail.message.subtype", "mail.mt_note", "name", "Note", "sequence", 100, "internal", true);
        add("mail.activity.type", "mail.mail_activity_data_email", "name", "Email", "sequence", 3);
        add("mail.activity.type", "mail.mail_activity_data_call", "name", "Call", "sequence", 6);
        add("mail.activity.type", "mail.mail_activity_data_meeting", "name", "Meeting", "sequence", 9);
        add("mail.activity.type", "mail.mail_activity_data_todo", "name", "To-Do", "sequence", 12);
        add("stock.route", "purchase_stock.route_warehouse0_buy", "name", "Buy", "sequence", 5, "active", true, "product_selectable", true);
        add("stock.route", "stock.route_warehouse0_mto", "name", "Replenish on Order (MTO)", "sequence", 5, "active", true, "product_selectable", true);
        add("res.lang", "base.lang_en", "name", "English (US)", "code", "en_US", "active", true);
    }

    private void currencies(Random random) {
        for (int i = 0; i < CURRENCIES.length; i++) {
            int id = add("res.currency", CURRENCIES[i], "name", CURRENCIES[i], "symbol", "£€$".substring(i, i + 1), "full_name", CURRENCIES[i], "position", "before");
            double rate = RATES[i];
            for (int month = 24; month >= 0 && i > 0; month--) {
                rate *= 1 + random.nextGaussian() * 0.008;
                add("res.currency.rate", "", "currency_id", id, "company_id", 0, "rate", Math.round(rate * 1e6) / 1e6, "name", today.minusMonths(month).withDayOfMonth(1).toString());
            }
        }
    }

    private int partner(String name) {
        return add("res.partner", "", "name", name, "is_company", true, "city", "Reading", "active", true);
    }

    private void users(int company) {
        int own = env.row("res.company", company).ref("partner_id");
        add("res.users", "admin", "login", "__system__", "name", "OdooBot", "email", "odoobot@bramble.example", "active", false, "company_id", company, "company_ids",
                List.of(List.of(6, 0, List.of(company))), "parent_id", own);
        add("res.users", "base.user_admin", "login", "admin", "name", "Mitchell Admin", "email", "admin@bramble.example", "company_id", company, "company_ids",
                List.of(List.of(6, 0, List.of(company))), "tz", "Europe/London");
        add("res.users", "buyer", "login", DemoServer.LOGIN, "name", "Bea Buyer", "email", "buyer@bramble.example", "company_id", company, "company_ids",
                List.of(List.of(6, 0, List.of(company))), "tz", "Europe/London");
        // The secret of the server is a key, too; from 18 on a key ends.
        add("res.users.apikeys", "", "name", "Orderbench", "user_id", id("buyer"), "scope", "rpc", "expiration_date", today.plusDays(80) + " 12:00:00");
    }

    private void units() {
        boolean relative = env.version().atLeast(OdooVersion.V19);
        if (relative) {
            int unit = add("uom.uom", "uom.product_uom_unit", "name", "Units", "relative_factor", 1.0);
            add("uom.uom", "uom.product_uom_pack_6", "name", "Pack of 6", "relative_factor", 6.0, "relative_uom_id", unit);
            add("uom.uom", "uom.product_uom_dozen", "name", "Dozens", "relative_factor", 12.0, "relative_uom_id", unit);
            for (int size : new int[] {3, 4, 8, 10, 12, 24, 36, 48, 96}) {
                add("uom.uom", "pack" + size, "name", "Box of " + size, "relative_factor", (double) size, "relative_uom_id", unit);
            }
            ids.put("pack6", id("uom.product_uom_pack_6"));
            add("uom.uom", "uom.product_uom_kgm", "name", "kg", "relative_factor", 1.0);
            return;
        }
        int pieces = add("uom.category", "uom.product_uom_categ_unit", "name", "Unit");
        int weight = add("uom.category", "uom.product_uom_categ_kgm", "name", "Weight");
        add("uom.uom", "uom.product_uom_unit", "name", "Units", "category_id", pieces, "factor", 1.0, "uom_type", "reference", "rounding", 0.01);
        add("uom.uom", "uom.product_uom_dozen", "name", "Dozens", "category_id", pieces, "factor", 1 / 12.0, "uom_type", "bigger", "rounding", 0.01);
        add("uom.uom", "uom.product_uom_kgm", "name", "kg", "category_id", weight, "factor", 1.0, "uom_type", "reference", "rounding", 0.01);
    }

    private void locations(int company) {
        boolean roots = !env.version().atLeast(OdooVersion.V19);
        int physical = roots ? add("stock.location", "stock.stock_location_locations", "name", "Physical Locations", "usage", "view") : 0;
        int partners = roots ? add("stock.location", "stock.stock_location_locations_partner", "name", "Partners", "usage", "view") : 0;
        int virtual = roots ? add("stock.location", "stock.stock_location_locations_virtual", "name", "Virtual Locations", "usage", "view") : 0;
        add("stock.location", "stock.stock_location_suppliers", "name", "Vendors", "usage", "supplier", "location_id", partners);
        add("stock.location", "stock.stock_location_customers", "name", "Customers", "usage", "customer", "location_id", partners);
        add("stock.location", "adjustment", "name", "Inventory adjustment", "usage", "inventory", "location_id", virtual, "company_id", company);
        add("stock.location", "production", "name", "Production", "usage", "production", "location_id", virtual, "company_id", company);
        add("stock.location", "scrap", "name", "Scrap", "usage", "inventory", "location_id", virtual, "company_id", company, "scrap_location", true);
        warehouse(company, physical, "Main Warehouse", "WH", 1);
        warehouse(company, physical, "North Depot", "NTH", 2);
        int shelf = add("stock.location", "shelf", "name", "Shelf A", "usage", "internal", "location_id", id("WH.stock"), "company_id", company, "warehouse_id", id("WH"));
        ids.put("WH.shelf", shelf);
    }

    private void warehouse(int company, int physical, String name, String code, int sequence) {
        int view = add("stock.location", code + ".view", "name", code, "usage", "view", "location_id", physical, "company_id", company);
        int stock = add("stock.location", code + ".stock", "name", "Stock", "usage", "internal", "location_id", view, "company_id", company);
        int warehouse = add("stock.warehouse", "", "name", name, "code", code, "company_id", company, "lot_stock_id", stock, "view_location_id", view, "sequence", sequence,
                "reception_steps", "one_step", "delivery_steps", "ship_only", "partner_id", env.row("res.company", company).ref("partner_id"));
        ids.put(code, warehouse);
        env.write("stock.location", new int[] {view, stock}, Map.of("warehouse_id", warehouse));
        int in = type("Receipts", "incoming", code, warehouse, company, id("stock.stock_location_suppliers"), stock);
        int out = type("Delivery Orders", "outgoing", code, warehouse, company, stock, id("stock.stock_location_customers"));
        int internal = type("Internal Transfers", "internal", code, warehouse, company, stock, stock);
        ids.put(code + ".in", in);
        ids.put(code + ".out", out);
        ids.put(code + ".int", internal);
        env.write("stock.warehouse", new int[] {warehouse}, Map.of("in_type_id", in, "out_type_id", out, "int_type_id", internal));
    }

    private int type(String name, String kind, String code, int warehouse, int company, int from, int to) {
        return add("stock.picking.type", "", "name", name, "code", kind, "warehouse_id", warehouse, "company_id", company, "sequence_code", kind.substring(0, 3).toUpperCase(java.util.Locale.ROOT),
                "default_location_src_id", from, "default_location_dest_id", to, "reservation_method", "at_confirm", "create_backorder", "ask", "move_type", "direct", "barcode", code + name);
    }
}
