package org.orderbench.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;

/**
 * Running totals of one evaluation. They start from the exposure and take up every line that could be written unasked, whether it then
 * passes or not: it is drafted, or will probably be approved, and either way the vendor gets it. So a total never depends on a verdict.
 */
final class Tally {

    private final Limits limits;
    private final Map<Integer, Amount> vendorDay = new HashMap<>();
    private final Map<Sku, Amount> skuDay = new HashMap<>();
    private final Map<String, Amount> sliceWeek = new HashMap<>();
    private final Map<String, Amount> categoryWeek = new HashMap<>();
    private Amount day = Amount.NONE;

    Tally(Limits limits, LocalDate today, Exposure exposure) {
        this.limits = limits;
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (Commitment commitment : exposure.commitments()) {
            if (commitment.day().isBefore(monday)) {
                continue;
            }
            Amount amount = Amount.of(commitment, limits.currency());
            addToBudgets(commitment.category(), amount);
            if (!commitment.unasked()) {
                continue;
            }
            if (commitment.slice() != null) {
                sliceWeek.merge(commitment.slice(), amount, Amount::plus);
            }
            if (!commitment.day().isBefore(today)) {
                addToDay(commitment.vendorId(), commitment.sku(), amount);
            }
        }
    }

    /** What the totals would be with this line. */
    Reach with(Proposal proposal, ProposalLine line, String slice, Amount order) {
        Amount amount = Amount.of(line, limits.currency());
        Map<String, Amount> categories = new HashMap<>();
        for (CategoryBudget budget : limits.budgets()) {
            if (budget.covers(line.category())) {
                categories.put(budget.category(), sum(categoryWeek, budget.category()).plus(amount));
            }
        }
        return new Reach(
                amount,
                order,
                sum(vendorDay, proposal.vendorId()).plus(amount),
                sum(skuDay, line.basis().sku()).plus(amount),
                day.plus(amount),
                sum(sliceWeek, slice).plus(amount),
                categories);
    }

    /** Takes the line up for good. */
    void add(Proposal proposal, ProposalLine line, String slice) {
        Amount amount = Amount.of(line, limits.currency());
        addToBudgets(line.category(), amount);
        sliceWeek.merge(slice, amount, Amount::plus);
        addToDay(proposal.vendorId(), line.basis().sku(), amount);
    }

    private void addToDay(int vendor, Sku sku, Amount amount) {
        vendorDay.merge(vendor, amount, Amount::plus);
        skuDay.merge(sku, amount, Amount::plus);
        day = day.plus(amount);
    }

    private void addToBudgets(String category, Amount amount) {
        for (CategoryBudget budget : limits.budgets()) {
            if (budget.covers(category)) {
                categoryWeek.merge(budget.category(), amount, Amount::plus);
            }
        }
    }

    private static <K> Amount sum(Map<K, Amount> totals, K key) {
        return totals.getOrDefault(key, Amount.NONE);
    }
}
