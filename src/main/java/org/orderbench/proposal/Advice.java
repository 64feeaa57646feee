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

/**
 * What a person should look at beside the orders: receipts to ask about, goods that the forecast does not need, and what nobody buys any more. One
 * sentence each, the money at stake at cost; small sums are left alone.
 */
final class Advice {

    /** By money, then by reason and code; what nobody can put a figure on comes last. */
    static final Comparator<PlanException> MOST_AT_STAKE_FIRST = Comparator.comparing(
                    (PlanException exception) -> exception.atStake() == null ? BigDecimal.ONE.negate() : exception.atStake().amount())
            .reversed()
            .thenComparing(PlanException::reason)
            .thenComparing(PlanException::code)
            .thenComparing(PlanException::sku);

    /** Stock that this many days of even lively demand do not use is too much. */
    private static final int OVERSTOCK_DAYS = 180;

    private static final double LIVELY = 0.9;
    /** In the company's currency: less than this is not worth a buyer's minute. */
    private static final BigDecimal WORTH_A_LOOK = BigDecimal.valueOf(50);

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
        tooMuch(planned, advice);
        return advice;
    }

    /** Stock that nothing was sold of is dead; other reasons stand as they are. */
    static PlanException of(Assessment.LeftOut leftOut) {
        SkuFacts facts = leftOut.facts();
        Quantity onHand = facts.stock().onHand();
        boolean dead = leftOut.reason().equals("no-demand") && onHand.isPositive();
        return dead
                ? exception(
                        facts, "dead-stock", "There are " + onHand + " in stock and no demand to speak of in the last year. Sell them off or write them off.",
                        atCost(facts, onHand))
                : exception(facts, leftOut.reason(), leftOut.detail(), null);
    }

    private static void tooMuch(Assessment.Planned planned, List<PlanException> advice) {
        SkuFacts facts = planned.facts();
        Quantity usable = Quantity.of(Math.ceil(planned.basis().demand().quantile(LIVELY, OVERSTOCK_DAYS)));
        Quantity onHand = facts.stock().onHand();
        Quantity incoming = planned.supply().incoming();
        Quantity unneeded = onHand.plus(incoming).minus(usable).min(incoming);
        if (unneeded.isPositive() && worthALook(atCost(facts, unneeded))) {
            advice.add(exception(
                    facts,
                    "reduce-incoming",
                    "Of the " + incoming + " on order, " + unneeded + " will not be needed within " + OVERSTOCK_DAYS + " days (at most " + usable
                            + " will be sold; " + onHand + " are in stock). Ask the vendor to postpone or cancel.",
                    atCost(facts, unneeded)));
        }
        Quantity over = onHand.minus(usable);
        if (over.isPositive() && worthALook(atCost(facts, over))) {
            advice.add(exception(
                    facts,
                    "overstock",
                    "There are " + onHand + " in stock, and at most " + usable + " will be sold within " + OVERSTOCK_DAYS + " days: " + over + " too many.",
                    atCost(facts, over)));
        }
    }

    private static Money atCost(SkuFacts facts, Quantity quantity) {
        return new Money(facts.product().cost(), facts.company().currency()).times(quantity);
    }

    private static boolean worthALook(Money money) {
        return money.amount().compareTo(WORTH_A_LOOK) >= 0;
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
                        atCost(facts, arrival.quantity())));
            }
        }
        for (SupplyProjection.Arrival arrival : planned.supply().arrivals()) {
            if (arrival.confirmed() && empty != null && arrival.on().isAfter(empty)) {
                advice.add(exception(
                        facts,
                        "expedite",
                        "Stock runs out on " + empty + ", and " + arrival.orderName() + " brings " + arrival.quantity() + " only on " + arrival.on()
                                + ". Ask the vendor for an earlier date.",
                        atCost(facts, arrival.quantity())));
                return;
            }
        }
    }
}
