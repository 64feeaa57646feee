package org.orderbench.proposal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.replenish.Assessment;
import org.orderbench.replenish.Explanation;
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.replenish.ValueClass;
import org.orderbench.replenish.VendorTerms;
import org.orderbench.replenish.WholeOrder;

/**
 * Gathers assessments into proposals, one for each vendor, company, warehouse and currency, and applies what looks beyond a single SKU: the vendor's
 * terms for a whole order, then the budget; transfers are told beside. Used once, by one thread.
 */
final class PlanBuilder {

    private final Instant plannedAt;
    private final LocalDate today;
    private final ReplenishmentSettings settings;
    /** What is ordered and, of vendors who look at an order's value, what could be pulled forward. */
    private final Map<OrderKey, List<Assessment.Planned>> orders = new TreeMap<>();

    private final Advice advice;
    private final Transfers transfers;
    private final List<PlanException> exceptions = new ArrayList<>();
    private final List<SkuStatus> statuses = new ArrayList<>();

    PlanBuilder(Instant plannedAt, LocalDate today, ReplenishmentSettings settings) {
        this.plannedAt = plannedAt;
        this.today = today;
        this.settings = settings;
        this.advice = new Advice(settings);
        this.transfers = new Transfers(settings);
    }

    void add(Assessment assessment, ValueClass valueClass) {
        statuses.add(SkuStatus.of(assessment, valueClass));
        switch (assessment) {
            case Assessment.LeftOut leftOut -> exceptions.add(advice.of(leftOut));
            case Assessment.Planned planned -> add(planned);
        }
    }

    private void add(Assessment.Planned planned) {
        transfers.add(planned);
        if (planned.quantity().isPositive() || completesOrders(planned)) {
            orders.computeIfAbsent(OrderKey.of(planned), order -> new ArrayList<>()).add(planned.withoutMoves());
        }
        exceptions.addAll(advice.of(planned));
    }

    /** Worth remembering for a vendor's minimum, though nothing is needed of it now. */
    private boolean completesOrders(Assessment.Planned planned) {
        VendorTerms terms = settings.termsOf(planned.offer().vendor().id());
        return planned.blocked() == null && (terms.minimumOrder() != null || terms.freeFreight() != null);
    }

    Plan build() {
        Map<OrderKey, List<Assessment.Planned>> completed = new TreeMap<>();
        orders.forEach((order, lines) -> {
            VendorTerms terms = settings.termsOf(order.vendorId());
            List<Assessment.Planned> ordered = WholeOrder.completed(lines, terms, settings).stream().filter(line -> line.quantity().isPositive()).toList();
            if (WholeOrder.isBelowMinimum(ordered, terms)) {
                exceptions.add(OrderAdvice.belowVendorMinimum(ordered, terms, order.currency()));
            }
            if (!ordered.isEmpty()) {
                completed.put(order, ordered);
            }
        });
        BigDecimal budget = settings.budget();
        if (budget != null) {
            keepWithin(budget, completed);
        }
        List<Proposal> proposals = new ArrayList<>();
        completed.forEach((order, lines) -> proposals.add(proposal(order, lines)));
        exceptions.sort(Advice.MOST_AT_STAKE_FIRST);
        return new Plan(plannedAt, today, statuses.size(), proposals, exceptions, asProposed(proposals));
    }

    /** The list of all SKUs says what is proposed in the end, after vendor terms and budget. */
    private List<SkuStatus> asProposed(List<Proposal> proposals) {
        Map<Sku, Quantity> ordered = new HashMap<>();
        proposals.forEach(proposal -> proposal.lines().forEach(line -> ordered.put(line.basis().sku(), line.quantity())));
        return statuses.stream().map(status -> status.ordering(ordered.getOrDefault(status.sku(), Quantity.ZERO))).toList();
    }

    private void keepWithin(BigDecimal budget, Map<OrderKey, List<Assessment.Planned>> orders) {
        Set<Sku> waiting = Budget.waiting(orders.values().stream().flatMap(List::stream).toList(), budget);
        orders.replaceAll((order, lines) -> {
            lines.stream().filter(line -> waiting.contains(line.facts().sku())).map(line -> OrderAdvice.overBudget(line, budget)).forEach(exceptions::add);
            return lines.stream().filter(line -> !waiting.contains(line.facts().sku())).toList();
        });
        orders.values().removeIf(List::isEmpty);
    }

    private Proposal proposal(OrderKey order, List<Assessment.Planned> planned) {
        List<ProposalLine> lines = new ArrayList<>(planned.stream().map(this::withTransfer).map(ProposedLines::of).toList());
        lines.sort(Comparator.comparing(ProposalLine::code).thenComparing(line -> line.basis().sku()));
        return new Proposal(
                0, order.companyId(), order.warehouseId(), order.warehouseName(), order.vendorId(), order.vendorName(), order.currency(), plannedAt, lines);
    }

    /** The line stays as it is until somebody moves the goods: then supply covers it. */
    private Assessment.Planned withTransfer(Assessment.Planned line) {
        Optional<Transfers.Transfer> found = transfers.to(line);
        if (found.isEmpty()) {
            return line;
        }
        Transfers.Transfer transfer = found.get();
        exceptions.add(OrderAdvice.transfer(transfer));
        return line.withStep(Explanation.Step.said("transfer", null, null, transfer.figures(), transfer.said()));
    }
}
