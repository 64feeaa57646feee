package org.orderbench.replenish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orderbench.catalog.Sku;

/**
 * The ABC analysis: each company's SKUs ranked by the value they move in a year; those that make up the first share are A, up to the next B, the rest C, as
 * {@link ClassLimits} say. Immutable and safe for any thread.
 */
public final class ValueClasses {

    private final Map<Sku, ValueClass> classes;

    private ValueClasses(Map<Sku, ValueClass> classes) {
        this.classes = Map.copyOf(classes);
    }

    /** @param yearlyValue what each SKU issued in the last year, at cost, in its company's currency; SKUs that moved nothing may be absent */
    public static ValueClasses of(Map<Sku, Double> yearlyValue, ClassLimits limits) {
        Map<Integer, List<Map.Entry<Sku, Double>>> byCompany = new HashMap<>();
        for (Map.Entry<Sku, Double> entry : yearlyValue.entrySet()) {
            byCompany.computeIfAbsent(entry.getKey().companyId(), company -> new ArrayList<>()).add(entry);
        }
        Map<Sku, ValueClass> classes = new HashMap<>();
        for (List<Map.Entry<Sku, Double>> company : byCompany.values()) {
            rank(company, limits, classes);
        }
        return new ValueClasses(classes);
    }

    private static void rank(List<Map.Entry<Sku, Double>> company, ClassLimits limits, Map<Sku, ValueClass> classes) {
        company.sort(Comparator.comparingDouble((Map.Entry<Sku, Double> entry) -> -entry.getValue()).thenComparing(Map.Entry::getKey));
        double total = company.stream().mapToDouble(Map.Entry::getValue).sum();
        double before = 0;
        for (Map.Entry<Sku, Double> entry : company) {
            double share = total > 0 ? before / total : 1;
            classes.put(entry.getKey(), share < limits.aUpTo() ? ValueClass.A : share < limits.bUpTo() ? ValueClass.B : ValueClass.C);
            before += entry.getValue();
        }
    }

    /** C for a SKU that the analysis did not see. */
    public ValueClass of(Sku sku) {
        return classes.getOrDefault(sku, ValueClass.C);
    }
}
