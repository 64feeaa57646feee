package org.orderbench.sync;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orderbench.catalog.Unit;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.Field;
import org.orderbench.odoo.OdooException;
import org.orderbench.sync.OdooRow.Unreadable;

/** Units of measure. Up to 18 a unit belongs to a category and has a factor to its reference unit; from 19 on it is so many of another unit. */
final class UnitReads {

    private static final int FACTOR_DECIMALS = 12;
    /** Factors are doubles in Odoo: 1/12 comes back as 12.000000000000002 without this. */
    private static final MathContext AS_TYPED = new MathContext(11);

    private UnitReads() {}

    static Map<Integer, Unit> units(OdooReader reader, Capabilities capabilities, Warnings warnings) throws OdooException {
        Optional<String> category = capabilities.name(Field.UNIT_CATEGORY);
        Optional<String> relative = capabilities.name(Field.UNIT_RELATIVE);
        Optional<String> inverse = capabilities.name(Field.UNIT_FACTOR_INVERSE);
        String familyField = category.or(() -> relative).orElse("id");
        String factorField = inverse.orElse("factor");
        Map<Integer, Integer> parents = new HashMap<>();
        Map<Integer, Unit> units = new HashMap<>();
        Lookups.each(reader, "uom.uom", List.of("name", familyField, factorField, "rounding"), warnings, row -> {
            Integer family = row.referenceOrNull(familyField);
            if (category.isEmpty() && family != null) {
                parents.put(row.id(), family);
            }
            units.put(row.id(), unit(row, factorField, family == null ? row.id() : family));
        });
        units.replaceAll((id, unit) -> category.isPresent() ? unit : withFamily(unit, root(id, parents)));
        return units;
    }

    private static Unit unit(OdooRow row, String factorField, int family) throws Unreadable {
        BigDecimal reference = row.number(factorField, FACTOR_DECIMALS).round(AS_TYPED);
        BigDecimal rounding = row.number("rounding", FACTOR_DECIMALS).round(AS_TYPED);
        if (reference.signum() <= 0) {
            throw new Unreadable(Oddity.UNREADABLE);
        }
        return new Unit(row.id(), row.text("name"), family, reference, rounding.signum() > 0 ? rounding : new BigDecimal("0.01"));
    }

    private static Unit withFamily(Unit unit, int family) {
        return new Unit(unit.id(), unit.name(), family, unit.reference(), unit.rounding());
    }

    /** The last of the chain; a circle, which Odoo forbids, ends after as many steps as there are units. */
    private static int root(int id, Map<Integer, Integer> parents) {
        int root = id;
        for (int step = 0; step < parents.size() && parents.containsKey(root); step++) {
            root = parents.get(root);
        }
        return root;
    }
}
