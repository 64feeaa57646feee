package org.orderbench.replenish;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.ReorderingRule;
import org.orderbench.forecast.DemandDistribution;
import org.orderbench.forecast.Forecast;

/** Turns one SKU's need into a quantity that its vendor sells, rule by rule, and keeps the reasons. Used once. */
final class Ordering {

    private final ReplenishmentSettings settings;
    private final SkuFacts facts;
    private final Forecast forecast;
    private final DemandBasis basis;
    private final SupplierChoice choice;
    private final int vendorId;
    private final Replenishment.Need need;
    private final Reasons reasons;

    Ordering(
            ReplenishmentSettings settings,
            SkuFacts facts,
            Forecast forecast,
            DemandBasis basis,
            SupplierChoice choice,
            int vendorId,
            Replenishment.Need need) {
        this.settings = settings;
        this.facts = facts;
        this.forecast = forecast;
        this.basis = basis;
        this.choice = choice;
        this.vendorId = vendorId;
        this.need = need;
        this.reasons = new Reasons(facts);
    }

    Assessment planned() {
        Offer smallest = choice.smallest(vendorId);
        Quantity step = need.step().size();
        Quantity atMinimum = QuantityRules.supplierMinimum(need.cycled(), smallest.minimum());
        Quantity packed = QuantityRules.wholePacks(atMinimum, step);
        Offer offer = offerAt(packed, smallest);
        Optional<QuantityRules.Break> better = packed.isPositive() ? priceBreak(packed, offer) : Optional.empty();
        Quantity afterBreak = better.map(QuantityRules.Break::quantity).orElse(packed);
        Room room = room();
        Quantity quantity = QuantityRules.shelfCap(afterBreak, room == null ? null : room.left(), step, smallest.minimum());
        Offer bought = offerAt(quantity, smallest);
        List<Offer> alternatives = choice.alternatives(vendorId, quantity.max(atMinimum));

        reasons.headline(basis, need, quantity);
        reasons.supply(need.supply(), need);
        reasons.demand(basis, need);
        reasons.leadTime(need.lead(), need.policy(), bought);
        reasons.calendar(need, bought);
        reasons.supplier(bought, alternatives, need);
        reasons.serviceLevel(need);
        reasons.reorderingRule(facts.rule(), settings.ruleMode(), need);
        reasons.orderCycle(need);
        reasons.minimum(need.cycled(), atMinimum, smallest);
        reasons.packs(atMinimum, packed, need.step());
        better.ifPresent(found -> reasons.priceBreak(packed, found, settings.holdingRate()));
        Assessment.LeftOut blocked = null;
        if (room != null && !quantity.equals(afterBreak)) {
            reasons.cap(afterBreak, quantity, room, smallest.minimum());
            if (quantity.isZero()) {
                blocked = new Assessment.LeftOut(facts, "cap-below-minimum", reasons.last().figures(), reasons.last().said());
            }
        }
        return new Assessment.Planned(
                facts, forecast, basis, need.policy(), bought, alternatives, need.lead(), need.supply(), need.demandToCover(), need.meanToCover(), need.supplyToCover(),
                need.pure(), quantity, step, need.step().name(), smallest.minimum(), bought.unitPrice(), need.crossings().shortOn(),
                need.crossings().emptyOn(), need.protection().planned(), need.unserved(), room == null ? null : room.left(), reasons.explanation(), blocked);
    }

    /** The row that Odoo will price the line at: chosen again after every change, as rounding can cross a tier. */
    private Offer offerAt(Quantity quantity, Offer smallest) {
        return choice.select(vendorId, quantity).orElse(smallest);
    }

    private Optional<QuantityRules.Break> priceBreak(Quantity packed, Offer offer) {
        DemandDistribution demand = basis.demand();
        double daily = demand.mean(need.lead().planned() + 30.0) / (need.lead().planned() + 30.0);
        return QuantityRules.priceBreak(
                packed, offer.unitPrice(), choice.offersOf(vendorId), offer.price().currency(), need.step().size(), daily, settings.holdingRate(),
                settings.longestCoverDays());
    }

    /** The tightest of the caps that are set; null when none is. */
    private @Nullable Room room() {
        Quantity supply = need.supply().all();
        Room tightest = null;
        SkuPolicy policy = need.policy();
        if (policy.shelfCap() != null) {
            tightest = new Room("shelf-cap", policy.shelfCap().value(), supply, policy.shelfCap().source());
        }
        if (policy.shelfLifeDays() != null) {
            // The life begins on our shelf, and what is there already is sold first.
            double days = need.lead().planned() + (double) policy.shelfLifeDays().value();
            // A hair under a whole number is that number: a sum of daily means is rarely exact.
            Quantity sold = new Quantity(BigDecimal.valueOf(Math.floor(StockPath.meanAt(basis.demand(), days) + 1e-6)));
            tightest = tighter(tightest, new Room("shelf-life", sold, supply, policy.shelfLifeDays().source()));
        }
        ReorderingRule rule = facts.rule();
        if (rule != null && settings.ruleMode() == RuleMode.RULE_BOUNDS && rule.maximum().isPositive()) {
            tightest = tighter(tightest, new Room("rule-maximum", rule.maximum(), supply, "stock.warehouse.orderpoint " + rule.id()));
        }
        return tightest;
    }

    private static Room tighter(@Nullable Room a, Room b) {
        return a == null || b.cap().compareTo(a.cap()) < 0 ? b : a;
    }

    /** @param cap the most that may lie there and be on its way */
    record Room(String rule, Quantity cap, Quantity supply, String source) {
        Quantity left() {
            return cap.minus(supply).max(Quantity.ZERO);
        }
    }
}
