package org.orderbench.proposal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Quantity;
import org.orderbench.replenish.Assessment;
import org.orderbench.replenish.SkuFacts;
import org.orderbench.replenish.SupplyProjection;

/** What a person should look at beside the orders: receipts to ask about, and goods that the forecast does not need. One sentence each. */
final class Advice {

    /** By money, then by reason and code; what nobody can put a figure on comes last. */
    static final Comparator<PlanException> MOST_AT_STAKE_FIRST = Comparator.comparing(
                    (PlanException exception) -> exception.atStake() == null ? BigDecimal.ONE.negate() : exception.atStake().amount())
            .reversed()
            .thenComparing(PlanException::reason)
            .thenComparing(PlanException::code)
            .thenComparing(PlanException::sku);

    private Advice() {}

    static PlanException exception(SkuFacts facts, String reason, String detail, @Nullable Money atStake) {
        return new PlanException(facts.sku(), facts.product().code(), facts.product().name(), reason, detail, atStake);
    }

    static List<PlanException> of(Assessment.Planned planned) {
        List<PlanException> advice = new ArrayList<>();
        if (planned.basis().fallback()) {
            advice.add(exception(planned.facts(), "no-forecast", String.join(" ", planned.basis().remarks()), null));
        }
        receipts(planned, advice);
        return advice;
    }

    private static void receipts(Assessment.Planned planned, List<PlanException> advice) {
        SkuFacts facts = planned.facts();
        LocalDate today = facts.today();
        LocalDate empty = planned.runsOutOn();
        for (SupplyProjection.Arrival arrival : planned.supply().apart()) {
            if (arrival.confirmed()) {
                advice.add(exception(
                        facts,
                        "receipt-forgotten",
                        arrival.orderName() + " promised " + arrival.quantity() + " for " + arrival.promised() + ", "
                                + ChronoUnit.DAYS.between(arrival.promised(), today) + " days ago: it no longer counts. Ask the vendor, or cancel it in Odoo.",
                        value(planned, arrival.quantity())));
            }
        }
        for (SupplyProjection.Arrival arrival : planned.supply().arrivals()) {
            if (arrival.confirmed() && empty != null && arrival.on().isAfter(empty)) {
                advice.add(exception(
                        facts,
                        "expedite",
                        "Stock runs out on " + empty + ", and " + arrival.orderName() + " brings " + arrival.quantity() + " only on " + arrival.on()
                                + ". Ask the vendor for an earlier date.",
                        value(planned, arrival.quantity())));
                return;
            }
        }
    }

    static @Nullable Money value(Assessment.Planned planned, Quantity quantity) {
        return ProposedLines.companyValue(planned, quantity);
    }
}
