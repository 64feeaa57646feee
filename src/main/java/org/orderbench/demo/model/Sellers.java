package org.orderbench.demo.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.orderbench.demo.orm.Row;

/** Chooses a product's vendor price as Odoo's {@code _select_seller} does. */
final class Sellers {

    private Sellers() {}

    /**
     * The price row for an order of this quantity, or the empty row.
     *
     * @param unit the unit that {@code quantity} is counted in
     * @param day  the order's day, epoch days
     */
    static Row select(Row product, Row vendor, double quantity, Row unit, long day) {
        List<Row> fitting = new ArrayList<>();
        for (Row price : sorted(product)) {
            double asked = Units.convert(quantity, unit, unitOf(price));
            boolean ours = price.ref("partner_id") == vendor.id() || (vendor.ref("parent_id") != 0 && price.ref("partner_id") == vendor.ref("parent_id"));
            boolean valid = (price.time("date_start") == 0 || price.time("date_start") <= day) && (price.time("date_end") == 0 || price.time("date_end") >= day);
            boolean first = fitting.isEmpty() || fitting.getFirst().ref("partner_id") == price.ref("partner_id");
            if (ours && valid && first && asked >= price.num("min_qty") - 1e-6) {
                fitting.add(price);
            }
        }
        return fitting.stream().min(Comparator.comparingDouble(price -> inCompanyCurrency(price, day))).orElse(product.env().row("product.supplierinfo", 0));
    }

    private static double inCompanyCurrency(Row price, long day) {
        Row company = price.env().row("res.company", 1);
        return Currencies.convert(price.num("price_discounted"), price.follow("currency_id"), company.follow("currency_id"), day);
    }

    private static List<Row> sorted(Row product) {
        List<Row> prices = new ArrayList<>(product.rows("seller_ids"));
        prices.removeIf(price -> price.ref("product_id") != 0 && price.ref("product_id") != product.id());
        prices.sort(Comparator.comparingDouble((Row price) -> price.ref("sequence")).thenComparing(price -> -price.num("min_qty"))
                .thenComparing(price -> price.num("price")).thenComparing(Row::id));
        return prices;
    }

    /** The unit of a price: the product's purchase unit up to 18, its own in 19. */
    static Row unitOf(Row price) {
        return price.model().has("product_uom_id") ? price.follow("product_uom_id") : price.follow("product_uom");
    }
}
