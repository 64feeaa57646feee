package org.orderbench.proposal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Sku;
import org.orderbench.replenish.Assessment;

/** The last rule on quantity: a round of proposals is worth no more than its budget. Lines that run out first are kept; a line is kept whole or not at all. */
final class Budget {

    private static final Comparator<Assessment.Planned> MOST_URGENT_FIRST = Comparator.comparing((Assessment.Planned line) -> !line.urgent())
            .thenComparing(line -> line.runsOutOn() == null ? LocalDate.MAX : line.runsOutOn())
            .thenComparing(line -> line.facts().sku());

    private Budget() {}

    /** @return the SKUs whose lines must wait; a line without a rate to the company's currency is kept, as its value is unknown */
    static Set<Sku> waiting(List<Assessment.Planned> ordered, BigDecimal budget) {
        List<Assessment.Planned> byUrgency = new ArrayList<>(ordered);
        byUrgency.sort(MOST_URGENT_FIRST);
        BigDecimal left = budget;
        Set<Sku> waiting = new HashSet<>();
        for (Assessment.Planned line : byUrgency) {
            Money value = ProposedLines.companyValue(line, line.quantity());
            if (value != null && value.amount().compareTo(left) > 0) {
                waiting.add(line.facts().sku());
            } else if (value != null) {
                left = left.subtract(value.amount());
            }
        }
        return waiting;
    }
}
