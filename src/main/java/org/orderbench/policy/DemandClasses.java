package org.orderbench.policy;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orderbench.catalog.Sku;

/** Sorts SKUs into {@link DemandClass}es, each company by itself. Pure. */
public final class DemandClasses {

    private static final double A_SHARE = 0.80;
    private static final double B_SHARE = 0.95;
    private static final double X_VARIATION = 0.5;
    private static final double Y_VARIATION = 1.0;

    /**
     * One SKU's year.
     *
     * @param value     what was consumed, at cost, in the company's currency
     * @param weeks     how many weeks the sums run over; weeks without demand count
     * @param sum       of weekly demand
     * @param squares   of weekly demand, summed
     */
    public record Usage(Sku sku, BigDecimal value, int weeks, double sum, double squares) {}

    private DemandClasses() {}

    /** A SKU that did not move at all is CZ: the most careful class. */
    public static Map<Sku, DemandClass> of(List<Usage> usages) {
        Map<Integer, BigDecimal> totals = new HashMap<>();
        usages.forEach(usage -> totals.merge(usage.sku().companyId(), usage.value(), BigDecimal::add));
        Map<Integer, BigDecimal> before = new HashMap<>();
        Map<Sku, DemandClass> classes = new HashMap<>();
        usages.stream().sorted(Comparator.comparing(Usage::value).reversed().thenComparing(Usage::sku)).forEach(usage -> {
            int company = usage.sku().companyId();
            BigDecimal reached = before.getOrDefault(company, BigDecimal.ZERO);
            before.put(company, reached.add(usage.value()));
            classes.put(usage.sku(), new DemandClass(abc(usage.value(), reached, totals.getOrDefault(company, BigDecimal.ZERO)), xyz(usage)));
        });
        return classes;
    }

    private static DemandClass.Abc abc(BigDecimal value, BigDecimal before, BigDecimal total) {
        if (value.signum() <= 0) {
            return DemandClass.Abc.C;
        }
        double share = before.doubleValue() / total.doubleValue();
        return share < A_SHARE ? DemandClass.Abc.A : share < B_SHARE ? DemandClass.Abc.B : DemandClass.Abc.C;
    }

    private static DemandClass.Xyz xyz(Usage usage) {
        if (usage.sum() <= 0 || usage.weeks() < 2) {
            return DemandClass.Xyz.Z;
        }
        double mean = usage.sum() / usage.weeks();
        double variance = Math.max(0, usage.squares() / usage.weeks() - mean * mean);
        double variation = Math.sqrt(variance) / mean;
        return variation <= X_VARIATION ? DemandClass.Xyz.X : variation <= Y_VARIATION ? DemandClass.Xyz.Y : DemandClass.Xyz.Z;
    }
}
