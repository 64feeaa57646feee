package org.orderbench.proposal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.PurchaseLine;
import org.orderbench.catalog.Quantity;
import org.orderbench.replenish.Assessment;
import org.orderbench.replenish.SkuFacts;
import org.orderbench.replenish.SupplyProjection;
import org.orderbench.replenish.VendorTerms;
import org.orderbench.replenish.WholeOrder;
import org.orderbench.replenish.Wording;

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

    /** Days without stock before an incoming order that are worth a call. */
    private static final int GAP_DAYS = 3;
    /** Days that an incoming order comes before it is needed that are worth a call. */
    private static final int EARLY_DAYS = 30;
    /** A price that rose less is left alone. */
    private static final BigDecimal RISE_PERCENT = BigDecimal.valueOf(3);

    private Advice() {}

    static PlanException exception(SkuFacts facts, String reason, String detail, @Nullable Money atStake) {
        return new PlanException(facts.sku(), facts.product().code(), facts.product().name(), reason, detail, atStake);
    }

    /** Set-up remarks, and of what could be done about the SKU the one thing that matters most. */
    static List<PlanException> of(Assessment.Planned planned) {
        List<PlanException> advice = new ArrayList<>();
        if (planned.basis().fallback()) {
            advice.add(exception(planned.facts(), "no-forecast", String.join(" ", planned.basis().remarks()), null));
        }
        forgotten(planned, advice);
        priceRise(planned).ifPresent(advice::add);
        Stream.of(unneededIncoming(planned), overstock(planned), expedite(planned), postpone(planned))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(advice::add);
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

    private static String day(LocalDate day, SkuFacts facts) {
        return Wording.english(day, facts.today());
    }

    private static Quantity usable(Assessment.Planned planned) {
        return Quantity.of(Math.ceil(planned.basis().demand().quantile(LIVELY, OVERSTOCK_DAYS)));
    }

    private static Optional<PlanException> unneededIncoming(Assessment.Planned planned) {
        SkuFacts facts = planned.facts();
        Quantity onHand = facts.stock().onHand();
        Quantity incoming = planned.supply().incoming();
        Quantity unneeded = onHand.plus(incoming).minus(usable(planned)).min(incoming);
        if (!unneeded.isPositive() || !worthALook(atCost(facts, unneeded))) {
            return Optional.empty();
        }
        boolean all = unneeded.equals(incoming);
        String orders = planned.supply().arrivals().stream()
                .filter(SupplyProjection.Arrival::confirmed)
                .map(SupplyProjection.Arrival::orderName)
                .distinct()
                .collect(Collectors.joining(", "));
        return Optional.of(exception(
                facts,
                all ? "cancel-incoming" : "reduce-incoming",
                (all ? "None of the " + incoming : unneeded + " of the " + incoming) + " on order (" + orders + (all ? ") will be needed within " : ") will not be needed within ") + OVERSTOCK_DAYS
                        + " days: at most " + usable(planned) + " will be sold, and " + onHand + " are in stock. Ask the vendor to cancel or postpone "
                        + (all ? "it." : "that part."),
                atCost(facts, unneeded)));
    }

    private static Optional<PlanException> overstock(Assessment.Planned planned) {
        SkuFacts facts = planned.facts();
        Quantity over = facts.stock().onHand().minus(usable(planned));
        return over.isPositive() && worthALook(atCost(facts, over))
                ? Optional.of(exception(
                        facts,
                        "overstock",
                        "There are " + facts.stock().onHand() + " in stock, and at most " + usable(planned) + " will be sold within " + OVERSTOCK_DAYS + " days: "
                                + over + " too many.",
                        atCost(facts, over)))
                : Optional.empty();
    }

    /** Money at stake is what would have been sold in the gap. A gap of a day or two comes and goes with every plan, and is left alone. */
    private static Optional<PlanException> expedite(Assessment.Planned planned) {
        SkuFacts facts = planned.facts();
        LocalDate empty = planned.runsOutOn();
        if (empty == null) {
            return Optional.empty();
        }
        return planned.supply().arrivals().stream()
                .filter(arrival -> arrival.confirmed() && ChronoUnit.DAYS.between(empty, arrival.on()) >= GAP_DAYS)
                .findFirst()
                .map(arrival -> {
                    double missed = planned.daily() * Math.min(ChronoUnit.DAYS.between(empty, arrival.on()), planned.protectionDays());
                    return exception(
                            facts,
                            "expedite",
                            "Stock runs out on " + day(empty, facts) + ", and " + arrival.orderName() + " brings " + arrival.quantity() + " only on " + day(arrival.on(), facts)
                                    + ": about " + Math.round(missed) + " would go unserved. Ask the vendor for an earlier date.",
                            new Money(facts.product().listPrice(), facts.company().currency()).times(Quantity.of(missed)));
                })
                .filter(found -> found.atStake() != null && worthALook(found.atStake()));
    }

    private static Optional<PlanException> postpone(Assessment.Planned planned) {
        SkuFacts facts = planned.facts();
        double daily = planned.daily();
        Quantity stock = facts.stock().onHand();
        for (SupplyProjection.Arrival arrival : planned.supply().arrivals()) {
            double lasts = daily > 0 ? stock.toDouble() / daily : Double.POSITIVE_INFINITY;
            long early = (long) Math.min(lasts, OVERSTOCK_DAYS) - ChronoUnit.DAYS.between(facts.today(), arrival.on()) - planned.protectionDays();
            if (arrival.confirmed() && early >= EARLY_DAYS && worthALook(atCost(facts, arrival.quantity()))) {
                return Optional.of(exception(
                        facts,
                        "postpone",
                        arrival.orderName() + " brings " + arrival.quantity() + " on " + day(arrival.on(), facts) + ", about " + early + " days before they are needed (" + stock
                                + " are in stock without them). Ask the vendor for a later date.",
                        atCost(facts, arrival.quantity())));
            }
            stock = stock.plus(arrival.quantity());
        }
        return Optional.empty();
    }

    /** Of what is about to be ordered: against the price of its last order from the same vendor. */
    private static Optional<PlanException> priceRise(Assessment.Planned planned) {
        PurchaseLine last = planned.facts().newestLine();
        if (last == null || last.unitPrice() == null || last.unitPrice().signum() <= 0 || !planned.quantity().isPositive()
                || last.vendorId() != planned.offer().vendor().id() || !last.currency().equals(planned.offer().price().currency())) {
            return Optional.empty();
        }
        BigDecimal rise = planned.unitPrice().subtract(last.unitPrice());
        BigDecimal percent = rise.movePointRight(2).divide(last.unitPrice(), 1, RoundingMode.HALF_UP);
        if (percent.compareTo(RISE_PERCENT) < 0) {
            return Optional.empty();
        }
        Money more = ProposedLines.companyValue(planned, planned.quantity());
        BigDecimal share = rise.divide(planned.unitPrice(), MathContext.DECIMAL64);
        return Optional.of(exception(
                planned.facts(),
                "price-rise",
                "The price is " + plain(planned.unitPrice()) + " " + last.currency() + ", " + percent.toPlainString() + " % more than the "
                        + plain(last.unitPrice()) + " of " + last.orderName() + ". Ask " + planned.offer().vendor().name() + ", or correct the price in Odoo.",
                more == null ? null : new Money(more.amount().multiply(share), more.currency())));
    }

    private static String plain(BigDecimal price) {
        return price.setScale(Math.clamp(price.stripTrailingZeros().scale(), 2, 4), RoundingMode.HALF_UP).toPlainString();
    }

    static PlanException transfer(Transfers.Transfer transfer) {
        SkuFacts facts = transfer.to().facts();
        return exception(facts, "transfer", transfer.words(), atCost(facts, transfer.quantity()));
    }

    /** Told at the order's largest line. */
    static PlanException belowVendorMinimum(List<Assessment.Planned> lines, VendorTerms terms, String currency) {
        Assessment.Planned largest = lines.stream()
                .max(Comparator.comparing((Assessment.Planned line) -> line.unitPrice().multiply(line.quantity().value()))
                        .thenComparing(line -> line.facts().sku(), Comparator.reverseOrder()))
                .orElseThrow();
        BigDecimal total = WholeOrder.total(lines);
        return exception(
                largest.facts(),
                "below-vendor-minimum",
                "The order to " + largest.offer().vendor().name() + " comes to " + plain(total) + " " + currency + ", less than its minimum of "
                        + plain(Objects.requireNonNull(terms.minimumOrder()))
                        + ", and nothing else of it is needed within the longest cover. Ask the vendor, add something, or wait.",
                ProposedLines.companyValue(largest, largest.quantity()));
    }

    static PlanException overBudget(Assessment.Planned line, BigDecimal budget) {
        return exception(
                line.facts(),
                "over-budget",
                line.quantity() + " are needed, but the round's budget of " + plain(budget) + " " + line.facts().company().currency()
                        + " goes to lines that run out sooner. Raise the budget, or leave it for the next round.",
                ProposedLines.companyValue(line, line.quantity()));
    }

    private static Money atCost(SkuFacts facts, Quantity quantity) {
        return new Money(facts.product().cost(), facts.company().currency()).times(quantity);
    }

    private static boolean worthALook(Money money) {
        return money.amount().compareTo(WORTH_A_LOOK) >= 0;
    }

    private static void forgotten(Assessment.Planned planned, List<PlanException> advice) {
        SkuFacts facts = planned.facts();
        for (SupplyProjection.Arrival arrival : planned.supply().apart()) {
            if (arrival.confirmed()) {
                advice.add(exception(
                        facts,
                        "receipt-forgotten",
                        arrival.orderName() + " promised " + arrival.quantity() + " for " + arrival.promised() + ", "
                                + ChronoUnit.DAYS.between(arrival.promised(), facts.today()) + " days ago: it no longer counts. Ask the vendor, or cancel it in Odoo.",
                        atCost(facts, arrival.quantity())));
            }
        }
    }
}
