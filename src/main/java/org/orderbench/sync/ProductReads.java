package org.orderbench.sync;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Unit;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.Field;
import org.orderbench.sync.OdooRow.Unreadable;

/** Products, what they cost at which vendor, and the packs they come in. */
final class ProductReads {

    /** Room for a unit's id within a pack's. */
    private static final long PACKS_A_PRODUCT = 1_000_000;

    /** Room for a product's id within a tag's. */
    private static final long PRODUCTS_A_TAG = 1_000_000_000;

    private final Lookups lookups;
    private final Capabilities capabilities;

    ProductReads(Lookups lookups, Capabilities capabilities) {
        this.lookups = lookups;
        this.capabilities = capabilities;
    }

    /** All goods, archived ones too (their history is some successor's); services and bundles are not stocked. */
    ModelRead products() {
        Optional<String> storable = capabilities.name(Field.STORABLE);
        Optional<String> purchaseUnit = capabilities.name(Field.PURCHASE_UNIT);
        Optional<String> kit = capabilities.name(Field.KIT);
        Optional<String> routes = capabilities.name(Field.ROUTES);
        List<String> fields = new ArrayList<>(List.of(
                "product_tmpl_id", "default_code", "display_name", "barcode", "categ_id", "uom_id", "active", "purchase_ok", "type", "standard_price", "lst_price"));
        storable.ifPresent(fields::add);
        purchaseUnit.ifPresent(fields::add);
        kit.ifPresent(fields::add);
        routes.ifPresent(fields::add);
        return new ModelRead(
                Mirror.PRODUCT, "products", "product.product", List.of(List.of("type", "in", List.of("consu", "product"))), fields,
                ModelRead.byTime("product_tmpl_id.write_date"),
                row -> {
                    Integer category = row.referenceOrNull("categ_id");
                    Unit unit = lookups.unit(row, "uom_id");
                    return BasicReads.one(
                            row.id(), row.reference("product_tmpl_id"), row.text("default_code"), name(row), row.textOrNull("barcode"),
                            category == null ? "" : lookups.categories().getOrDefault(category, ""), unit.id(),
                            purchaseUnit.isPresent() ? lookups.unit(row, purchaseUnit.get()).id() : unit.id(), row.flag("active"), row.flag("purchase_ok"),
                            storable.isPresent() ? row.flag(storable.get()) : row.text("type").equals("product"), row.number("standard_price"),
                            row.number("lst_price"), kit.isPresent() && row.flag(kit.get()),
                            lookups.procurement(routes.map(row::references).orElse(List.of()), category).name());
                });
    }

    /** The name with the variant's attributes, without the code in brackets that some servers put before it whatever they are asked. */
    private static String name(OdooRow row) {
        String name = row.text("display_name");
        String code = "[" + row.text("default_code") + "]";
        return name.startsWith(code) ? name.substring(code.length()).strip() : name;
    }

    ModelRead supplierPrices() {
        Optional<String> discount = capabilities.name(Field.PRICE_DISCOUNT);
        String unit = capabilities.name(Field.PRICE_UNIT).orElse("product_uom");
        List<String> fields = new ArrayList<>(List.of(
                "partner_id", "product_tmpl_id", "product_id", "company_id", "sequence", unit, "min_qty", "price", "currency_id", "delay", "date_start",
                "date_end", "product_code"));
        discount.ifPresent(fields::add);
        return new ModelRead(
                Mirror.SUPPLIER_PRICE, "supplier prices", "product.supplierinfo", List.of(), fields, ModelRead.byTime("product_tmpl_id.write_date"),
                row -> BasicReads.one(
                        row.id(), row.reference("partner_id"), row.reference("product_tmpl_id"), row.referenceOrNull("product_id"),
                        row.referenceOrNull("company_id"), row.whole("sequence"), lookups.unit(row, unit).id(), row.number("min_qty"), row.number("price"),
                        discount.isPresent() ? row.number(discount.get()) : BigDecimal.ZERO, lookups.currency(row, "currency_id"),
                        Math.max(0, row.whole("delay")), row.dayOrNull("date_start"), row.dayOrNull("date_end"), row.text("product_code")));
    }

    /** Packagings up to 18; from 19 on the other units that the product is offered in. */
    Optional<ModelRead> packs() {
        Optional<String> units = capabilities.name(Field.PACK_UNITS);
        if (units.isPresent()) {
            return Optional.of(new ModelRead(
                    Mirror.PACK, "packs", "product.product", List.of(List.of(units.get(), "!=", false)), List.of("uom_id", units.get()), ModelRead.whole(),
                    row -> packsOf(row, row.references(units.get()))));
        }
        if (!capabilities.has(Field.PURCHASE_PACKAGING)) {
            return Optional.empty();
        }
        return Optional.of(new ModelRead(
                Mirror.PACK, "packs", "product.packaging", List.of(List.of("purchase", "=", true), List.of("product_id", "!=", false)),
                List.of("product_id", "name", "qty"), ModelRead.byTime(), row -> {
                    BigDecimal contents = row.number("qty");
                    return contents.signum() > 0 ? BasicReads.one(row.id(), row.reference("product_id"), row.text("name"), contents) : List.of();
                }));
    }

    /** Which products bear which of Odoo's tags: a row for each. Nothing where the server has no tags. */
    Optional<ModelRead> tags() {
        return capabilities.name(Field.TAG_PRODUCTS).map(products -> new ModelRead(
                Mirror.PRODUCT_TAG, "product tags", "product.tag", List.of(), List.of("name", products), ModelRead.whole(), row -> {
                    List<Object[]> tagged = new ArrayList<>();
                    for (Integer product : row.references(products)) {
                        tagged.add(new Object[] {row.id() * PRODUCTS_A_TAG + product, product, row.text("name")});
                    }
                    return tagged;
                }));
    }

    private List<Object[]> packsOf(OdooRow row, List<Integer> unitIds) throws Unreadable {
        Unit own = lookups.unit(row, "uom_id");
        List<Object[]> packs = new ArrayList<>();
        for (Integer id : unitIds) {
            @Nullable Unit pack = lookups.units().get(id);
            if (pack == null || !pack.convertsTo(own)) {
                row.count(Oddity.UNKNOWN_UNIT);
            } else if (pack.id() != own.id()) {
                packs.add(new Object[] {row.id() * PACKS_A_PRODUCT + pack.id(), row.id(), pack.name(), pack.convert(BigDecimal.ONE, own)});
            }
        }
        return packs;
    }

    /** The vendors that prices and orders name; which those are is known last. */
    ModelRead vendors(List<Long> ids) {
        Optional<String> currency = capabilities.name(Field.VENDOR_CURRENCY);
        Optional<String> buyer = capabilities.name(Field.VENDOR_BUYER);
        List<String> fields = new ArrayList<>(List.of("display_name", "parent_id"));
        currency.ifPresent(fields::add);
        buyer.ifPresent(fields::add);
        return new ModelRead(
                Mirror.VENDOR, "vendors", "res.partner", List.of(List.of("id", "in", ids)), fields, ModelRead.whole(),
                row -> BasicReads.one(
                        row.id(), row.text("display_name"), row.referenceOrNull("parent_id"),
                        currency.isPresent() ? lookups.currencyOrNull(row, currency.get()) : null, buyer.isPresent() ? row.referenceOrNull(buyer.get()) : null));
    }
}
