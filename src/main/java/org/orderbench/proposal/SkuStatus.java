package org.orderbench.proposal;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.replenish.Assessment;
import org.orderbench.replenish.Supply;
import org.orderbench.replenish.ValueClass;

/**
 * One SKU in a list of all, as the newest plan saw it. Quantities are in the product's own unit.
 *
 * @param vendorName  who would be bought from; null where nobody was chosen
 * @param incoming    confirmed and still to come
 * @param drafts      in quotations that nobody confirmed
 * @param daysOfCover how long supply lasts at the forecast's mean; null without a forecast or when it never ends
 * @param weekly      forecast units per week at the mean; null without a forecast
 * @param quantity    what the plan proposes to order; zero for nothing
 * @param urgent      stock is expected to run out before an order placed on that day could arrive
 * @param leftOut     the stable name of the reason why it was not planned, or null if it was
 */
public record SkuStatus(
        Sku sku,
        String code,
        String name,
        @Nullable String barcode,
        String category,
        String warehouseName,
        @Nullable String vendorName,
        String unitName,
        Quantity onHand,
        Quantity incoming,
        Quantity drafts,
        @Nullable Double daysOfCover,
        @Nullable Double weekly,
        Quantity quantity,
        boolean urgent,
        ValueClass valueClass,
        @Nullable String leftOut) {

    static SkuStatus of(Assessment assessment, ValueClass valueClass) {
        return switch (assessment) {
            case Assessment.LeftOut out -> of(assessment, valueClass, null, Quantity.ZERO, Quantity.ZERO, null, null, Quantity.ZERO, false, out.reason());
            case Assessment.Planned planned -> {
                Supply supply = planned.supply();
                double weekly = planned.basis().demand().mean(7);
                Double cover = planned.runsOutOn() != null ? Double.valueOf(ChronoUnit.DAYS.between(planned.facts().today(), planned.runsOutOn()))
                        : beyond(planned.facts().stock().onHand().plus(supply.incoming()), weekly);
                yield of(assessment, valueClass, planned.offer().vendor().name(), supply.incoming(), supply.drafts(), cover, weekly, planned.quantity(),
                        planned.urgent(), planned.blocked() == null ? null : planned.blocked().reason());
            }
        };
    }

    SkuStatus ordering(Quantity other) {
        return new SkuStatus(
                sku, code, name, barcode, category, warehouseName, vendorName, unitName, onHand, incoming, drafts, daysOfCover, weekly, other, urgent, valueClass, leftOut);
    }

    /** Past the days that the projection looks at: supply over rate. */
    private static @Nullable Double beyond(Quantity supply, double weekly) {
        return weekly > 0 ? Double.valueOf(Math.max(0, supply.toDouble()) * 7 / weekly) : null;
    }

    private static SkuStatus of(
            Assessment assessment, ValueClass valueClass, @Nullable String vendor, Quantity incoming, Quantity drafts, @Nullable Double cover,
            @Nullable Double weekly, Quantity quantity, boolean urgent, @Nullable String leftOut) {
        var facts = assessment.facts();
        var product = facts.product();
        return new SkuStatus(
                facts.sku(), product.code(), product.name(), product.barcode(), product.category(), facts.warehouse().name(), vendor, product.unit().name(),
                facts.stock().onHand(), incoming, drafts, cover, weekly, quantity, urgent, valueClass, leftOut);
    }
}
