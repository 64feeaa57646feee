package org.orderbench.demo.seed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.DemoOptions;
import org.orderbench.demo.OdooVersion;
import org.orderbench.demo.orm.Env;

/** Products with their real names and demand, and vendors, costs, packs and prices that are made up. */
final class Catalog {

    private static final Map<String, List<Integer>> SPECIALITIES = specialities();
    private static final int[] PACKS = {1, 1, 2, 3, 4, 6, 6, 8, 10, 12, 12, 24, 36, 48};
    private static final String[] COLOURS = {"blue", "red", "green", "ivory", "pink", "grey", "yellow", "black", "white", "natural"};
    private static final double MOVES_WANTED = 2_300_000;

    private final Env env;
    private final Basics basics;
    private final DemoOptions options;
    private final Random random;
    private final Rows rows;
    private final long created;
    private final List<Integer> vendorIds = new ArrayList<>();
    private final Map<String, Integer> categories = new HashMap<>();

    Catalog(Env env, Basics basics, DemoOptions options, Random random) {
        this.env = env;
        this.basics = basics;
        this.options = options;
        this.random = random;
        this.rows = new Rows(env);
        this.created = Times.start(options.today().minusDays(options.days() + 30L));
    }

    private static Map<String, List<Integer>> specialities() {
        Map<String, List<Integer>> map = new LinkedHashMap<>();
        map.put("Christmas", List.of(20, 19, 10, 4, 0));
        map.put("Bags", List.of(5, 18, 22, 2));
        map.put("Lights and candles", List.of(3, 10, 17, 19, 23));
        map.put("Party", List.of(1, 12, 20, 16));
        map.put("Kitchen and baking", List.of(6, 9, 19, 8, 24));
        map.put("Tableware", List.of(8, 15, 23, 13, 6));
        map.put("Stationery and craft", List.of(7, 1, 16, 12));
        map.put("Toys and games", List.of(14, 21, 0, 2));
        map.put("Jewellery and accessories", List.of(11, 17, 2));
        map.put("Garden", List.of(22, 0, 4, 9));
        map.put("Home decoration", List.of(2, 9, 13, 17, 4, 11, 24));
        map.put("Gifts", List.of(0, 6, 24, 11, 2));
        return map;
    }

    List<Sku> plant() {
        for (Vendor vendor : Vendor.ALL) {
            vendorIds.add(rows.insert("res.partner", created, "name", vendor.name(), "is_company", true, "active", true, "type", "contact", "lang", "en_US", "city", vendor.city(),
                    "supplier_rank", 1, "email", "orders@" + vendor.name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "") + ".example",
                    "ref", "V" + String.format(java.util.Locale.ROOT, "%03d", vendorIds.size() + 1), "property_purchase_currency_id", basics.id(vendor.currency())));
        }
        int all = rows.insert("product.category", created, "name", "All");
        for (String name : Categories.all()) {
            categories.put(name, rows.insert("product.category", created, "name", name, "parent_id", all));
        }
        List<Retail.Item> items = Retail.items();
        int offset = Retail.offset(options.today(), options.days());
        double dense = items.stream().mapToLong(item -> IntStream.range(offset, offset + options.days()).filter(day -> item.demand()[day] > 0).count()).average().orElse(1);
        double kept = Math.min(1, MOVES_WANTED / (dense * 1.7 * options.products()));
        List<Sku> skus = new ArrayList<>();
        for (int i = 0; i < options.products(); i++) {
            // The first products of a small demo are spread over the catalogue, so that it has some of everything.
            Retail.Item item = items.get((int) ((long) i * 7 % items.size()));
            skus.add(product(item, i / items.size(), window(item, offset, i / items.size(), kept), i));
        }
        oddities();
        tag("Vintage", skus);
        tag("Christmas", skus);
        return skus;
    }

    /** Products whose name says it bear the tag. */
    private void tag(String word, List<Sku> skus) {
        int[] products = skus.stream().filter(sku -> sku.name().toLowerCase(java.util.Locale.ROOT).contains(word.toLowerCase(java.util.Locale.ROOT)))
                .mapToInt(Sku::productId).toArray();
        rows.insert("product.tag", created, "name", word, "sequence", 10, "color", 3, "product_ids", products);
    }

    /** The item's own demand; of a variation: shifted by whole weeks, scaled, thinned. */
    private int[] window(Retail.Item item, int offset, int copy, double kept) {
        int[] window = new int[options.days()];
        double scale = copy == 0 ? 1 : 0.5 + random.nextDouble() * 1.1;
        int shift = copy == 0 ? 0 : random.nextInt(20) * 7;
        for (int day = 0; day < window.length; day++) {
            int units = item.demand()[offset + (day + shift) % window.length];
            boolean here = units > 0 && (kept >= 1 || random.nextDouble() < kept);
            window[day] = here ? Math.max(1, (int) Math.round(units * scale)) : 0;
        }
        return window;
    }

    private Sku product(Retail.Item item, int copy, int[] demand, int number) {
        String category = Categories.of(item.name());
        List<Integer> fitting = SPECIALITIES.getOrDefault(category, List.of(0));
        boolean orphan = number % 331 == 330;
        int chosen = fitting.get(Math.min(fitting.size() - 1, (int) Math.abs(random.nextGaussian() * 1.6)));
        Vendor vendor = Vendor.ALL.get(chosen);
        double cost = Math.max(0.03, item.price() * (0.36 + random.nextDouble() * 0.2));
        int pack = pack(item.price());
        boolean dozens = pack % 12 == 0 && random.nextInt(4) == 0;
        int unitSize = dozens ? 12 : 1;
        int unit = basics.id("uom.product_uom_unit");
        int purchaseUnit = dozens ? basics.id("uom.product_uom_dozen") : unit;
        String code = copy == 0 ? item.code() : item.code() + "-" + copy;
        String name = copy == 0 ? item.name() : item.name() + " " + COLOURS[copy % COLOURS.length];
        int template = template(name, item.price() * (copy == 0 ? 1 : 0.8 + random.nextDouble() * 0.5), categories.getOrDefault(category, 1), unit, purchaseUnit);
        int product = rows.insert("product.product", created, "product_tmpl_id", template, "default_code", code, "active", true, "standard_price", cents(cost),
                "barcode", Barcodes.ean(number));
        packs(template, product, pack, dozens);
        int delay = Math.clamp(vendor.delay() + random.nextInt(5) - 2, 3, 60);
        double price = cents(Math.max(0.02, cost * rate(vendor) * unitSize));
        if (!orphan) {
            prices(template, vendorIds.get(chosen), vendor, purchaseUnit, price, Math.max(1, pack / unitSize), delay, code);
        }
        return new Sku(product, unit, name, code, categories.getOrDefault(category, 1), orphan ? null : vendor, vendorIds.get(chosen), basics.id(vendor.currency()), delay, pack,
                unitSize, purchaseUnit, price, demand, random.nextInt(10) < 6);
    }

    /** Cheap goods come in larger packs. */
    private int pack(double price) {
        int index = (int) (PACKS.length * (price < 1 ? 0.4 + random.nextDouble() * 0.6 : price < 4 ? random.nextDouble() : random.nextDouble() * 0.5));
        return PACKS[Math.min(index, PACKS.length - 1)];
    }

    private int template(String name, double price, int category, int unit, int purchaseUnit) {
        boolean storableFlag = env.version().atLeast(OdooVersion.V18);
        return rows.insert("product.template", created, "name", name, "list_price", cents(price), "categ_id", category, "uom_id", unit, "uom_po_id", purchaseUnit,
                "type", storableFlag ? "consu" : "product", "detailed_type", "product", "is_storable", true, "purchase_ok", true, "sale_ok", true, "active", true,
                "tracking", "none", "supplier_taxes_id", new int[] {basics.id("vat")}, "sequence", 1, "purchase_method", "receive",
                "route_ids", new int[] {basics.id("purchase_stock.route_warehouse0_buy")});
    }

    private void packs(int template, int product, int pack, boolean dozens) {
        boolean carton = random.nextInt(6) == 0;
        if (pack < 2) {
            return;
        }
        if (env.has("product.packaging")) {
            rows.insert("product.packaging", created, "name", "Box of " + pack, "product_id", product, "qty", (double) pack, "purchase", true, "sales", false, "sequence", 1);
            if (carton) {
                rows.insert("product.packaging", created, "name", "Carton of " + pack * 4, "product_id", product, "qty", pack * 4.0, "purchase", true, "sales", false, "sequence", 2);
            }
        } else {
            int unit = pack == 2 ? 0 : pack == 12 && dozens ? basics.id("uom.product_uom_dozen") : basics.id("pack" + pack);
            int[] offered = dozens && pack != 12 ? new int[] {basics.id("uom.product_uom_dozen"), unit} : new int[] {unit};
            if (unit != 0) {
                rows.set("product.template", template, "uom_ids", offered);
            }
        }
    }

    private void prices(int template, int partner, Vendor vendor, int unit, double price, int minimum, int delay, String code) {
        LocalDate today = options.today();
        String theirs = vendor.name().substring(0, 2).toUpperCase(java.util.Locale.ROOT) + "-" + code;
        double discount = random.nextInt(10) == 0 ? 5 * (1 + random.nextInt(2)) : 0;
        int kind = random.nextInt(100);
        double least = random.nextInt(10) < 6 ? minimum : 0;
        if (kind < 8) {
            long change = today.minusDays(60 + random.nextInt(200)).toEpochDay();
            price(template, partner, vendor, unit, cents(price * 0.93), least, delay, 1, discount, theirs, null, change - 1);
            price(template, partner, vendor, unit, price, least, delay, 1, discount, theirs, change, null);
        } else if (kind < 12) {
            long change = today.plusDays(20 + random.nextInt(60)).toEpochDay();
            price(template, partner, vendor, unit, price, least, delay, 1, discount, theirs, null, change - 1);
            price(template, partner, vendor, unit, cents(price * 1.06), least, delay, 1, discount, theirs, change, null);
        } else {
            price(template, partner, vendor, unit, price, least, delay, 1, discount, theirs, null, null);
        }
        if (kind >= 85) {
            price(template, partner, vendor, unit, cents(price * (0.9 + random.nextDouble() * 0.05)), Math.max(1, minimum) * 10.0, delay, 1, discount, theirs, null, null);
        }
        if (random.nextInt(5) == 0) {
            int other = random.nextInt(Vendor.ALL.size());
            Vendor second = Vendor.ALL.get(other);
            if (!second.equals(vendor)) {
                double quoted = cents(price / rate(vendor) * rate(second) * (1.02 + random.nextDouble() * 0.15));
                price(template, vendorIds.get(other), second, unit, quoted, least, Math.clamp(second.delay(), 3, 60), 2, 0, "", null, null);
            }
        }
    }

    private void price(int template, int partner, Vendor vendor, int unit, double price, double least, int delay, int sequence, double discount, String theirs,
            @Nullable Long from, @Nullable Long to) {
        rows.insert("product.supplierinfo", created, "product_tmpl_id", template, "partner_id", partner, "price", Math.max(0.01, price), "currency_id", basics.id(vendor.currency()),
                "min_qty", least, "delay", delay, "sequence", sequence, "discount", discount, "product_code", theirs.isEmpty() ? null : theirs, "date_start", from, "date_end", to,
                "company_id", 1, "product_uom_id", unit);
    }

    private double rate(Vendor vendor) {
        return switch (vendor.currency()) {
            case "EUR" -> 1.155;
            case "USD" -> 1.27;
            default -> 1;
        };
    }

    /** A product made to order, a service, and archived ones. */
    private void oddities() {
        int unit = basics.id("uom.product_uom_unit");
        int gifts = categories.getOrDefault(Categories.OTHER, 1);
        int hamper = template("Gift hamper, packed to order", 29.95, gifts, unit, unit);
        rows.set("product.template", hamper, "route_ids", new int[] {basics.id("purchase_stock.route_warehouse0_buy"), basics.id("stock.route_warehouse0_mto")});
        rows.insert("product.product", created, "product_tmpl_id", hamper, "default_code", "HAMPER", "active", true, "standard_price", 14.5);
        price(hamper, vendorIds.getFirst(), Vendor.ALL.getFirst(), unit, 14.5, 0, 5, 1, 0, "", null, null);
        int freight = template("Carriage inwards", 0, gifts, unit, unit);
        rows.set("product.template", freight, "type", "service");
        rows.set("product.template", freight, "detailed_type", "service");
        rows.set("product.template", freight, "is_storable", false);
        rows.insert("product.product", created, "product_tmpl_id", freight, "default_code", "CARRIAGE", "active", true, "standard_price", 0.0);
        for (int i = 1; i <= 6; i++) {
            int old = template("Discontinued gift set no. " + i, 4.95, gifts, unit, unit);
            rows.set("product.template", old, "active", false);
            rows.insert("product.product", created, "product_tmpl_id", old, "default_code", "OLD-" + i, "active", false, "standard_price", 2.1);
            price(old, vendorIds.get(i), Vendor.ALL.get(i), unit, 2.1, 0, 10, 1, 0, "", null, null);
        }
    }

    static double cents(double amount) {
        return Math.round(amount * 100) / 100.0;
    }
}
