package org.orderbench.replenish;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.ReorderingRule;
import org.orderbench.replenish.Explanation.Figure;
import org.orderbench.replenish.Explanation.Step;

/** Writes the explanation: one method a step, every figure of a sentence also a figure of the step. Used once. */
final class Reasons {

    private static final String CALCULATION = "calculation";

    private final SkuFacts facts;
    private final String unit;
    private final LocalDate today;
    private final List<Step> steps = new ArrayList<>();

    Reasons(SkuFacts facts) {
        this.facts = facts;
        this.unit = facts.product().unit().name();
        this.today = facts.today();
    }

    Explanation explanation() {
        return new Explanation(steps);
    }

    String last() {
        return steps.getLast().text();
    }

    void headline(DemandBasis basis, Replenishment.Need need, Quantity quantity) {
        LeadTime lead = need.lead();
        LocalDate arrival = need.arrival();
        LocalDate until = need.until();
        LocalDate empty = need.crossings().emptyOn();
        LocalDate shortOn = need.crossings().shortOn();
        String supply = Words.exact(need.supplyToCover());
        List<Figure> figures = new ArrayList<>(List.of(
                goods("supply until " + until, need.supplyToCover(), "stock.quant, purchase.order.line"),
                days("lead time", lead.planned(), lead.source()),
                date("arrival if ordered today", arrival, CALCULATION)));
        String text;
        if (need.cycled().isZero()) {
            figures.add(number("needed until " + until, need.demandToCover(), basis.method()));
            text = "Supply of " + supply + " covers the " + Words.amount(need.demandToCover()) + " needed until " + Words.day(until, today)
                    + ": nothing to order.";
        } else if (empty != null && !empty.isAfter(today)) {
            text = (need.supply().available().isPositive() ? "Stock of " + Words.exact(need.supply().available()) + " is all promised" : "Out of stock")
                    + "; an order placed today arrives " + arrives(arrival, lead) + ".";
            figures.add(goods("on hand", need.supply().onHand(), "stock.quant"));
        } else if (empty != null && empty.isAfter(arrival) && need.demandToCover() > need.supplyToCover().toDouble()) {
            text = "Supply of " + supply + " lasts until " + Words.day(empty, today) + " on average, but demand may reach "
                    + Words.amount(need.demandToCover()) + " by " + Words.day(until, today) + "; an order placed today arrives " + arrives(arrival, lead) + ".";
            figures.add(date("supply lasts until", empty, basis.method()));
            figures.add(number("needed until " + until, need.demandToCover(), basis.method()));
        } else if (empty != null) {
            text = "Supply of " + supply + " lasts until " + Words.day(empty, today) + "; an order placed today arrives " + arrives(arrival, lead) + ".";
            figures.add(date("supply lasts until", empty, basis.method()));
        } else {
            text = "Supply of " + supply + " is less than the " + Words.amount(need.demandToCover()) + " to be kept until " + Words.day(until, today)
                    + "; an order placed today arrives " + arrives(arrival, lead) + ".";
            figures.add(number("needed until " + until, need.demandToCover(), basis.method()));
        }
        if (shortOn != null) {
            figures.add(date("below safety level from", shortOn, CALCULATION));
        }
        steps.add(new Step(quantity.isZero() ? "enough" : "shortage", text, null, null, figures));
    }

    private String arrives(LocalDate arrival, LeadTime lead) {
        return Words.day(arrival, today) + " (" + Words.days(lead.planned()) + ")";
    }

    void supply(Supply supply, Replenishment.Need need) {
        List<Figure> figures = new ArrayList<>();
        StringBuilder text = new StringBuilder("On hand " + Words.exact(supply.onHand()));
        figures.add(goods("on hand", supply.onHand(), "stock.quant"));
        if (supply.reservedElsewhere().isPositive()) {
            text.append(", ").append(Words.exact(supply.reservedElsewhere())).append(" of it reserved for other uses");
            figures.add(goods("reserved for other uses", supply.reservedElsewhere(), "stock.quant"));
        }
        for (SupplyProjection.Arrival arrival : supply.arrivals()) {
            text.append("; ").append(Words.exact(arrival.quantity())).append(arrival.confirmed() ? " from " : " in draft ").append(arrival.orderName())
                    .append(" on ").append(Words.day(arrival.on(), today));
            if (arrival.late()) {
                text.append(" (promised ").append(Words.day(arrival.promised(), today)).append(", late)");
            }
            if (arrival.on().isAfter(need.until())) {
                text.append(", too late to count");
            }
            figures.add(goods("arriving " + arrival.on(), arrival.quantity(), "purchase.order " + arrival.orderId()));
        }
        for (SupplyProjection.Arrival arrival : supply.apart()) {
            text.append("; not counted: ").append(Words.exact(arrival.quantity())).append(arrival.confirmed() ? " from " : " in draft ").append(arrival.orderName())
                    .append(", promised ").append(Words.day(arrival.promised(), today));
            figures.add(goods("not counted", arrival.quantity(), "purchase.order " + arrival.orderId()));
        }
        steps.add(new Step("supply", text.append('.').toString(), null, null, figures));
        if (need.committedBeyond() >= 1) {
            steps.add(new Step(
                    "promises",
                    "Customers are promised " + Words.amount(need.committedBeyond()) + " more than the forecast expects: added to demand.",
                    null,
                    null,
                    List.of(number("promised beyond the forecast", need.committedBeyond(), "stock.move"))));
        }
    }

    void demand(DemandBasis basis, Replenishment.Need need) {
        double weekly = basis.demand().mean(7);
        String text = "Demand is expected at " + Words.amount(weekly) + " a week (" + basis.method() + ").";
        if (!basis.remarks().isEmpty()) {
            text = text + " " + String.join(" ", basis.remarks());
        }
        steps.add(new Step(
                basis.fallback() ? "no-forecast" : "forecast",
                text,
                null,
                null,
                List.of(
                        number("a week", weekly, basis.method()),
                        number("until " + need.until(), need.meanToCover(), basis.method()),
                        new Figure("class", need.policy().policyClass(), "", "ABC/XYZ"))));
    }

    void leadTime(LeadTime lead, SkuPolicy policy, Offer offer) {
        String text = lead.observed() == 0
                ? "Lead time " + Words.days(lead.planned()) + " (" + lead.source() + ")"
                : "Promised " + Words.days(lead.promised()) + "; " + lead.observed() + " receipts say " + lead.low() + " to " + lead.high() + ": planned with "
                        + Words.days(lead.planned());
        steps.add(new Step(
                "lead-time",
                text + ", reviewed every " + Words.days(policy.reviewDays().value()) + ".",
                null,
                null,
                List.of(
                        days("promised", lead.promised(), offer.source()),
                        days("planned lead time", lead.planned(), lead.source()),
                        days("one in ten within", lead.low(), lead.source()),
                        days("nine in ten within", lead.high(), lead.source()),
                        days("review period", policy.reviewDays().value(), policy.reviewDays().source()))));
    }

    /** A holiday on the way of this order or of the next one; and an order out of turn. */
    void calendar(Replenishment.Need need, Offer offer) {
        String vendor = offer.vendor().name();
        if (!need.calendar().orderDay(today).equals(need.placed())) {
            LocalDate turn = need.calendar().orderDay(today);
            steps.add(new Step(
                    "order-day",
                    "Out of turn: the next order day of " + vendor + " is " + Words.day(turn, today) + ", and stock would run out before that order is there.",
                    null,
                    null,
                    List.of(date("next order day", turn, "set for vendor " + vendor))));
        }
        need.calendar().closingWithin(need.placed(), need.until()).ifPresent(closing -> steps.add(new Step(
                "vendor-closed",
                vendor + " is closed from " + Words.day(closing.from(), today) + " to " + Words.day(closing.to(), today)
                        + (closing.reason().isEmpty() ? "" : " (" + closing.reason() + ")") + ": an order placed next on " + Words.day(need.next(), today)
                        + " is there on " + Words.day(need.until(), today) + ", and this one must last until then.",
                null,
                null,
                List.of(
                        date("closed from", closing.from(), "set for vendor " + vendor),
                        date("closed to", closing.to(), "set for vendor " + vendor),
                        date("next order", need.next(), CALCULATION),
                        date("next order there", need.until(), CALCULATION)))));
    }

    void supplier(Offer offer, List<Offer> alternatives, Replenishment.Need need) {
        String currency = offer.price().currency();
        List<Figure> figures = new ArrayList<>();
        figures.add(price("price", offer));
        String text = offer.vendor().name() + " at " + Words.price(offer.unitPrice()) + " " + currency + " each, as Odoo would choose.";
        if (!alternatives.isEmpty()) {
            Offer other = alternatives.getFirst();
            int otherDays = other.price().delayDays() + facts.company().leadDays();
            text = text + " Also: " + other.vendor().name() + " at " + Words.price(other.unitPrice()) + " " + other.price().currency() + ", promised in "
                    + Words.days(otherDays) + ".";
            figures.add(price("other price", other));
            figures.add(days("other lead time", otherDays, other.source()));
        }
        LocalDate empty = need.crossings().emptyOn();
        boolean late = empty != null && empty.isBefore(today.plusDays(need.lead().planned()));
        steps.add(new Step(late && !alternatives.isEmpty() ? "supplier-late" : "supplier", text, null, null, figures));
    }

    void serviceLevel(Replenishment.Need need) {
        SkuPolicy policy = need.policy();
        String text = "To last through " + Words.day(need.until(), today) + " in " + Words.percent(policy.serviceLevel().value()) + " of cases takes "
                + Words.amount(need.demandToCover()) + "; supply is " + Words.exact(need.supplyToCover()) + "."
                + (need.unserved() >= 1 ? " Without an order about " + Words.amount(need.unserved()) + " would go unserved until then." : "");
        steps.add(new Step(
                "service-level",
                text,
                BigDecimal.ZERO,
                need.pure().value(),
                List.of(
                        new Figure("service level", Words.percent(policy.serviceLevel().value()), "", policy.serviceLevel().source()),
                        number("demand to cover", need.demandToCover(), "forecast, lead time"),
                        number("of it safety", Math.max(0, need.demandToCover() - need.meanToCover()), "forecast, lead time"),
                        goods("supply", need.supplyToCover(), "stock.quant, purchase.order.line"),
                        number("unserved without an order", need.unserved(), "forecast, lead time"))));
    }

    void reorderingRule(@Nullable ReorderingRule rule, RuleMode mode, Replenishment.Need need) {
        if (rule == null) {
            return;
        }
        List<Figure> figures = List.of(
                goods("rule minimum", rule.minimum(), "stock.warehouse.orderpoint " + rule.id()),
                goods("rule maximum", rule.maximum(), "stock.warehouse.orderpoint " + rule.id()));
        String levels = "Odoo's rule says " + Words.exact(rule.minimum()) + " to " + Words.exact(rule.maximum());
        if (!need.bounded().equals(need.pure())) {
            steps.add(new Step("reordering-rule", levels + ": ordered up to it.", need.pure().value(), need.bounded().value(), figures));
        } else {
            String held = mode == RuleMode.RULE_BOUNDS ? "; the forecast asks for no less." : "; the forecast decides (a setting).";
            steps.add(new Step("reordering-rule", levels + held, null, null, figures));
        }
    }

    void orderCycle(Replenishment.Need need) {
        if (!need.cycled().equals(need.bounded())) {
            int days = need.policy().cycleDays().value();
            steps.add(new Step(
                    "order-cycle",
                    "Covers " + Words.days(days) + " more of demand, so that it isn't ordered again at once.",
                    need.bounded().value(),
                    need.cycled().value(),
                    List.of(days("order cycle", days, need.policy().cycleDays().source()))));
        }
    }

    void minimum(Quantity before, Quantity after, Offer smallest) {
        if (!after.equals(before)) {
            steps.add(new Step(
                    "supplier-minimum",
                    smallest.vendor().name() + " sells no less than " + Words.exact(smallest.minimum()) + ".",
                    before.value(),
                    after.value(),
                    List.of(goods("minimum", smallest.minimum(), smallest.source()))));
        }
    }

    void packs(Quantity before, Quantity after, OrderStep step) {
        if (!after.equals(before)) {
            String size = step.name().equals(unit) ? "whole " + unit : step.name() + " (" + Words.exact(step.size()) + ")";
            steps.add(new Step(
                    "whole-packs", "Rounded up to " + size + ".", before.value(), after.value(), List.of(goods("order step", step.size(), step.source()))));
        }
    }

    void priceBreak(Quantity before, QuantityRules.Break found, double holdingRate) {
        String currency = found.offer().price().currency();
        steps.add(new Step(
                "price-break",
                "From " + Words.exact(found.offer().minimum()) + " the price is " + Words.price(found.offer().unitPrice()) + " " + currency + ": saves "
                        + Words.price(found.saving()) + ", costs " + Words.price(found.holding()) + " to hold.",
                before.value(),
                found.quantity().value(),
                List.of(
                        price("better price", found.offer()),
                        new Figure("saving", found.saving().toPlainString(), currency, CALCULATION),
                        new Figure("holding cost", found.holding().toPlainString(), currency, "policy: " + Words.percent(holdingRate) + " a year"))));
    }

    void cap(Quantity before, Quantity after, Ordering.Room room, Quantity minimum) {
        String cap = switch (room.rule()) {
            case "shelf-life" -> "Within its shelf life " + Words.exact(room.cap()) + " will be sold";
            case "rule-maximum" -> "Odoo's rule allows at most " + Words.exact(room.cap());
            default -> "There is room for " + Words.exact(room.cap());
        };
        String text = cap + "; supply is " + Words.exact(room.supply()) + (after.isZero() ? ": no order of at least " + Words.exact(minimum) + " in whole packs fits." : ".");
        steps.add(new Step(
                room.rule(), text, before.value(), after.value(), List.of(goods("cap", room.cap(), room.source()), goods("supply", room.supply(), "stock.quant"))));
    }

    private Figure goods(String name, Quantity quantity, String source) {
        return new Figure(name, quantity.toString(), unit, source);
    }

    private Figure number(String name, double value, String source) {
        return new Figure(name, Words.amount(value), unit, source);
    }

    private Figure days(String name, int value, String source) {
        return new Figure(name, Integer.toString(value), "days", source);
    }

    private Figure date(String name, LocalDate day, String source) {
        return new Figure(name, day.toString(), "", source + (ChronoUnit.DAYS.between(today, day) < 0 ? " (past)" : ""));
    }

    private Figure price(String name, Offer offer) {
        return new Figure(name, offer.unitPrice().toPlainString(), offer.price().currency() + " per " + unit, offer.source());
    }
}
