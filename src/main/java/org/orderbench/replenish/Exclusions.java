package org.orderbench.replenish;

import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.ReorderingRule;

/** Why a SKU is not planned at all: countable reasons, each with the buyer's next step. */
final class Exclusions {

    private Exclusions() {}

    static Assessment.@Nullable LeftOut of(SkuFacts facts, RuleMode mode) {
        if (!facts.product().storable()) {
            return new Assessment.LeftOut(facts, "not-stocked", "Odoo keeps no stock of it (a service or a consumable): nothing to plan.");
        }
        if (!facts.product().active()) {
            return new Assessment.LeftOut(facts, "archived", "The product is archived in Odoo. Unarchive it there to plan it again.");
        }
        if (!facts.product().purchasable()) {
            return new Assessment.LeftOut(facts, "not-purchasable", "The product is not marked \"Can be Purchased\" in Odoo.");
        }
        Assessment.LeftOut route = byRoute(facts);
        if (route != null) {
            return route;
        }
        if (isStrange(facts)) {
            return new Assessment.LeftOut(facts, "not-kept-here", "It was never moved, stocked or ordered in the warehouse " + facts.warehouse().name() + ".");
        }
        ReorderingRule rule = facts.rule();
        if (rule == null || mode == RuleMode.IGNORED) {
            return null;
        }
        if (rule.automatic()) {
            return new Assessment.LeftOut(
                    facts,
                    "automatic-rule",
                    "Odoo orders this product by itself (reordering rule " + rule.id() + ", trigger Auto). Set the rule's trigger to Manual in Odoo to plan it here.");
        }
        if (rule.snoozedUntil() != null && rule.snoozedUntil().isAfter(facts.today())) {
            return new Assessment.LeftOut(facts, "snoozed-in-odoo", "Its reordering rule is snoozed in Odoo until " + Wording.english(rule.snoozedUntil(), facts.today()) + ".");
        }
        return null;
    }

    private static Assessment.@Nullable LeftOut byRoute(SkuFacts facts) {
        if (facts.product().kit()) {
            return new Assessment.LeftOut(facts, "kit", "It leaves stock as its components: those are planned instead.");
        }
        return switch (facts.product().procurement()) {
            case STOCK -> null;
            case TO_ORDER -> new Assessment.LeftOut(facts, "make-to-order", "Odoo buys it for each customer's order (route Replenish on Order).");
            case DROP_SHIP -> new Assessment.LeftOut(facts, "drop-ship", "The vendor sends it straight to the customer (route Dropship).");
            case TRANSFER -> new Assessment.LeftOut(facts, "other-warehouse", "Its route supplies it from another warehouse: plan it there.");
        };
    }

    /** A product that has nothing to do with the warehouse. */
    private static boolean isStrange(SkuFacts facts) {
        return !facts.history().moved()
                && facts.stock().onHand().isZero()
                && facts.newestLine() == null
                && facts.rule() == null
                && facts.committed().isEmpty();
    }
}
