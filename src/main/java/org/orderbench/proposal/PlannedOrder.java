package org.orderbench.proposal;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.orderbench.catalog.Quantity;
import org.orderbench.replenish.Assessment;

/**
 * What one SKU's plan comes to, and the inputs that shaped it.
 *
 * @param quantity     to order, in the product's own unit; zero for nothing
 * @param orderStep    what {@code quantity} is a multiple of; zero when any amount goes
 * @param unitPrice    per own unit, in {@code currency}
 * @param serviceLevel between 0 and 1
 */
public record PlannedOrder(
        Quantity quantity,
        Quantity orderStep,
        Quantity minimum,
        int vendorId,
        String vendorName,
        BigDecimal unitPrice,
        String currency,
        double serviceLevel,
        int leadTimeDays,
        LocalDate arrival) {

    static PlannedOrder of(Assessment.Planned planned) {
        return new PlannedOrder(
                planned.quantity(),
                planned.orderStep(),
                planned.minimum(),
                planned.offer().vendor().id(),
                planned.offer().vendor().name(),
                planned.unitPrice(),
                planned.offer().price().currency(),
                planned.policy().serviceLevel().value(),
                planned.lead().planned(),
                planned.arrival());
    }
}
