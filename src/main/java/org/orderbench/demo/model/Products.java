package org.orderbench.demo.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.orm.Database;
import org.orderbench.demo.orm.Model;
import org.orderbench.demo.orm.Row;

/** Products, their templates and their vendors' prices. */
final class Products {

    private Products() {}

    static void install(Database database) {
        Model templates = database.model("product.template");
        Model products = database.model("product.product");
        products.inherits(templates, "product_tmpl_id");
        products.keep("standard_price");
        products.compute("display_name", Products::name);
        products.compute("partner_ref", Products::name);
        products.compute("lst_price", row -> row.num("list_price"));
        products.compute("product_variant_id", Row::id);
        templates.compute("display_name", Products::name);
        templates.compute("default_code", row -> variant(row).text("default_code"));
        templates.compute("barcode", row -> variant(row).value("barcode"));
        templates.compute("standard_price", row -> variant(row).num("standard_price"));
        templates.compute("product_variant_id", row -> variant(row).id());
        templates.compute("product_variant_count", row -> row.ids("product_variant_ids").length);
        templates.byDefault("purchase_ok", env -> true);
        templates.byDefault("sale_ok", env -> true);
        templates.byDefault("uom_id", env -> 1);
        templates.byDefault("uom_po_id", env -> 1);
        templates.byDefault("categ_id", env -> Arrays.stream(env.search("product.category", java.util.List.of())).findFirst().orElse(0));
        templates.byDefault("type", env -> "consu");
        templates.byDefault("detailed_type", env -> "consu");
        templates.byDefault("tracking", env -> "none");
        templates.byDefault("base_unit_count", env -> 0);
        templates.byDefault("service_tracking", env -> "no");
        templates.byDefault("purchase_line_warn", env -> "no-message");
        templates.byDefault("sale_line_warn", env -> "no-message");
        templates.byDefault("product_variant_ids", env -> false);
        Model prices = database.model("product.supplierinfo");
        prices.compute("display_name", row -> row.follow("partner_id").displayName());
        prices.compute("price_discounted", row -> row.num("price") * (1 - row.num("discount") / 100));
        prices.related("product_uom", "product_tmpl_id.uom_po_id");
        prices.byDefault("sequence", env -> 1);
        prices.byDefault("delay", env -> 1);
        prices.byDefault("currency_id", env -> env.row("res.company", 1).ref("currency_id"));
        prices.byDefault("company_id", env -> 1);
        prices.whenCreated((price, given) -> {
            if (price.ref("product_tmpl_id") == 0 && price.ref("product_id") != 0) {
                price.set("product_tmpl_id", price.follow("product_id").ref("product_tmpl_id"));
            }
            if (price.model().has("product_uom_id") && price.ref("product_uom_id") == 0) {
                price.set("product_uom_id", price.follow("product_tmpl_id").ref("uom_id"));
            }
        });
        if (database.models().containsKey("product.packaging")) {
            Model packs = database.model("product.packaging");
            packs.byDefault("purchase", env -> true);
            packs.byDefault("sales", env -> true);
            packs.byDefault("sequence", env -> 1);
            packs.related("product_uom_id", "product_id.uom_id");
        }
    }

    private static Row variant(Row template) {
        int[] variants = template.ids("product_variant_ids");
        return template.env().row("product.product", variants.length == 1 ? variants[0] : 0);
    }

    private static @Nullable Object name(Row product) {
        String code = product.text("default_code");
        return code.isEmpty() ? product.text("name") : "[" + code + "] " + product.text("name");
    }
}
