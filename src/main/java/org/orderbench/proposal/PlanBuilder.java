package org.orderbench.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orderbench.replenish.Assessment;
import org.orderbench.replenish.SkuFacts;
import org.orderbench.replenish.ValueClass;

/** Gathers assessments into proposals: one for each vendor, company, warehouse and currency. Used once, by one thread. */
final class PlanBuilder {

    private final Instant plannedAt;
    private final LocalDate today;
    private final Map<Order, List<ProposalLine>> orders = new TreeMap<>();
    private final List<PlanException> exceptions = new ArrayList<>();
    private final List<SkuStatus> statuses = new ArrayList<>();

    PlanBuilder(Instant plannedAt, LocalDate today) {
        this.plannedAt = plannedAt;
        this.today = today;
    }

    private record Order(String vendorName, int vendorId, int companyId, String warehouseName, int warehouseId, String currency) implements Comparable<Order> {
        private static final Comparator<Order> BY_VENDOR = Comparator.comparing(Order::vendorName)
                .thenComparing(Order::vendorId)
                .thenComparing(Order::companyId)
                .thenComparing(Order::warehouseName)
                .thenComparing(Order::warehouseId)
                .thenComparing(Order::currency);

        @Override
        public int compareTo(Order other) {
            return BY_VENDOR.compare(this, other);
        }
    }

    void add(Assessment assessment, ValueClass valueClass) {
        statuses.add(SkuStatus.of(assessment, valueClass));
        switch (assessment) {
            case Assessment.LeftOut leftOut -> leaveOut(leftOut);
            case Assessment.Planned planned -> {
                if (planned.blocked() != null) {
                    leaveOut(planned.blocked());
                }
                if (planned.quantity().isPositive()) {
                    orders.computeIfAbsent(order(planned), order -> new ArrayList<>()).add(ProposedLines.of(planned));
                }
                exceptions.addAll(Advice.of(planned));
            }
        }
    }

    private static Order order(Assessment.Planned planned) {
        SkuFacts facts = planned.facts();
        return new Order(
                planned.offer().vendor().name(),
                planned.offer().vendor().id(),
                facts.sku().companyId(),
                facts.warehouse().name(),
                facts.sku().warehouseId(),
                planned.offer().price().currency());
    }

    private void leaveOut(Assessment.LeftOut leftOut) {
        exceptions.add(Advice.of(leftOut));
    }

    Plan build() {
        List<Proposal> proposals = new ArrayList<>();
        orders.forEach((order, lines) -> {
            lines.sort(Comparator.comparing(ProposalLine::code).thenComparing(line -> line.basis().sku()));
            proposals.add(new Proposal(
                    0, order.companyId(), order.warehouseId(), order.warehouseName(), order.vendorId(), order.vendorName(), order.currency(), plannedAt, lines));
        });
        exceptions.sort(Advice.MOST_AT_STAKE_FIRST);
        return new Plan(plannedAt, today, statuses.size(), proposals, exceptions, statuses);
    }
}
