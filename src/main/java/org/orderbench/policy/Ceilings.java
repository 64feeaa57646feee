package org.orderbench.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.replenish.Explanation.Figure;

/** The ceilings on value and on quantity: one rule, one method. Exactly at a ceiling passes; a total with an unknown part does not. */
final class Ceilings {

    Check lineValue(Case c) {
        return value("line-value", "This line", c.reach().line(), c.limits().line(), c);
    }

    Check lineUnits(Case c) {
        return units("line-units", "This line", c.reach().line(), c.limits().line());
    }

    Check linePacks(Case c) {
        return packs("line-packs", "This line", c.reach().line(), c.limits().line());
    }

    Check orderValue(Case c) {
        return value("order-value", "This order", c.reach().order(), c.limits().order(), c);
    }

    Check orderUnits(Case c) {
        return units("order-units", "This order", c.reach().order(), c.limits().order());
    }

    Check orderPacks(Case c) {
        return packs("order-packs", "This order", c.reach().order(), c.limits().order());
    }

    Check vendorDayValue(Case c) {
        return value("vendor-day-value", "This vendor today", c.reach().vendorDay(), c.limits().vendorDay(), c);
    }

    Check vendorDayUnits(Case c) {
        return units("vendor-day-units", "This vendor today", c.reach().vendorDay(), c.limits().vendorDay());
    }

    Check vendorDayPacks(Case c) {
        return packs("vendor-day-packs", "This vendor today", c.reach().vendorDay(), c.limits().vendorDay());
    }

    Check skuDayValue(Case c) {
        return value("sku-day-value", "This product today", c.reach().skuDay(), c.limits().skuDay(), c);
    }

    Check skuDayUnits(Case c) {
        return units("sku-day-units", "This product today", c.reach().skuDay(), c.limits().skuDay());
    }

    Check skuDayPacks(Case c) {
        return packs("sku-day-packs", "This product today", c.reach().skuDay(), c.limits().skuDay());
    }

    Check dayValue(Case c) {
        return value("day-value", "All that is written unasked today", c.reach().day(), c.limits().day(), c);
    }

    Check dayUnits(Case c) {
        return units("day-units", "All that is written unasked today", c.reach().day(), c.limits().day());
    }

    Check dayPacks(Case c) {
        return packs("day-packs", "All that is written unasked today", c.reach().day(), c.limits().day());
    }

    Check sliceWeekValue(Case c) {
        return value("slice-week-value", slice(c), c.reach().sliceWeek(), c.placement().slice().week(), c);
    }

    Check sliceWeekUnits(Case c) {
        return units("slice-week-units", slice(c), c.reach().sliceWeek(), c.placement().slice().week());
    }

    Check sliceWeekPacks(Case c) {
        return packs("slice-week-packs", slice(c), c.reach().sliceWeek(), c.placement().slice().week());
    }

    /** Every budget that covers the line must hold; the first that does not is the one that is named. */
    Check categoryWeek(Case c) {
        Check last = Check.passed("category-week", List.of(), "No budget is set for category " + c.line().category() + ".");
        for (CategoryBudget budget : c.limits().budgets()) {
            if (!budget.covers(c.line().category())) {
                continue;
            }
            Amount amount = c.reach().categories().getOrDefault(budget.category(), c.reach().line());
            last = value("category-week", "Category " + budget.category() + " this week", amount, new Ceiling(budget.perWeek(), null, null), c);
            if (!last.passed()) {
                return last;
            }
        }
        return last;
    }

    private static String slice(Case c) {
        return "Slice \"" + c.placement().slice().name() + "\" this week";
    }

    private static Check value(String name, String what, Amount amount, Ceiling ceiling, Case c) {
        String currency = c.limits().currency();
        BigDecimal value = amount.value();
        if (value == null) {
            return Check.cannotEvaluate(
                    name,
                    List.of(limit(ceiling.value(), currency)),
                    what + " cannot be valued in " + currency + ": a line has no exchange rate for today, or belongs to a company with another currency. Set the rate in Odoo and sync.");
        }
        return atMost(name, what, value, ceiling.value(), currency);
    }

    private static Check units(String name, String what, Amount amount, Ceiling ceiling) {
        return ceiling.units() == null ? noLimit(name, what, "units") : atMost(name, what, amount.units().value(), ceiling.units().value(), "units");
    }

    private static Check packs(String name, String what, Amount amount, Ceiling ceiling) {
        return ceiling.packs() == null ? noLimit(name, what, "packs") : atMost(name, what, amount.packs(), ceiling.packs(), "packs");
    }

    private static Check noLimit(String name, String what, String unit) {
        return Check.passed(name, List.of(), what + " has no limit in " + unit + ".");
    }

    private static Check atMost(String name, String what, BigDecimal amount, BigDecimal ceiling, String unit) {
        List<Figure> figures = List.of(new Figure("amount", plain(amount), unit, "proposals and what was written before"), limit(ceiling, unit));
        String comesTo = what + " comes to " + plain(amount) + " " + unit;
        return amount.compareTo(ceiling) <= 0
                ? Check.passed(name, figures, comesTo + ", within the ceiling of " + plain(ceiling) + ".")
                : Check.failed(name, figures, comesTo + ", over the ceiling of " + plain(ceiling) + ".");
    }

    private static Figure limit(BigDecimal ceiling, String unit) {
        return new Figure("ceiling", plain(ceiling), unit, "policy");
    }

    /** At most two decimals, and rounded up, so that what is over a ceiling never reads as being at it. */
    static String plain(@Nullable BigDecimal number) {
        if (number == null) {
            return "unknown";
        }
        BigDecimal rounded = number.scale() > 2 ? number.setScale(2, RoundingMode.CEILING) : number;
        BigDecimal stripped = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
