package org.orderbench.policy;

import java.math.BigDecimal;

/**
 * What may be bought of a product category in one calendar week (Monday to Sunday), by anybody, before the agent stops adding to it.
 *
 * @param category as Odoo names it in full, such as {@code All / Saleable / Bags}; the categories below it count too
 * @param perWeek  in the policy's currency
 */
public record CategoryBudget(String category, BigDecimal perWeek) {

    public CategoryBudget {
        if (category.isBlank()) {
            throw new IllegalArgumentException("A budget needs a category. Choose one.");
        }
        if (perWeek.signum() < 0) {
            throw new IllegalArgumentException("A budget is not negative. Enter 0 to let nothing through.");
        }
    }

    /** Whether a product of this category counts against the budget. */
    public boolean covers(String productCategory) {
        return Categories.contains(category, productCategory);
    }
}
