package org.orderbench.proposal;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Product;
import org.orderbench.catalog.PurchaseLine;
import org.orderbench.catalog.Quantity;
import org.orderbench.replenish.Assessment;
import org.orderbench.replenish.SkuFacts;

/** Turns what replenishment decided into a line that a buyer reviews. */
final class ProposedLines {

    private ProposedLines() {}

    static ProposalLine of(Assessment.Planned planned) {
        SkuFacts facts = planned.facts();
        Product product = facts.product();
        PurchaseLine newest = facts.newestLine();
        return new ProposalLine(
                0,
                new LineBasis(facts.sku(), newest == null ? null : newest.id(), newest == null ? null : newest.createdAt(), 0),
                product.code(),
                product.name(),
                product.barcode(),
                product.category(),
                product.unit().name(),
                facts.stock().onHand(),
                planned.supply().incoming(),
                planned.supply().drafts(),
                daysOfCover(planned),
                planned.basis().demand().mean(7),
                planned.pureNeed(),
                planned.quantity(),
                planned.quantity(),
                planned.orderStep(),
                planned.orderStepName(),
                planned.minimum(),
                planned.unitPrice(),
                companyValue(planned, planned.quantity()),
                planned.lead().planned(),
                planned.arrival(),
                planned.shortageOn(),
                planned.urgent(),
                planned.basis().confidence(),
                planned.offer().price().id(),
                planned.explanation(),
                LineState.OPEN,
                null);
    }

    private static @Nullable Double daysOfCover(Assessment.Planned planned) {
        return planned.runsOutOn() == null ? null : (double) ChronoUnit.DAYS.between(planned.facts().today(), planned.runsOutOn());
    }

    /** In the company's currency at the day's rate; null without a rate. */
    static @Nullable Money companyValue(Assessment.Planned planned, Quantity quantity) {
        BigDecimal price = planned.offer().companyPrice();
        return price == null ? null : new Money(price, planned.facts().company().currency()).times(quantity);
    }
}
