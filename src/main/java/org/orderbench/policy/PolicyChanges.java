package org.orderbench.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one version of the policy changed against another, a sentence each: what a person confirms, and what the history shows. */
public final class PolicyChanges {

    private final List<String> words = new ArrayList<>();

    private PolicyChanges() {}

    /** Empty if both hold the same. */
    public static List<String> between(Policy before, Policy after) {
        PolicyChanges changes = new PolicyChanges();
        changes.slices(before.slices(), after.slices());
        changes.limits(before.limits(), after.limits());
        if (!before.brakeLimits().equals(after.brakeLimits())) {
            changes.words.add("What pulls the brake by itself was changed.");
        }
        if (!before.earning().equals(after.earning())) {
            changes.words.add("How a level is earned and lost was changed.");
        }
        return List.copyOf(changes.words);
    }

    private void slices(List<Slice> before, List<Slice> after) {
        Map<String, Slice> old = before.stream().collect(Collectors.toMap(Slice::name, slice -> slice));
        for (Slice slice : after) {
            Slice was = old.remove(slice.name());
            if (was == null) {
                words.add("New slice \"" + slice.name() + "\" at " + slice.level() + ": " + words(slice) + ".");
                continue;
            }
            if (was.level() != slice.level()) {
                words.add("Slice \"" + slice.name() + "\": " + was.level() + " → " + slice.level() + ".");
            }
            if (!was.rules().equals(slice.rules())) {
                words.add("Slice \"" + slice.name() + "\" holds " + words(slice) + ", before " + words(was) + ".");
            }
            ceiling("slice \"" + slice.name() + "\" in a week", was.week(), slice.week());
        }
        old.values().forEach(gone -> words.add("Slice \"" + gone.name() + "\" is gone."));
        List<String> kept = before.stream().map(Slice::name).filter(name -> after.stream().anyMatch(s -> s.name().equals(name))).toList();
        if (!kept.equals(after.stream().map(Slice::name).filter(kept::contains).toList())) {
            words.add("The slices stand in another order: " + after.stream().map(Slice::name).collect(Collectors.joining(", ")) + ".");
        }
    }

    private static String words(Slice slice) {
        return slice.rules().stream().map(SliceRule::words).collect(Collectors.joining(" and "));
    }

    private void limits(Limits before, Limits after) {
        ceiling("a line", before.line(), after.line());
        ceiling("an order", before.order(), after.order());
        ceiling("a vendor's day", before.vendorDay(), after.vendorDay());
        ceiling("a product's day", before.skuDay(), after.skuDay());
        ceiling("the day", before.day(), after.day());
        number("Most of the usual order", before.usualOrderTimes(), after.usualOrderTimes(), " times");
        number("Most that a price may rise", before.priceRisePercent(), after.priceRisePercent(), " %");
        number("Least confidence of a forecast", BigDecimal.valueOf(before.confidenceFloor()), BigDecimal.valueOf(after.confidenceFloor()), "");
        number("Oldest data", BigDecimal.valueOf(before.dataAge().toHours()), BigDecimal.valueOf(after.dataAge().toHours()), " hours");
        if (!before.currency().equals(after.currency())) {
            words.add("Currency: " + before.currency() + " → " + after.currency() + ".");
        }
        Map<String, BigDecimal> budgets = new HashMap<>();
        before.budgets().forEach(budget -> budgets.put(budget.category(), budget.perWeek()));
        for (CategoryBudget budget : after.budgets()) {
            number("Week's budget of " + budget.category(), budgets.remove(budget.category()), budget.perWeek(), "");
        }
        budgets.forEach((category, was) -> number("Week's budget of " + category, was, null, ""));
    }

    private void ceiling(String what, Ceiling before, Ceiling after) {
        number("Most value of " + what, before.value(), after.value(), "");
        number("Most units of " + what, before.units() == null ? null : before.units().value(), after.units() == null ? null : after.units().value(), "");
        number("Most packs of " + what, before.packs(), after.packs(), "");
    }

    private void number(String what, @Nullable BigDecimal before, @Nullable BigDecimal after, String unit) {
        if (before == null ? after != null : after == null || before.compareTo(after) != 0) {
            words.add(what + ": " + plain(before) + " → " + plain(after) + unit + ".");
        }
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "no limit" : Ceilings.plain(number);
    }
}
