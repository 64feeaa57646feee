package org.orderbench.demo.model;

import org.orderbench.demo.OdooVersion;
import org.orderbench.demo.orm.Database;
import org.orderbench.demo.orm.Model;
import org.orderbench.demo.orm.Row;

/** Units of measure: up to 18 {@code factor} is units per reference, in 19 it is reference units per unit. */
final class Units {

    private Units() {}

    static void install(Database database) {
        Model units = database.model("uom.uom");
        units.byDefault("rounding", env -> 0.01);
        if (database.version().atLeast(OdooVersion.V19)) {
            units.byDefault("relative_factor", env -> 1.0);
            units.compute("factor", Units::contents);
            units.compute("rounding", row -> 0.01);
        } else {
            units.compute("factor_inv", Units::contents);
            units.compute("ratio", row -> Math.max(contents(row), row.num("factor")));
            units.byDefault("factor", env -> 1.0);
            units.byDefault("uom_type", env -> "reference");
        }
    }

    /** How many reference units one of this holds. */
    static double contents(Row unit) {
        if (unit.model().has("relative_factor")) {
            Row base = unit.follow("relative_uom_id");
            return base.id() == 0 ? unit.num("relative_factor") : unit.num("relative_factor") * contents(base);
        }
        return unit.num("factor") == 0 ? 0 : 1 / unit.num("factor");
    }

    /** An amount counted in another unit, not rounded. */
    static double convert(double amount, Row from, Row to) {
        boolean same = from.id() == to.id() || from.id() == 0 || to.id() == 0;
        return same ? amount : tidy(amount * contents(from) / contents(to));
    }

    /** A price per {@code from} as a price per {@code to}. */
    static double price(double price, Row from, Row to) {
        boolean same = from.id() == to.id() || from.id() == 0 || to.id() == 0;
        return same ? price : tidy(price * contents(to) / contents(from));
    }

    private static double tidy(double value) {
        double scaled = Math.rint(value * 1e8) / 1e8;
        return Math.abs(scaled) < 1e-12 ? 0 : scaled;
    }
}
