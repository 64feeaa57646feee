package org.orderbench.proposal.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;

/**
 * One SKU's past and its vendor's terms. Quantities are in the product's own unit; the array must not be changed.
 *
 * @param slice    what its figures are grouped by, such as a category
 * @param from     the first day of {@code demand}
 * @param demand   what customers wanted each day; not negative
 * @param unitCost in the company's currency
 * @param promised the vendor's lead time in days
 * @param lateness how many days later than promised its deliveries come, each equally likely; {0} for a punctual one
 * @param minimum  the vendor's least quantity
 * @param step     the pack; positive
 * @param actual   what really happened, or null where only demand is known
 */
public record ReplayItem(
        String id, String slice, LocalDate from, double[] demand, BigDecimal unitCost, int promised, int[] lateness, Quantity minimum, Quantity step,
        @Nullable Actual actual) {

    /** Of which only demand is known. */
    public ReplayItem(
            String id, String slice, LocalDate from, double[] demand, BigDecimal unitCost, int promised, int[] lateness, Quantity minimum, Quantity step) {
        this(id, slice, from, demand, unitCost, promised, lateness, minimum, step, null);
    }


    public ReplayItem {
        if (!step.isPositive()) {
            throw new IllegalArgumentException("The pack of " + id + " must hold something; enter 1 for single pieces");
        }
        if (lateness.length == 0) {
            throw new IllegalArgumentException("The lateness of " + id + " is missing; enter 0 for a punctual vendor");
        }
    }

    LocalDate day(int index) {
        return from.plusDays(index);
    }
}
