package org.orderbench.proposal;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Quantity;
import org.orderbench.replenish.Assessment;
import org.orderbench.replenish.SkuFacts;
import org.orderbench.replenish.Wording;

/** What somebody has to mend in Odoo before a SKU can be planned. What is at stake is what it sells: the list is mended from the top. */
final class SetUp {

    /** Reasons of {@link Assessment.LeftOut} that are nobody's intention. */
    private static final Set<String> MISSING = Set.of(
            "no-supplier-price", "supplier-of-other-company", "supplier-of-other-variant", "supplier-price-expired", "supplier-price-not-yet-valid",
            "vendor-archived", "unit-mismatch", "no-price");

    private SetUp() {}

    static boolean isMissing(String reason) {
        return MISSING.contains(reason);
    }

    /** Of the last year, at the list price, in the company's currency; nothing where more came back than was sold. */
    static Money sales(SkuFacts facts) {
        BigDecimal sold = BigDecimal.valueOf(Math.max(0, facts.history().yearSold()));
        return new Money(facts.product().listPrice(), facts.company().currency()).times(new Quantity(sold));
    }

    /** What {@link #sales} was reckoned from. */
    static Figures figures(SkuFacts facts) {
        return new Figures(facts)
                .amount("sold in the last year", Math.max(0, facts.history().yearSold()), "stock.move")
                .listPrice()
                .money("at stake", sales(facts), Figures.CALCULATION);
    }

    /** A vendor that promises goods at once, of whom nothing was received that would tell otherwise. */
    static @Nullable PlanException noLeadTime(Assessment.Planned planned) {
        boolean told = planned.lead().promised() > 0 || planned.lead().observed() > 0 || planned.policy().leadTimeDays() != null;
        if (told) {
            return null;
        }
        String vendor = planned.offer().vendor().name();
        return Advice.exception(
                planned.facts(), "no-lead-time", sales(planned.facts()),
                figures(planned.facts()).days("promised", planned.lead().promised(), planned.offer().source()),
                Wording.words(vendor), Wording.days(planned.lead().promised()));
    }
}
