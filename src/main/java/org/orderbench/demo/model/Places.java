package org.orderbench.demo.model;

import org.orderbench.demo.orm.Database;
import org.orderbench.demo.orm.Model;
import org.orderbench.demo.orm.Row;

/** Locations, warehouses, picking types and categories: what they are called. */
final class Places {

    private Places() {}

    static void install(Database database) {
        Model locations = database.model("stock.location");
        locations.compute("complete_name", row -> path(row, "location_id", "/"));
        locations.compute("display_name", row -> path(row, "location_id", "/"));
        locations.byDefault("usage", env -> "internal");
        Model categories = database.model("product.category");
        categories.compute("complete_name", row -> path(row, "parent_id", " / "));
        categories.compute("display_name", row -> path(row, "parent_id", " / "));
        Model types = database.model("stock.picking.type");
        types.compute("display_name", Places::typeName);
    }

    /** A location below a view that is a root of its own (Physical Locations) does not carry that root's name. */
    private static Object path(Row row, String parent, String separator) {
        Row above = row.follow(parent);
        boolean alone = above.id() == 0 || (row.model().name().equals("stock.location") && row.text("usage").equals("view"));
        return alone ? row.text("name") : path(above, parent, separator) + separator + row.text("name");
    }

    private static Object typeName(Row type) {
        Row warehouse = type.follow("warehouse_id");
        return warehouse.id() == 0 ? type.text("name") : warehouse.text("name") + ": " + type.text("name");
    }
}
