package org.orderbench.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Procurement;
import org.orderbench.catalog.Unit;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.OdooException;
import org.orderbench.sync.OdooRow.Unreadable;

/**
 * The small models that other rows are explained by, read whole before them.
 *
 * @param currencies   codes by id
 * @param units        by id
 * @param receivingWarehouses warehouse by picking type; drop shipping has none
 * @param categories   full names by id
 * @param categoryRoutes routes by category
 * @param procurements what a route means for a product that has it, where it means anything but "from stock"
 */
record Lookups(
        Map<Integer, String> currencies,
        Map<Integer, Unit> units,
        Map<Integer, Integer> receivingWarehouses,
        Map<Integer, String> categories,
        Map<Integer, List<Integer>> categoryRoutes,
        Map<Integer, Procurement> procurements) {

    /** @param lanes which are empty, and are so again at the end */
    static Lookups read(OdooReader reader, Capabilities capabilities, Warnings warnings, Lanes lanes) throws OdooException {
        Map<Integer, String> currencies = new HashMap<>();
        lanes.add(() -> each(reader, "res.currency", List.of("name"), warnings, row -> currencies.put(row.id(), row.text("name"))));
        Map<Integer, Integer> receiving = new HashMap<>();
        Set<Integer> dropShipping = new HashSet<>();
        lanes.add(() -> each(reader, "stock.picking.type", List.of("warehouse_id", "code"), warnings, row -> {
            Integer warehouse = row.referenceOrNull("warehouse_id");
            if (row.text("code").equals("dropship")) {
                dropShipping.add(row.id());
            } else if (warehouse != null) {
                receiving.put(row.id(), warehouse);
            }
        }));
        Map<Integer, String> categories = new HashMap<>();
        Map<Integer, List<Integer>> categoryRoutes = new HashMap<>();
        lanes.add(() -> each(reader, "product.category", List.of("complete_name", "route_ids"), warnings, row -> {
            categories.put(row.id(), row.text("complete_name"));
            categoryRoutes.put(row.id(), row.references("route_ids"));
        }));
        Map<Integer, Unit> units = new HashMap<>();
        lanes.add(() -> units.putAll(UnitReads.units(reader, capabilities, warnings)));
        Routes routes = new Routes(new HashSet<>(), new HashSet<>(), new ArrayList<>());
        if (capabilities.hasModel("stock.rule")) {
            lanes.add(() -> routes.read(reader, warnings));
        }
        lanes.await();
        return new Lookups(currencies, units, receiving, categories, categoryRoutes, routes.procurements(dropShipping));
    }

    /** Routes and the rules that each is made of. */
    private record Routes(Set<Integer> fromWarehouse, Set<Integer> ofProducts, List<Rule> rules) {

        private record Rule(int route, @Nullable Integer pickingType, boolean toOrder) {}

        void read(OdooReader reader, Warnings warnings) throws OdooException {
            each(reader, "stock.route", List.of("supplier_wh_id", "product_selectable", "product_categ_selectable"), warnings, row -> {
                if (row.flag("product_selectable") || row.flag("product_categ_selectable")) {
                    ofProducts.add(row.id());
                }
                if (row.referenceOrNull("supplier_wh_id") != null) {
                    fromWarehouse.add(row.id());
                }
            });
            each(reader, "stock.rule", List.of("route_id", "procure_method", "picking_type_id"), warnings, row -> {
                Integer route = row.referenceOrNull("route_id");
                if (route != null) {
                    rules.add(new Rule(route, row.referenceOrNull("picking_type_id"), row.text("procure_method").equals("make_to_order")));
                }
            });
        }

        /** What each product route means: Odoo keeps that in its rules. */
        Map<Integer, Procurement> procurements(Set<Integer> dropShipping) {
            Map<Integer, Procurement> procurements = new HashMap<>();
            for (Rule rule : rules) {
                if (!ofProducts.contains(rule.route())) {
                    continue;
                }
                if (rule.pickingType() != null && dropShipping.contains(rule.pickingType())) {
                    procurements.put(rule.route(), Procurement.DROP_SHIP);
                } else if (fromWarehouse.contains(rule.route())) {
                    procurements.put(rule.route(), Procurement.TRANSFER);
                } else if (rule.toOrder()) {
                    procurements.putIfAbsent(rule.route(), Procurement.TO_ORDER);
                }
            }
            return procurements;
        }
    }

    /** Takes a row of a small model. */
    interface Taker {
        void take(OdooRow row) throws Unreadable;
    }

    static void each(OdooReader reader, String model, List<String> fields, Warnings warnings, Taker taker) throws OdooException {
        for (Map<?, ?> values : reader.all(model, List.of(), fields)) {
            OdooRow row = new OdooRow(values, model, warnings);
            try {
                taker.take(row);
            } catch (Unreadable e) {
                row.count(e.oddity());
            }
        }
    }

    Unit unit(OdooRow row, String field) throws Unreadable {
        Unit unit = units.get(row.reference(field));
        if (unit == null) {
            throw new Unreadable(Oddity.UNKNOWN_UNIT);
        }
        return unit;
    }

    String currency(OdooRow row, String field) throws Unreadable {
        String code = currencies.get(row.reference(field));
        if (code == null || code.isEmpty()) {
            throw new Unreadable(Oddity.UNKNOWN_CURRENCY);
        }
        return code;
    }

    @Nullable String currencyOrNull(OdooRow row, String field) {
        Integer id = row.referenceOrNull(field);
        return id == null ? null : currencies.get(id);
    }

    /** What the product's own routes, then its category's, say. */
    Procurement procurement(List<Integer> routes, @Nullable Integer category) {
        for (Integer route : routes) {
            if (procurements.containsKey(route)) {
                return procurements.get(route);
            }
        }
        for (Integer route : category == null ? List.<Integer>of() : categoryRoutes.getOrDefault(category, List.of())) {
            if (procurements.containsKey(route)) {
                return procurements.get(route);
            }
        }
        return Procurement.STOCK;
    }
}
