package org.orderbench.sync;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.Field;

/** Warehouses, locations, reordering rules: where things are, and what Odoo's own scheduler does with them. */
final class BasicReads {

    private final Lookups lookups;
    private final Capabilities capabilities;

    BasicReads(Lookups lookups, Capabilities capabilities) {
        this.lookups = lookups;
        this.capabilities = capabilities;
    }

    ModelRead companies(List<Long> companies) {
        List<String> leads = Stream.of(Field.COMPANY_PURCHASE_LEAD, Field.COMPANY_DAYS_TO_PURCHASE).map(capabilities::name).flatMap(Optional::stream).toList();
        List<String> fields = new ArrayList<>(List.of("name", "currency_id"));
        fields.addAll(leads);
        return new ModelRead(Mirror.COMPANY, "companies", "res.company", List.of(List.of("id", "in", companies)), fields, ModelRead.whole(), row -> {
            int days = 0;
            for (String lead : leads) {
                days += Math.max(0, row.whole(lead));
            }
            return one(row.id(), row.text("name"), lookups.currency(row, "currency_id"), days);
        });
    }

    static ModelRead warehouses() {
        return new ModelRead(
                Mirror.WAREHOUSE, "warehouses", "stock.warehouse", List.of(List.of("active", "=", true)),
                List.of("code", "name", "company_id", "lot_stock_id", "in_type_id"), ModelRead.whole(),
                row -> one(row.id(), row.text("code"), row.text("name"), row.reference("company_id"), row.reference("lot_stock_id"), row.reference("in_type_id")));
    }

    ModelRead locations() {
        return new ModelRead(
                Mirror.LOCATION, "locations", "stock.location", List.of(), List.of("complete_name", "usage", "warehouse_id", "active"), ModelRead.whole(),
                row -> one(row.id(), row.text("complete_name"), row.text("usage"), row.referenceOrNull("warehouse_id"), row.flag("active")));
    }

    ModelRead reorderingRules() {
        Optional<String> multiple = capabilities.name(Field.RULE_MULTIPLE);
        Optional<String> multipleUnit = capabilities.name(Field.RULE_MULTIPLE_UNIT);
        List<String> fields = new ArrayList<>(
                List.of("company_id", "warehouse_id", "product_id", "product_min_qty", "product_max_qty", "trigger", "snoozed_until", "product_uom"));
        multiple.or(() -> multipleUnit).ifPresent(fields::add);
        return new ModelRead(
                Mirror.REORDERING_RULE, "reordering rules", "stock.warehouse.orderpoint", List.of(List.of("active", "=", true)), fields, ModelRead.byTime(),
                row -> one(
                        row.id(), row.reference("company_id"), row.reference("warehouse_id"), row.reference("product_id"), row.number("product_min_qty"),
                        row.number("product_max_qty"),
                        multiple.isPresent() ? row.number(multiple.get()).max(BigDecimal.ZERO) : inProductUnit(row, multipleUnit), row.text("trigger").equals("auto"),
                        row.dayOrNull("snoozed_until")));
    }

    /** From 19 on the multiple is a unit: so many of the product's own. */
    private BigDecimal inProductUnit(OdooRow row, Optional<String> multipleUnit) {
        var multiple = multipleUnit.map(row::referenceOrNull).map(lookups.units()::get);
        var own = Optional.ofNullable(row.referenceOrNull("product_uom")).map(lookups.units()::get);
        return multiple.isPresent() && own.isPresent() && multiple.get().convertsTo(own.get())
                ? multiple.get().convert(BigDecimal.ONE, own.get())
                : BigDecimal.ZERO;
    }

    static List<Object[]> one(@Nullable Object... values) {
        return List.<Object[]>of(values);
    }
}
