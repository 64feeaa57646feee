package org.orderbench.replenish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.ReorderingRule;
import org.orderbench.replenish.Explanation.Figure;
import org.orderbench.replenish.Explanation.Phrase;
import org.orderbench.replenish.Explanation.Step;
import org.orderbench.replenish.Explanation.Value;

/** Writes the explanation: one method a step, every figure of a sentence also a figure of the step, the words from {@link Wording}. Used once. */
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

    Step last() {
        return steps.getLast();
    }

    void headline(DemandBasis basis, Replenishment.Need need, Quantity quantity) {
        LeadTime lead = need.lead();
        LocalDate arrival = need.arrival();
        LocalDate empty = need.crossings().emptyOn();
        LocalDate shortOn = need.crossings().shortOn();
        Value supply = Wording.quantity(need.supplyToCover());
        Value until = day(need.until());
        List<Figure> figures = new ArrayList<>(List.of(
                goods("supply until then", need.supplyToCover(), "stock.quant, purchase.order.line"),
                date("the next order is there", need.until(), CALCULATION),
                days("lead time", lead.planned(), lead.source()),
                date("arrival if ordered today", arrival, CALCULATION)));
        List<Phrase> said = new ArrayList<>();
        if (need.cycled().isZero()) {
            figures.add(number("needed until then", need.demandToCover(), basis.method()));
            said.add(Wording.phrase("headline.covered", supply, Wording.amount(need.demandToCover()), until));
        } else {
            if (empty != null && !empty.isAfter(today)) {
                Quantity available = need.supply().available();
                said.add(available.isPositive() ? Wording.phrase("headline.promised", Wording.quantity(available)) : Wording.phrase("headline.out"));
                figures.add(goods("on hand", need.supply().onHand(), "stock.quant"));
                figures.add(goods("available", available, "stock.quant"));
            } else if (empty != null && empty.isAfter(arrival) && need.demandToCover() > need.supplyToCover().toDouble()) {
                said.add(Wording.phrase("headline.may-reach", supply, day(empty), Wording.amount(need.demandToCover()), until));
                figures.add(date("supply lasts until", empty, basis.method()));
                figures.add(number("needed until then", need.demandToCover(), basis.method()));
            } else if (empty != null) {
                said.add(Wording.phrase("headline.lasts", supply, day(empty)));
                figures.add(date("supply lasts until", empty, basis.method()));
            } else {
                said.add(Wording.phrase("headline.below", supply, Wording.amount(need.demandToCover()), until));
                figures.add(number("needed until then", need.demandToCover(), basis.method()));
            }
            said.add(Wording.phrase("headline.arrives", day(arrival), Wording.days(lead.planned())));
        }
        if (shortOn != null) {
            figures.add(date("below safety level from", shortOn, CALCULATION));
        }
        add(quantity.isZero() ? "enough" : "shortage", null, null, figures, said);
    }

    private static String arriving(SupplyProjection.Arrival arrival) {
        return switch (arrival.standing()) {
            case CONFIRMED -> "supply.arriving";
            case TO_APPROVE -> "supply.to-approve";
            case DRAFT -> "supply.drafted";
        };
    }

    private Value day(LocalDate day) {
        return Wording.day(day, today);
    }

    private void add(String rule, @Nullable BigDecimal before, @Nullable BigDecimal after, List<Figure> figures, List<Phrase> said) {
        steps.add(Step.said(rule, before, after, figures, said));
    }

    void supply(Supply supply, Replenishment.Need need) {
        List<Figure> figures = new ArrayList<>();
        List<Phrase> said = new ArrayList<>(List.of(Wording.phrase("supply.on-hand", Wording.quantity(supply.onHand()))));
        figures.add(goods("on hand", supply.onHand(), "stock.quant"));
        if (supply.reservedElsewhere().isPositive()) {
            said.add(Wording.phrase("supply.reserved", Wording.quantity(supply.reservedElsewhere())));
            figures.add(goods("reserved for other uses", supply.reservedElsewhere(), "stock.quant"));
        }
        for (SupplyProjection.Arrival arrival : supply.arrivals()) {
            String source = "purchase.order " + arrival.orderId();
            said.add(Wording.phrase(
                    arriving(arrival), Wording.quantity(arrival.quantity()), Wording.words(arrival.orderName()), day(arrival.on())));
            figures.add(goods("arriving", arrival.quantity(), source));
            figures.add(date("arriving on", arrival.on(), source));
            if (arrival.late()) {
                said.add(Wording.phrase("supply.late", day(arrival.promised())));
                figures.add(date("promised for", arrival.promised(), source));
            }
            if (arrival.on().isAfter(need.until())) {
                said.add(Wording.phrase("supply.too-late"));
            }
        }
        for (SupplyProjection.Arrival arrival : supply.apart()) {
            String source = "purchase.order " + arrival.orderId();
            said.add(Wording.phrase(
                    arrival.confirmed() ? "supply.apart" : "supply.apart-draft", Wording.quantity(arrival.quantity()), Wording.words(arrival.orderName()),
                    day(arrival.promised())));
            figures.add(goods("not counted", arrival.quantity(), source));
            figures.add(date("promised for", arrival.promised(), source));
        }
        said.add(Wording.phrase("end"));
        add("supply", null, null, figures, said);
        if (need.committedBeyond() >= 1) {
            add(
                    "promises", null, null, List.of(number("promised beyond the forecast", need.committedBeyond(), "stock.move")),
                    List.of(Wording.phrase("promises", Wording.amount(need.committedBeyond()))));
        }
    }

    void demand(DemandBasis basis, Replenishment.Need need) {
        double weekly = basis.demand().mean(7);
        List<Phrase> said = new ArrayList<>(List.of(Wording.phrase("demand.weekly", Wording.amount(weekly), Wording.term(basis.method()))));
        basis.remarks().forEach(remark -> said.add(Wording.phrase("remark", Wording.term(remark))));
        add(
                basis.fallback() ? "no-forecast" : "forecast",
                null,
                null,
                List.of(
                        number("a week", weekly, basis.method()),
                        number("expected until then", need.meanToCover(), basis.method()),
                        date("the next order is there", need.until(), CALCULATION),
                        new Figure("class", need.policy().policyClass(), "", "ABC/XYZ")),
                said);
    }

    void leadTime(LeadTime lead, SkuPolicy policy, Offer offer) {
        Phrase first = lead.observed() == 0
                ? Wording.phrase("lead.promise", Wording.days(lead.planned()), Wording.term(lead.source()))
                : Wording.phrase(
                        "lead.observed", Wording.days(lead.promised()), Wording.days(lead.observed()), Wording.days(lead.low()), Wording.days(lead.high()),
                        Wording.days(lead.planned()));
        List<Figure> figures = new ArrayList<>(List.of(
                days("promised", lead.promised(), offer.source()),
                days("planned lead time", lead.planned(), lead.source()),
                days("one in ten within", lead.low(), lead.source()),
                days("nine in ten within", lead.high(), lead.source()),
                days("review period", policy.reviewDays().value(), policy.reviewDays().source())));
        if (lead.observed() > 0) {
            figures.add(new Figure("receipts", Integer.toString(lead.observed()), "", "stock.move"));
        }
        add("lead-time", null, null, figures, List.of(first, Wording.phrase("lead.review", Wording.days(policy.reviewDays().value()))));
    }

    /** A holiday on the way of this order or of the next one; and an order out of turn. */
    void calendar(Replenishment.Need need, Offer offer) {
        String vendor = offer.vendor().name();
        if (!need.calendar().orderDay(today).equals(need.placed())) {
            LocalDate turn = need.calendar().orderDay(today);
            add(
                    "order-day", null, null, List.of(date("next order day", turn, "set for vendor " + vendor)),
                    List.of(Wording.phrase("order-day", Wording.words(vendor), day(turn))));
        }
        need.calendar().closingWithin(need.placed(), need.until()).ifPresent(closing -> {
            List<Phrase> said = new ArrayList<>(List.of(Wording.phrase("closed", Wording.words(vendor), day(closing.from()), day(closing.to()))));
            if (!closing.reason().isEmpty()) {
                said.add(Wording.phrase("closed.reason", Wording.words(closing.reason())));
            }
            said.add(Wording.phrase("closed.lasts", day(need.next()), day(need.until())));
            add(
                    "vendor-closed",
                    null,
                    null,
                    List.of(
                            date("closed from", closing.from(), "set for vendor " + vendor),
                            date("closed to", closing.to(), "set for vendor " + vendor),
                            date("next order", need.next(), CALCULATION),
                            date("the next order is there", need.until(), CALCULATION)),
                    said);
        });
    }

    void supplier(Offer offer, List<Offer> alternatives, Replenishment.Need need) {
        List<Figure> figures = new ArrayList<>();
        figures.add(price("price", offer));
        List<Phrase> said = new ArrayList<>(List.of(Wording.phrase(
                "supplier.chosen", Wording.words(offer.vendor().name()), Wording.price(offer.unitPrice()), Wording.words(offer.price().currency()))));
        if (!alternatives.isEmpty()) {
            Offer other = alternatives.getFirst();
            int otherDays = other.price().delayDays() + facts.company().leadDays();
            said.add(Wording.phrase(
                    "supplier.also", Wording.words(other.vendor().name()), Wording.price(other.unitPrice()), Wording.words(other.price().currency()),
                    Wording.days(otherDays)));
            figures.add(price("other price", other));
            figures.add(days("other lead time", otherDays, other.source()));
        }
        LocalDate empty = need.crossings().emptyOn();
        boolean late = empty != null && empty.isBefore(today.plusDays(need.lead().planned()));
        add(late && !alternatives.isEmpty() ? "supplier-late" : "supplier", null, null, figures, said);
    }

    void serviceLevel(Replenishment.Need need) {
        SkuPolicy policy = need.policy();
        double level = policy.serviceLevel().value();
        List<Phrase> said = new ArrayList<>(List.of(Wording.phrase(
                "service.takes", day(need.until()), Wording.share(level), Wording.amount(need.demandToCover()), Wording.quantity(need.supplyToCover()))));
        if (need.unserved() >= 1) {
            said.add(Wording.phrase("service.unserved", Wording.amount(need.unserved())));
        }
        add(
                "service-level",
                BigDecimal.ZERO,
                need.pure().value(),
                List.of(
                        new Figure("service level", Words.percent(level), "", policy.serviceLevel().source()),
                        date("the next order is there", need.until(), CALCULATION),
                        number("demand to cover", need.demandToCover(), "forecast, lead time"),
                        number("of it safety", Math.max(0, need.demandToCover() - need.meanToCover()), "forecast, lead time"),
                        goods("supply", need.supplyToCover(), "stock.quant, purchase.order.line"),
                        number("unserved without an order", need.unserved(), "forecast, lead time")),
                said);
    }

    void reorderingRule(@Nullable ReorderingRule rule, RuleMode mode, Replenishment.Need need) {
        if (rule == null) {
            return;
        }
        List<Figure> figures = List.of(
                goods("rule minimum", rule.minimum(), "stock.warehouse.orderpoint " + rule.id()),
                goods("rule maximum", rule.maximum(), "stock.warehouse.orderpoint " + rule.id()));
        Phrase levels = Wording.phrase("rule.levels", Wording.quantity(rule.minimum()), Wording.quantity(rule.maximum()));
        if (!need.bounded().equals(need.pure())) {
            add("reordering-rule", need.pure().value(), need.bounded().value(), figures, List.of(levels, Wording.phrase("rule.ordered")));
        } else {
            add("reordering-rule", null, null, figures, List.of(levels, Wording.phrase(mode == RuleMode.RULE_BOUNDS ? "rule.bounds" : "rule.decides")));
        }
    }

    void orderCycle(Replenishment.Need need) {
        if (!need.cycled().equals(need.bounded())) {
            int days = need.policy().cycleDays().value();
            add(
                    "order-cycle", need.bounded().value(), need.cycled().value(), List.of(days("order cycle", days, need.policy().cycleDays().source())),
                    List.of(Wording.phrase("cycle", Wording.days(days))));
        }
    }

    void minimum(Quantity before, Quantity after, Offer smallest) {
        if (!after.equals(before)) {
            add(
                    "supplier-minimum", before.value(), after.value(), List.of(goods("minimum", smallest.minimum(), smallest.source())),
                    List.of(Wording.phrase("minimum", Wording.words(smallest.vendor().name()), Wording.quantity(smallest.minimum()))));
        }
    }

    void packs(Quantity before, Quantity after, OrderStep step) {
        if (!after.equals(before)) {
            Phrase said = step.name().equals(unit)
                    ? Wording.phrase("packs.units", Wording.words(unit))
                    : Wording.phrase("packs", Wording.words(step.name()), Wording.quantity(step.size()));
            add("whole-packs", before.value(), after.value(), List.of(goods("order step", step.size(), step.source())), List.of(said));
        }
    }

    void priceBreak(Quantity before, QuantityRules.Break found, double holdingRate) {
        String currency = found.offer().price().currency();
        add(
                "price-break",
                before.value(),
                found.quantity().value(),
                List.of(
                        price("better price", found.offer()),
                        goods("from", found.offer().minimum(), found.offer().source()),
                        new Figure("saving", found.saving().toPlainString(), currency, CALCULATION),
                        new Figure("holding cost", found.holding().toPlainString(), currency, "policy: " + Words.percent(holdingRate) + " a year")),
                List.of(Wording.phrase(
                        "break", Wording.quantity(found.offer().minimum()), Wording.price(found.offer().unitPrice()), Wording.words(currency),
                        money(found.saving()), money(found.holding()))));
    }

    private static Value money(BigDecimal amount) {
        return Wording.price(amount.setScale(2, RoundingMode.HALF_UP));
    }

    void cap(Quantity before, Quantity after, Ordering.Room room, Quantity minimum) {
        String key = switch (room.rule()) {
            case "shelf-life" -> "cap.life";
            case "rule-maximum" -> "cap.rule";
            default -> "cap.shelf";
        };
        List<Figure> figures = new ArrayList<>(List.of(goods("cap", room.cap(), room.source()), goods("supply", room.supply(), "stock.quant")));
        List<Phrase> said = new ArrayList<>(List.of(Wording.phrase(key, Wording.quantity(room.cap())), Wording.phrase("cap.supply", Wording.quantity(room.supply()))));
        if (after.isZero()) {
            said.add(Wording.phrase("cap.none", Wording.quantity(minimum)));
            figures.add(goods("minimum", minimum, "product.supplierinfo"));
        }
        said.add(Wording.phrase("end"));
        add(room.rule(), before.value(), after.value(), figures, said);
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
