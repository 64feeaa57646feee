package org.orderbench.proposal;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Quantity;
import org.orderbench.replenish.Explanation;

/**
 * One product that the agent proposes to buy, with the facts it was proposed on and its reasons. Quantities are in the product's own unit.
 * Immutable: an edit makes a new value.
 *
 * @param id           the cache's id, stable as long as the proposal lives; the command line's {@code LINE}
 * @param basis        what the idempotency key is made of
 * @param code         internal reference, may be empty
 * @param unitName     the product's own unit, such as "Units"
 * @param daysOfCover  how many days supply lasts at the forecast's mean; null without a forecast or when it never ends
 * @param weekly       forecast units per week at the mean; null without a forecast
 * @param pureNeed     what the service level asks for, before minimum, pack and the rest
 * @param proposed     what the agent proposes to order, orderable
 * @param quantity     what would be ordered now: {@code proposed}, or the buyer's edit
 * @param orderStep    the pack or purchase unit that {@code quantity} must be a multiple of; zero when any amount goes
 * @param minimum      the supplier's minimum; zero when there is none
 * @param unitPrice    per the product's own unit, after discount, in the proposal's currency
 * @param companyValue the line's value in the company's currency at the day's rate; null without a rate
 * @param leadTimeDays from ordering to goods on the shelf, as planned with
 * @param arrival      when it would arrive if ordered today
 * @param shortageOn   the first day on which supply falls below the safety level if nothing is ordered; null if none in sight
 * @param urgent       stock is expected to run out before the order could arrive
 * @param confidence   the forecast's, 0 to 1
 * @param priceId      {@code product.supplierinfo} id that was chosen
 * @param state        where it stands
 * @param decision     what was decided, if anything
 */
public record ProposalLine(
        long id,
        LineBasis basis,
        String code,
        String name,
        @Nullable String barcode,
        String category,
        String unitName,
        Quantity onHand,
        Quantity incoming,
        Quantity drafts,
        @Nullable Double daysOfCover,
        @Nullable Double weekly,
        Quantity pureNeed,
        Quantity proposed,
        Quantity quantity,
        Quantity orderStep,
        String orderStepName,
        Quantity minimum,
        BigDecimal unitPrice,
        @Nullable Money companyValue,
        int leadTimeDays,
        LocalDate arrival,
        @Nullable LocalDate shortageOn,
        boolean urgent,
        double confidence,
        int priceId,
        Explanation explanation,
        LineState state,
        @Nullable Decision decision) {}
