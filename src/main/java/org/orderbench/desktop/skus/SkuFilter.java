package org.orderbench.desktop.skus;

import java.util.Locale;
import java.util.function.Predicate;
import org.orderbench.proposal.SkuStatus;
import org.orderbench.replenish.ValueClass;

/** What part of all SKUs to look at. */
public enum SkuFilter {
    ALL(status -> true),
    TO_ORDER(status -> status.quantity().isPositive()),
    URGENT(SkuStatus::urgent),
    OUT_OF_STOCK(status -> !status.onHand().isPositive()),
    /** More than half a year lies there. */
    LONG_COVER(status -> status.daysOfCover() != null && status.daysOfCover() > 182),
    CLASS_A(status -> status.valueClass() == ValueClass.A),
    LEFT_OUT(status -> status.leftOut() != null);

    private final Predicate<SkuStatus> rule;

    SkuFilter(Predicate<SkuStatus> rule) {
        this.rule = rule;
    }

    boolean holds(SkuStatus status) {
        return rule.test(status);
    }

    String key() {
        return "skus.filter." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
