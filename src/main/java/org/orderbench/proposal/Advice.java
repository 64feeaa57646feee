package org.orderbench.proposal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.replenish.SkuFacts;
import org.orderbench.replenish.Sourced;
import org.orderbench.replenish.SupplyProjection;
import org.orderbench.replenish.Tolerances;
import org.orderbench.replenish.Wording;

/**
 * What a person should look at beside the orders: receipts to ask about, goods that the forecast does not need, and what nobody buys any more. One
 * sentence each with the figures behind it, the money at stake at cost; within a SKU's tolerances nothing is said. Immutable.
 */
final class Advice {

    /** By money, then by reason and code; what nobody can put a figure on comes last. */
    static final Comparator<PlanException> MOST_AT_STAKE_FIRST = Comparator.comparing(
                    (PlanException exception) -> exception.atStake() == null ? BigDecimal.ONE.negate() : exception.atStake().amount())
            .reversed()
            .thenComparing(PlanException::reason)
            .thenComparing(PlanException::code)
            .thenComparing(PlanException::sku);

    private static final String CALCULATION = Figures.CALCULATION;
    private static final String STOCK = Figures.STOCK;
    static final String AT_STAKE = "at stake";
    private static final double LIVELY = 0.9;
    private static final int WEEK = 7;
    private static final int TENTHS_OF_PERCENT = 3;

    private final Tolerances.Book tolerances;

    Advice(ReplenishmentSettings settings) {
        this.tolerances = new Tolerances.Book(settings);
    }

    static PlanException exception(SkuFacts facts, String reason, List<Phrase> said, @Nullable Money atStake, Figures figures) {
        return new PlanException(facts.sku(), facts.product().code(), facts.product().name(), reason, said, atStake, figures.list());
    }

    /** With the words that stand under the reason's own name. */
    static PlanException exception(SkuFacts facts, String reason, @Nullable Money atStake, Figures figures, Value... values) {
        return exception(facts, reason, List.of(Wording.phrase("advice." + reason, values)), atStake, figures);
    }

    /** Set-up remarks, and of what could be done about the SKU the one thing that matters most. */
    List<PlanException> of(Assessment.Planned planned) {
        List<PlanException> advice = new ArrayList<>();
        Tolerances worth = tolerances.of(planned.facts(), planned.offer());
        Assessment.LeftOut blocked = planned.blocked();
        if (blocked != null) {
            Money need = atCost(planned.facts(), planned.pureNeed());
            advice.add(exception(planned.facts(), blocked.reason(), blocked.said(), need, new Figures(planned.facts()).all(blocked.figures()).cost().money(AT_STAKE, need, CALCULATION)));
        }
        if (planned.basis().fallback()) {
            advice.add(withoutForecast(planned));
        }
        PlanException noLeadTime = SetUp.noLeadTime(planned);
        if (noLeadTime != null) {
            advice.add(noLeadTime);
        }
        forgotten(planned, worth, advice);
        priceRise(planned, worth).ifPresent(advice::add);
        Stream.of(unneededIncoming(planned, worth), overstock(planned, worth), expedite(planned, worth), postpone(planned, worth))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(advice::add);
        return advice;
    }

    /** Stock that nothing was sold of is dead; other reasons stand as they are, and so does stock that is worth less than a look. */
    PlanException of(Assessment.LeftOut leftOut) {
        SkuFacts facts = leftOut.facts();
        Quantity onHand = facts.stock().onHand();
        if (leftOut.reason().equals("no-demand") && onHand.isPositive()) {
            Tolerances worth = tolerances.of(facts);
            Money money = atCost(facts, onHand);
            Figures figures = new Figures(facts)
                    .goods("on hand", onHand, STOCK)
                    .amount("sold in the last year", facts.history().yearSold(), "stock.move");
            return worthALook(money, worth)
                    ? exception(facts, "dead-stock", money, staked(figures, money, worth), Wording.quantity(onHand))
                    : exception(facts, leftOut.reason(), leftOut.said(), null, figures.all(leftOut.figures()));
        }
        Figures figures = new Figures(facts).all(leftOut.figures());
        if (SetUp.isMissing(leftOut.reason())) {
            return exception(facts, leftOut.reason(), leftOut.said(), SetUp.sales(facts), figures.all(SetUp.figures(facts).list()));
        }
        Money waiting = waiting(leftOut);
        return exception(
                facts, leftOut.reason(), leftOut.said(), waiting, waiting == null ? figures : figures.cost().money(AT_STAKE, waiting, CALCULATION));
    }

    /** Of what is needed and waits for something, at cost. */
    private static @Nullable Money waiting(Assessment.LeftOut leftOut) {
        return leftOut.figures().stream()
                .filter(figure -> figure.name().equals("needed") || figure.name().equals("to be ordered"))
                .findFirst()
                .map(figure -> atCost(leftOut.facts(), new Quantity(new BigDecimal(figure.value()))))
                .orElse(null);
    }

    /** What is ordered on something less than a forecast. */
    private static PlanException withoutForecast(Assessment.Planned planned) {
        Money ordered = ProposedLines.companyValue(planned, planned.quantity());
        return exception(
                planned.facts(), "no-forecast", planned.basis().remarks().stream().map(remark -> Wording.phrase("advice.no-forecast", Wording.term(remark))).toList(), ordered,
                new Figures(planned.facts())
                        .amount("a week", planned.basis().demand().mean(WEEK), planned.basis().method())
                        .amount("sold in the last year", planned.facts().history().yearSold(), "stock.move")
                        .days("history", planned.facts().history().yearDays(), "stock.move")
                        .goods("to be ordered", planned.quantity(), CALCULATION)
                        .money(AT_STAKE, ordered, CALCULATION));
    }

    private static Value day(LocalDate day, SkuFacts facts) {
        return Wording.day(day, facts.today());
    }

    /** What even lively demand takes within the days after which stock is too much. */
    private static Quantity usable(Assessment.Planned planned, Tolerances worth) {
        return Quantity.of(Math.ceil(planned.basis().demand().quantile(LIVELY, worth.overstockDays().value())));
    }

    private static Figures demanded(Assessment.Planned planned, Tolerances worth) {
        return new Figures(planned.facts())
                .goods("on hand", planned.facts().stock().onHand(), STOCK)
                .goods("sold at most", usable(planned, worth), planned.basis().method())
                .days("too much beyond", worth.overstockDays());
    }

    private static Figures staked(Figures figures, Money money, Tolerances worth) {
        Sourced<BigDecimal> least = worth.exceptionValue();
        return figures.cost().money(AT_STAKE, money, CALCULATION).money("told from", new Money(least.value(), money.currency()), least.source());
    }

    private static Optional<PlanException> unneededIncoming(Assessment.Planned planned, Tolerances worth) {
        SkuFacts facts = planned.facts();
        Quantity onHand = facts.stock().onHand();
        Quantity incoming = planned.supply().incoming();
        Quantity usable = usable(planned, worth);
        Quantity unneeded = onHand.plus(incoming).minus(usable).min(incoming);
        Money money = atCost(facts, unneeded);
        if (!unneeded.isPositive() || !worthALook(money, worth)) {
            return Optional.empty();
        }
        boolean all = unneeded.equals(incoming);
        List<SupplyProjection.Arrival> arrivals = planned.supply().arrivals().stream().filter(SupplyProjection.Arrival::confirmed).toList();
        String orders = arrivals.stream().map(SupplyProjection.Arrival::orderName).distinct().collect(Collectors.joining(", "));
        Figures figures = demanded(planned, worth).goods("on order", incoming, "purchase.order.line").goods("not needed", unneeded, CALCULATION);
        arrivals.forEach(figures::arriving);
        return Optional.of(exception(
                facts,
                all ? "cancel-incoming" : "reduce-incoming",
                money,
                staked(figures, money, worth),
                Wording.quantity(unneeded), Wording.quantity(incoming), Wording.words(orders), Wording.days(worth.overstockDays().value()), Wording.quantity(usable),
                Wording.quantity(onHand)));
    }

    private static Optional<PlanException> overstock(Assessment.Planned planned, Tolerances worth) {
        SkuFacts facts = planned.facts();
        Quantity usable = usable(planned, worth);
        Quantity over = facts.stock().onHand().minus(usable);
        Money money = atCost(facts, over);
        return over.isPositive() && worthALook(money, worth)
                ? Optional.of(exception(
                        facts,
                        "overstock",
                        money,
                        staked(demanded(planned, worth).goods("not needed", over, CALCULATION), money, worth),
                        Wording.quantity(facts.stock().onHand()), Wording.quantity(usable), Wording.days(worth.overstockDays().value()), Wording.quantity(over)))
                : Optional.empty();
    }

    /** Money at stake is what would have been sold in the gap. A gap of a day or two comes and goes with every plan, and is left alone. */
    private static Optional<PlanException> expedite(Assessment.Planned planned, Tolerances worth) {
        LocalDate empty = planned.runsOutOn();
        if (empty == null) {
            return Optional.empty();
        }
        return planned.supply().arrivals().stream()
                .filter(arrival -> arrival.confirmed() && ChronoUnit.DAYS.between(empty, arrival.on()) >= worth.expediteDays().value())
                .findFirst()
                .flatMap(arrival -> expedite(planned, worth, empty, arrival));
    }

    private static Optional<PlanException> expedite(Assessment.Planned planned, Tolerances worth, LocalDate empty, SupplyProjection.Arrival arrival) {
        SkuFacts facts = planned.facts();
        double missed = planned.daily() * Math.min(ChronoUnit.DAYS.between(empty, arrival.on()), planned.protectionDays());
        Money money = new Money(facts.product().listPrice(), facts.company().currency()).times(Quantity.of(missed));
        Sourced<BigDecimal> least = worth.exceptionValue();
        return worthALook(money, worth)
                ? Optional.of(exception(
                        facts,
                        "expedite",
                        money,
                        new Figures(facts)
                                .goods("on hand", facts.stock().onHand(), STOCK)
                                .day("supply lasts until", empty, planned.basis().method())
                                .arriving(arrival)
                                .days("worth a call from", worth.expediteDays())
                                .amount("unserved until then", missed, planned.basis().method())
                                .listPrice()
                                .money(AT_STAKE, money, CALCULATION)
                                .money("told from", new Money(least.value(), money.currency()), least.source()),
                        day(empty, facts), Wording.words(arrival.orderName()), Wording.quantity(arrival.quantity()), day(arrival.on(), facts), Wording.amount(missed)))
                : Optional.empty();
    }

    private static Optional<PlanException> postpone(Assessment.Planned planned, Tolerances worth) {
        SkuFacts facts = planned.facts();
        double daily = planned.daily();
        Quantity stock = facts.stock().onHand();
        for (SupplyProjection.Arrival arrival : planned.supply().arrivals()) {
            double lasts = daily > 0 ? stock.toDouble() / daily : Double.POSITIVE_INFINITY;
            int early = Math.toIntExact(
                    (long) Math.min(lasts, worth.overstockDays().value()) - ChronoUnit.DAYS.between(facts.today(), arrival.on()) - planned.protectionDays());
            Money money = atCost(facts, arrival.quantity());
            if (arrival.confirmed() && early >= worth.postponeDays().value() && worthALook(money, worth)) {
                Figures figures = new Figures(facts)
                        .goods("on hand", facts.stock().onHand(), STOCK)
                        .goods("in stock without them", stock, CALCULATION)
                        .arriving(arrival)
                        .amount("a week", WEEK * daily, planned.basis().method())
                        .days("too early by", early, CALCULATION)
                        .days("worth a call from", worth.postponeDays());
                return Optional.of(exception(
                        facts,
                        "postpone",
                        money,
                        staked(figures, money, worth),
                        Wording.words(arrival.orderName()), Wording.quantity(arrival.quantity()), day(arrival.on(), facts), Wording.days(early), Wording.quantity(stock)));
            }
            stock = stock.plus(arrival.quantity());
        }
        return Optional.empty();
    }

    /** Of what is about to be ordered: against the price of its last order from the same vendor. */
    private static Optional<PlanException> priceRise(Assessment.Planned planned, Tolerances worth) {
        PurchaseLine last = planned.facts().newestLine();
        if (last == null || last.unitPrice() == null || last.unitPrice().signum() <= 0 || !planned.quantity().isPositive()
                || last.vendorId() != planned.offer().vendor().id() || !last.currency().equals(planned.offer().price().currency())) {
            return Optional.empty();
        }
        BigDecimal rise = planned.unitPrice().subtract(last.unitPrice());
        BigDecimal share = rise.divide(last.unitPrice(), TENTHS_OF_PERCENT, RoundingMode.HALF_UP);
        if (rise.signum() <= 0 || share.compareTo(worth.priceRise().value()) < 0) {
            return Optional.empty();
        }
        Money ordered = ProposedLines.companyValue(planned, planned.quantity());
        Money more = ordered == null ? null : new Money(ordered.amount().multiply(rise.divide(planned.unitPrice(), MathContext.DECIMAL64)), ordered.currency());
        Figures figures = new Figures(planned.facts())
                .price("price", planned.unitPrice(), last.currency(), planned.offer().source())
                .price("price paid", last.unitPrice(), last.currency(), "purchase.order.line " + last.id())
                .ordered(last, LocalDate.ofInstant(last.createdAt(), ZoneOffset.UTC))
                .share("rise", share, CALCULATION)
                .share("told from", worth.priceRise().value(), worth.priceRise().source())
                .goods("to be ordered", planned.quantity(), CALCULATION)
                .money(AT_STAKE, more, CALCULATION);
        return Optional.of(exception(
                planned.facts(),
                "price-rise",
                more,
                figures,
                Wording.price(planned.unitPrice()), Wording.words(last.currency()), Wording.share(share.doubleValue()), Wording.price(last.unitPrice()),
                Wording.words(last.orderName()), Wording.words(planned.offer().vendor().name())));
    }

    static Money atCost(SkuFacts facts, Quantity quantity) {
        return new Money(facts.product().cost(), facts.company().currency()).times(quantity);
    }

    private static boolean worthALook(Money money, Tolerances worth) {
        return money.amount().compareTo(worth.exceptionValue().value()) >= 0;
    }

    private static void forgotten(Assessment.Planned planned, Tolerances worth, List<PlanException> advice) {
        SkuFacts facts = planned.facts();
        for (SupplyProjection.Arrival arrival : planned.supply().apart()) {
            if (arrival.confirmed()) {
                int late = Math.toIntExact(ChronoUnit.DAYS.between(arrival.promised(), facts.today()));
                String source = "purchase.order " + arrival.orderId();
                Money money = atCost(facts, arrival.quantity());
                advice.add(exception(
                        facts,
                        "receipt-forgotten",
                        money,
                        new Figures(facts)
                                .goods("not counted", arrival.quantity(), source)
                                .day("promised for", arrival.promised(), source)
                                .days("late by", late, CALCULATION)
                                .days("told from", worth.forgottenDays())
                                .cost()
                                .money(AT_STAKE, money, CALCULATION),
                        Wording.words(arrival.orderName()), Wording.quantity(arrival.quantity()), day(arrival.promised(), facts), Wording.days(late)));
            }
        }
    }
}
