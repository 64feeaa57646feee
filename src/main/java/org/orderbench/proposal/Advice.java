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
import org.orderbench.replenish.Explanation.Phrase;
import org.orderbench.replenish.Explanation.Value;
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

    private static PlanException exception(SkuFacts facts, String reason, List<Phrase> said, @Nullable Money atStake) {
        return new PlanException(facts.sku(), facts.product().code(), facts.product().name(), reason, said, atStake);
    }

    private static PlanException exception(SkuFacts facts, String reason, @Nullable Money atStake, Value... values) {
        return exception(facts, reason, List.of(Wording.phrase("advice." + reason, values)), atStake);
    }

    /** Set-up remarks, and of what could be done about the SKU the one thing that matters most. */
    static List<PlanException> of(Assessment.Planned planned) {
        List<PlanException> advice = new ArrayList<>();
        if (planned.basis().fallback()) {
            advice.add(exception(
                    planned.facts(), "no-forecast", planned.basis().remarks().stream().map(remark -> Wording.phrase("advice.no-forecast", Wording.term(remark))).toList(), null));
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
                ? exception(facts, "dead-stock", atCost(facts, onHand), Wording.quantity(onHand))
                : exception(facts, leftOut.reason(), leftOut.said(), null);
    }

    private static Value day(LocalDate day, SkuFacts facts) {
        return Wording.day(day, facts.today());
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
                atCost(facts, unneeded),
                Wording.quantity(unneeded), Wording.quantity(incoming), Wording.words(orders), Wording.days(OVERSTOCK_DAYS), Wording.quantity(usable(planned)),
                Wording.quantity(onHand)));
    }

    private static Optional<PlanException> overstock(Assessment.Planned planned) {
        SkuFacts facts = planned.facts();
        Quantity over = facts.stock().onHand().minus(usable(planned));
        return over.isPositive() && worthALook(atCost(facts, over))
                ? Optional.of(exception(
                        facts,
                        "overstock",
                        atCost(facts, over),
                        Wording.quantity(facts.stock().onHand()), Wording.quantity(usable(planned)), Wording.days(OVERSTOCK_DAYS), Wording.quantity(over)))
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
                            new Money(facts.product().listPrice(), facts.company().currency()).times(Quantity.of(missed)),
                            day(empty, facts), Wording.words(arrival.orderName()), Wording.quantity(arrival.quantity()), day(arrival.on(), facts), Wording.amount(missed));
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
                        atCost(facts, arrival.quantity()),
                        Wording.words(arrival.orderName()), Wording.quantity(arrival.quantity()), day(arrival.on(), facts), Wording.days(Math.toIntExact(early)),
                        Wording.quantity(stock)));
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
                more == null ? null : new Money(more.amount().multiply(share), more.currency()),
                Wording.price(planned.unitPrice()), Wording.words(last.currency()), Wording.share(percent.movePointLeft(2).doubleValue()), Wording.price(last.unitPrice()),
                Wording.words(last.orderName()), Wording.words(planned.offer().vendor().name())));
    }

    static PlanException transfer(Transfers.Transfer transfer) {
        SkuFacts facts = transfer.to().facts();
        return exception(facts, "transfer", transfer.said(), atCost(facts, transfer.quantity()));
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
                ProposedLines.companyValue(largest, largest.quantity()),
                Wording.words(largest.offer().vendor().name()), Wording.price(total), Wording.words(currency), Wording.price(Objects.requireNonNull(terms.minimumOrder())));
    }

    static PlanException overBudget(Assessment.Planned line, BigDecimal budget) {
        return exception(
                line.facts(),
                "over-budget",
                ProposedLines.companyValue(line, line.quantity()),
                Wording.quantity(line.quantity()), Wording.price(budget), Wording.words(line.facts().company().currency()));
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
                        atCost(facts, arrival.quantity()),
                        Wording.words(arrival.orderName()), Wording.quantity(arrival.quantity()), day(arrival.promised(), facts),
                        Wording.days(Math.toIntExact(ChronoUnit.DAYS.between(arrival.promised(), facts.today())))));
            }
        }
    }
}
