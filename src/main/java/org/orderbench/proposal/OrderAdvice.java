package org.orderbench.proposal;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.orderbench.catalog.Money;
import org.orderbench.replenish.Assessment;
import org.orderbench.replenish.SkuFacts;
import org.orderbench.replenish.VendorTerms;
import org.orderbench.replenish.WholeOrder;
import org.orderbench.replenish.Wording;

/** What a person should look at that no SKU shows alone: an order too small for its vendor, a round over its budget, goods that another warehouse has. */
final class OrderAdvice {

    private OrderAdvice() {}

    static PlanException transfer(Transfers.Transfer transfer) {
        SkuFacts facts = transfer.to().facts();
        Money money = Advice.atCost(facts, transfer.quantity());
        return Advice.exception(facts, "transfer", transfer.said(), money, new Figures(facts).all(transfer.figures()).cost().money(Advice.AT_STAKE, money, Figures.CALCULATION));
    }

    /** Told at the order's largest line. */
    static PlanException belowVendorMinimum(List<Assessment.Planned> lines, VendorTerms terms, String currency) {
        Assessment.Planned largest = lines.stream()
                .max(Comparator.comparing((Assessment.Planned line) -> line.unitPrice().multiply(line.quantity().value()))
                        .thenComparing(line -> line.facts().sku(), Comparator.reverseOrder()))
                .orElseThrow();
        BigDecimal total = WholeOrder.total(lines);
        BigDecimal minimum = Objects.requireNonNull(terms.minimumOrder());
        String vendor = largest.offer().vendor().name();
        Money value = ProposedLines.companyValue(largest, largest.quantity());
        return Advice.exception(
                largest.facts(),
                "below-vendor-minimum",
                value,
                new Figures(largest.facts())
                        .money("order before", new Money(total, currency), Figures.CALCULATION)
                        .money("minimum order", new Money(minimum, currency), "set for vendor " + vendor)
                        .money(Advice.AT_STAKE, value, Figures.CALCULATION),
                Wording.words(vendor), Wording.price(total), Wording.words(currency), Wording.price(minimum));
    }

    static PlanException overBudget(Assessment.Planned line, BigDecimal budget) {
        String currency = line.facts().company().currency();
        Money value = ProposedLines.companyValue(line, line.quantity());
        return Advice.exception(
                line.facts(),
                "over-budget",
                value,
                new Figures(line.facts())
                        .goods("needed", line.quantity(), Figures.CALCULATION)
                        .money("budget", new Money(budget, currency), "set for the company")
                        .money(Advice.AT_STAKE, value, Figures.CALCULATION),
                Wording.quantity(line.quantity()), Wording.price(budget), Wording.words(currency));
    }
}
