package org.orderbench.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderbench.policy.PolicyChange.Limit;
import org.orderbench.policy.PolicyChange.Measure;
import org.orderbench.policy.PolicyChange.Scope;

/** What one version of the policy changed against another: what a person confirms, and what the history shows. */
public final class PolicyChanges {

    private final List<PolicyChange> found = new ArrayList<>();

    private PolicyChanges() {}

    /** A sentence each, in English; empty if both hold the same. */
    public static List<String> between(Policy before, Policy after) {
        return of(before, after).stream().map(PolicyChange::words).toList();
    }

    /** Empty if both hold the same. */
    public static List<PolicyChange> of(Policy before, Policy after) {
        PolicyChanges changes = new PolicyChanges();
        changes.slices(before.slices(), after.slices());
        changes.limits(before.limits(), after.limits());
        if (!before.brakeLimits().equals(after.brakeLimits())) {
            changes.found.add(new PolicyChange.BrakeChanged());
        }
        if (!before.earning().equals(after.earning())) {
            changes.found.add(new PolicyChange.EarningChanged());
        }
        return List.copyOf(changes.found);
    }

    private void slices(List<Slice> before, List<Slice> after) {
        Map<String, Slice> old = before.stream().collect(Collectors.toMap(Slice::name, slice -> slice));
        for (Slice slice : after) {
            Slice was = old.remove(slice.name());
            if (was == null) {
                found.add(new PolicyChange.SliceAdded(slice));
                continue;
            }
            if (was.level() != slice.level()) {
                found.add(new PolicyChange.LevelChanged(slice.name(), was.level(), slice.level()));
            }
            if (!was.rules().equals(slice.rules())) {
                found.add(new PolicyChange.RulesChanged(was, slice));
            }
            ceiling(Scope.SLICE_WEEK, slice.name(), was.week(), slice.week());
        }
        old.values().forEach(gone -> found.add(new PolicyChange.SliceGone(gone.name())));
        List<String> kept = before.stream().map(Slice::name).filter(name -> after.stream().anyMatch(s -> s.name().equals(name))).toList();
        if (!kept.equals(after.stream().map(Slice::name).filter(kept::contains).toList())) {
            found.add(new PolicyChange.OrderChanged(after.stream().map(Slice::name).toList()));
        }
    }

    private void limits(Limits before, Limits after) {
        ceiling(Scope.LINE, "", before.line(), after.line());
        ceiling(Scope.ORDER, "", before.order(), after.order());
        ceiling(Scope.VENDOR_DAY, "", before.vendorDay(), after.vendorDay());
        ceiling(Scope.SKU_DAY, "", before.skuDay(), after.skuDay());
        ceiling(Scope.DAY, "", before.day(), after.day());
        limit(Limit.USUAL_ORDER, before.usualOrderTimes(), after.usualOrderTimes());
        limit(Limit.PRICE_RISE, before.priceRisePercent(), after.priceRisePercent());
        limit(Limit.CONFIDENCE, BigDecimal.valueOf(before.confidenceFloor()), BigDecimal.valueOf(after.confidenceFloor()));
        limit(Limit.DATA_AGE, BigDecimal.valueOf(before.dataAge().toHours()), BigDecimal.valueOf(after.dataAge().toHours()));
        if (!before.currency().equals(after.currency())) {
            found.add(new PolicyChange.CurrencyChanged(before.currency(), after.currency()));
        }
        Map<String, BigDecimal> budgets = new HashMap<>();
        before.budgets().forEach(budget -> budgets.put(budget.category(), budget.perWeek()));
        for (CategoryBudget budget : after.budgets()) {
            budget(budget.category(), budgets.remove(budget.category()), budget.perWeek());
        }
        budgets.forEach((category, was) -> budget(category, was, null));
    }

    private void ceiling(Scope scope, String slice, Ceiling before, Ceiling after) {
        ceiling(scope, slice, Measure.VALUE, before.value(), after.value());
        ceiling(scope, slice, Measure.UNITS, units(before), units(after));
        ceiling(scope, slice, Measure.PACKS, before.packs(), after.packs());
    }

    private static @Nullable BigDecimal units(Ceiling ceiling) {
        return ceiling.units() == null ? null : ceiling.units().value();
    }

    private void ceiling(Scope scope, String slice, Measure measure, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (differ(before, after)) {
            found.add(new PolicyChange.CeilingChanged(scope, slice, measure, before, after));
        }
    }

    private void limit(Limit limit, BigDecimal before, BigDecimal after) {
        if (differ(before, after)) {
            found.add(new PolicyChange.LimitChanged(limit, before, after));
        }
    }

    private void budget(String category, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (differ(before, after)) {
            found.add(new PolicyChange.BudgetChanged(category, before, after));
        }
    }

    private static boolean differ(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        return before == null ? after != null : after == null || before.compareTo(after) != 0;
    }
}
