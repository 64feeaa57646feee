package org.orderbench.replenish;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.ReorderingRule;

/** Why a SKU is not planned at all: countable reasons, each with the buyer's next step. */
final class Exclusions {

    private Exclusions() {}

    static Assessment.@Nullable LeftOut of(SkuFacts facts, RuleMode mode) {
        if (!facts.product().storable()) {
            return Assessment.LeftOut.of(facts, "not-stocked");
        }
        if (!facts.product().active()) {
            return Assessment.LeftOut.of(facts, "archived");
        }
        if (!facts.product().purchasable()) {
            return Assessment.LeftOut.of(facts, "not-purchasable");
        }
        Assessment.LeftOut route = byRoute(facts);
        if (route != null) {
            return route;
        }
        if (isStrange(facts)) {
            return Assessment.LeftOut.of(facts, "not-kept-here", Wording.words(facts.warehouse().name()));
        }
        ReorderingRule rule = facts.rule();
        if (rule == null || mode == RuleMode.IGNORED) {
            return null;
        }
        if (rule.automatic()) {
            return Assessment.LeftOut.of(facts, "automatic-rule", Wording.words(Integer.toString(rule.id())));
        }
        LocalDate until = rule.snoozedUntil();
        if (until != null && until.isAfter(facts.today())) {
            return new Assessment.LeftOut(
                    facts, "snoozed-in-odoo", List.of(new Explanation.Figure("snoozed until", until.toString(), "", "stock.warehouse.orderpoint " + rule.id())),
                    List.of(Wording.phrase("left.snoozed-in-odoo", Wording.day(until, facts.today()))));
        }
        return null;
    }

    private static Assessment.@Nullable LeftOut byRoute(SkuFacts facts) {
        if (facts.product().kit()) {
            return Assessment.LeftOut.of(facts, "kit");
        }
        return switch (facts.product().procurement()) {
            case STOCK -> null;
            case TO_ORDER -> Assessment.LeftOut.of(facts, "make-to-order");
            case DROP_SHIP -> Assessment.LeftOut.of(facts, "drop-ship");
            case TRANSFER -> Assessment.LeftOut.of(facts, "other-warehouse");
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
