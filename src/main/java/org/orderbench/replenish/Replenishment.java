package org.orderbench.replenish;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Receipt;
import org.orderbench.catalog.ReorderingRule;
import org.orderbench.forecast.DemandDistribution;
import org.orderbench.forecast.Forecast;

/**
 * Decides how much of one SKU to buy from whom, and says why. The order of the rules is the order of {@link QuantityRules}. Pure: the same facts,
 * forecast and settings give the same answer. Safe for any thread.
 */
public final class Replenishment {

    private final ReplenishmentSettings settings;
    private final PolicyIndex index;
    private final Tolerances.Book tolerances;

    public Replenishment(ReplenishmentSettings settings) {
        this.settings = settings;
        this.index = new PolicyIndex(settings.overrides());
        this.tolerances = new Tolerances.Book(settings);
    }

    public Assessment assess(SkuFacts facts, ForecastFunction forecasts, ValueClass value) {
        return assess(facts, forecasts, value, 1);
    }

    /** @param demandFactor 1, or for a what-if how much stronger demand is than forecast */
    public Assessment assess(SkuFacts facts, ForecastFunction forecasts, ValueClass value, double demandFactor) {
        Assessment.LeftOut excluded = Exclusions.of(facts, settings.ruleMode());
        if (excluded != null) {
            return excluded;
        }
        SupplierChoice choice = SupplierChoice.of(facts);
        SupplierChoice.Missing missing = choice.missing();
        if (missing != null) {
            return new Assessment.LeftOut(facts, missing.reason(), missing.figures(), missing.said());
        }
        Offer first = choice.first();
        SkuPolicy policy = policy(facts, value, first, Forecastability.Y);
        DeliveryCalendar calendar = settings.calendar(first.vendor().id());
        LeadTime promise = leadTime(facts, first, policy.leadTimeDays());
        LocalDate next = calendar.orderAfter(calendar.orderDay(facts.today()), policy.reviewDays().value());
        Forecast forecast = forecasts.forecast(Protection.of(promise, calendar, facts.today(), next).planned());
        Optional<DemandBasis> basis = DemandBasis.of(facts, forecast).map(found -> demandFactor == 1 ? found : found.times(demandFactor));
        if (basis.isEmpty()) {
            String why = forecast instanceof Forecast.Unavailable unavailable ? unavailable.reason() : "too little was sold";
            return Assessment.LeftOut.of(facts, "no-demand", Wording.term(why));
        }
        return plan(facts, forecast, basis.get(), value, choice, first);
    }

    private Assessment plan(SkuFacts facts, Forecast forecast, DemandBasis basis, ValueClass value, SupplierChoice choice, Offer first) {
        Need need = need(facts, basis, value, first);
        // Odoo passes over a vendor whose every row asks for more than is needed.
        Offer offer = choice.select(need.cycled()).orElse(first);
        if (offer.vendor().id() != first.vendor().id()) {
            need = need(facts, basis, value, offer);
        }
        Assessment.LeftOut waiting = untilOrderDay(facts, offer, need);
        if (!offer.hasPrice()) {
            return Assessment.LeftOut.of(facts, "no-price", Wording.words(offer.vendor().name()));
        }
        Assessment.LeftOut drafted = inLateDraft(facts, need);
        if (waiting != null) {
            return waiting;
        }
        return drafted != null ? drafted : new Ordering(settings, facts, forecast, basis, choice, offer.vendor().id(), need).planned();
    }

    /** What can wait for the vendor's order day does. */
    private static Assessment.@Nullable LeftOut untilOrderDay(SkuFacts facts, Offer offer, Need need) {
        if (need.placed().equals(facts.today()) || !need.cycled().isPositive()) {
            return null;
        }
        return new Assessment.LeftOut(
                facts, "waits-for-order-day",
                List.of(
                        goods(facts, "to be ordered", need.cycled(), "calculation"),
                        new Explanation.Figure("next order day", need.placed().toString(), "", "set for vendor " + offer.vendor().name())),
                List.of(Wording.phrase(
                        "left.waits-for-order-day", Wording.quantity(need.cycled()), Wording.day(need.placed(), facts.today()), Wording.words(offer.vendor().name()))));
    }

    /**
     * A draft that holds all that is needed and comes too late to count is for the buyer to confirm, hasten or delete: a second order beside it, at a
     * faster vendor say, would buy one shortage twice.
     */
    private static Assessment.@Nullable LeftOut inLateDraft(SkuFacts facts, Need need) {
        List<SupplyProjection.Arrival> late = need.supply().draftsAfter(need.protection().planned());
        Quantity held = late.stream().map(SupplyProjection.Arrival::quantity).reduce(Quantity.ZERO, Quantity::plus);
        if (!need.bounded().isPositive() || held.compareTo(need.bounded()) < 0) {
            return null;
        }
        SupplyProjection.Arrival first = late.getFirst();
        return new Assessment.LeftOut(
                facts, "draft-open",
                List.of(
                        goods(facts, "needed", need.bounded(), "calculation"), goods(facts, "drafted", held, "purchase.order " + first.orderId()),
                        new Explanation.Figure("arriving on", first.on().toString(), "", "purchase.order " + first.orderId())),
                List.of(Wording.phrase(
                        "left.draft-open", Wording.quantity(need.bounded()), Wording.words(first.orderName()), Wording.quantity(held), Wording.day(first.on(), facts.today()))));
    }

    private static Explanation.Figure goods(SkuFacts facts, String name, Quantity quantity, String source) {
        return new Explanation.Figure(name, quantity.toString(), facts.product().unit().name(), source);
    }

    private SkuPolicy policy(SkuFacts facts, ValueClass value, Offer offer, Forecastability forecastability) {
        return SkuPolicy.of(settings, index, facts.sku(), facts.product(), offer.vendor().id(), value, forecastability);
    }

    /** What is placed on the vendor's next order day; today, out of turn, where stock would run out before that arrives and today's order is earlier. */
    private Need need(SkuFacts facts, DemandBasis basis, ValueClass value, Offer offer) {
        DeliveryCalendar calendar = settings.calendar(offer.vendor().id());
        LocalDate orderDay = calendar.orderDay(facts.today());
        Need inTurn = need(facts, basis, value, offer, calendar, orderDay);
        LocalDate empty = inTurn.crossings().emptyOn();
        if (orderDay.equals(facts.today()) || empty == null || !empty.isBefore(inTurn.arrival())) {
            return inTurn;
        }
        Need today = need(facts, basis, value, offer, calendar, facts.today());
        return today.lead().planned() < inTurn.lead().planned() ? today : inTurn;
    }

    private Need need(SkuFacts facts, DemandBasis basis, ValueClass value, Offer offer, DeliveryCalendar calendar, LocalDate placed) {
        DemandDistribution demand = basis.demand();
        SkuPolicy guess = policy(facts, value, offer, Forecastability.Y);
        LeadTime promise = leadTime(facts, offer, guess.leadTimeDays());
        LeadTime lead = promise.through(calendar, facts.today(), placed);
        LocalDate next = calendar.orderAfter(placed, guess.reviewDays().value());
        Protection protection = Protection.of(promise, calendar, facts.today(), next);
        int cover = protection.planned();
        SkuPolicy policy = policy(facts, value, offer, Forecastability.of(demand, cover, settings.classLimits()));
        Supply supply = Supply.of(
                facts, settings.countDrafts(), tolerances.of(facts, offer).forgottenDays().value(), lead.planned(), promise.high() - promise.promised());
        double beyond = StockPath.committedBeyond(supply, demand, cover)[cover];
        double toCover = beyond + DemandToCover.quantile(demand, protection, policy.serviceLevel().value());
        double mean = beyond + DemandToCover.mean(demand, protection);
        Quantity counted = supply.by(cover);
        OrderStep step = OrderStep.of(facts, offer, multiple(facts));
        Quantity countedIn = OrderStep.countedIn(facts, facts.product().unit());
        Quantity pure = QuantityRules.serviceLevel(toCover, counted, countedIn);
        Quantity bounded = pure;
        ReorderingRule rule = facts.rule();
        if (rule != null && settings.ruleMode() == RuleMode.RULE_BOUNDS) {
            bounded = QuantityRules.ruleMinimum(pure, counted.toDouble() - mean, rule.minimum(), rule.maximum());
        }
        double cycle = StockPath.meanAt(demand, lead.planned() + (double) policy.cycleDays().value()) - StockPath.meanAt(demand, lead.planned());
        double unserved = DemandToCover.beyond(demand, protection, Math.max(0, counted.toDouble() - beyond));
        return new Need(
                facts.today(), policy, calendar, placed, next, lead, protection, unserved, supply, toCover, mean, beyond, counted, step, pure, bounded, QuantityRules.orderCycle(bounded, cycle, countedIn),
                StockPath.crossings(demand, supply, Math.max(0, toCover - mean)));
    }

    /**
     * What was found before the vendor's own terms are applied.
     *
     * @param placed   when the order is placed
     * @param next     when the vendor is ordered from after that
     * @param lead     from today to the shelf, for an order placed on {@code placed}
     * @param unserved demand that is expected to go unserved until the next order's goods are there, if nothing is ordered
     */
    record Need(
            LocalDate today,
            SkuPolicy policy,
            DeliveryCalendar calendar,
            LocalDate placed,
            LocalDate next,
            LeadTime lead,
            Protection protection,
            double unserved,
            Supply supply,
            double demandToCover,
            double meanToCover,
            double committedBeyond,
            Quantity supplyToCover,
            OrderStep step,
            Quantity pure,
            Quantity bounded,
            Quantity cycled,
            StockPath.Crossings crossings) {

        /** When what is ordered now is on the shelf. */
        LocalDate arrival() {
            return today.plusDays(lead.planned());
        }

        /** When what is ordered the next time is: what is ordered now must last until then. */
        LocalDate until() {
            return today.plusDays(protection.planned());
        }
    }

    private static LeadTime leadTime(SkuFacts facts, Offer offer, @Nullable Sourced<Integer> fixed) {
        if (fixed != null) {
            return LeadTime.fixed(fixed.value(), fixed.source());
        }
        List<Receipt> receipts = facts.receipts().stream().filter(receipt -> receipt.vendorId() == offer.vendor().id()).toList();
        return LeadTime.of(offer.price().delayDays(), facts.company().leadDays(), facts.sku().productId(), receipts, facts.today());
    }

    private Quantity multiple(SkuFacts facts) {
        ReorderingRule rule = facts.rule();
        return rule == null || settings.ruleMode() == RuleMode.IGNORED ? Quantity.ZERO : rule.multiple();
    }
}
