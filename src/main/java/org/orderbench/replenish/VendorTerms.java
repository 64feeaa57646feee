package org.orderbench.replenish;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer knows of a vendor that Odoo has no field for. Amounts are in the currency that is bought from the vendor in.
 *
 * @param minimumOrder the least that an order may be worth, or null for no limit
 * @param freeFreight  from what value on it sends free of charge, or null where it never does or always does
 * @param freight      what it charges below {@code freeFreight}; null where nobody entered it, and then nothing is pulled forward to save it
 * @param orderDays    the weekdays on which is ordered from it; empty for any day, every so many days
 * @param workingDays  the weekdays on which it takes up orders; empty for all
 * @param closings     its holidays, earliest first
 */
public record VendorTerms(
        @Nullable BigDecimal minimumOrder,
        @Nullable BigDecimal freeFreight,
        @Nullable BigDecimal freight,
        Set<DayOfWeek> orderDays,
        Set<DayOfWeek> workingDays,
        List<Closing> closings) {

    /** Nothing is known of it. */
    public static final VendorTerms NONE = new VendorTerms(null, null, null, Set.of(), Set.of(), List.of());

    public VendorTerms {
        orderDays = Set.copyOf(orderDays);
        workingDays = Set.copyOf(workingDays);
        closings = closings.stream().sorted().toList();
    }

    /** Whether an order as a whole has to be worth something. */
    boolean looksAtTotals() {
        return minimumOrder != null || (freeFreight != null && freight != null);
    }

    public VendorTerms withMinimumOrder(BigDecimal amount) {
        return new VendorTerms(amount, freeFreight, freight, orderDays, workingDays, closings);
    }

    public VendorTerms withFreeFreight(BigDecimal from, BigDecimal charge) {
        return new VendorTerms(minimumOrder, from, charge, orderDays, workingDays, closings);
    }

    public VendorTerms withOrderDays(Set<DayOfWeek> days) {
        return new VendorTerms(minimumOrder, freeFreight, freight, days, workingDays, closings);
    }

    public VendorTerms withClosings(List<Closing> changed) {
        return new VendorTerms(minimumOrder, freeFreight, freight, orderDays, workingDays, changed);
    }
}
