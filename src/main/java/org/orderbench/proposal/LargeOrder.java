package org.orderbench.proposal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Quantity;
import org.orderbench.demand.CleanDemand;
import org.orderbench.demand.LargeOrders;
import org.orderbench.replenish.SkuFacts;

/**
 * One of a SKU's largest single orders, as it is learned.
 *
 * @param units   the order
 * @param demand  what the whole day counts as demand
 * @param oneOff  whether it is damped, by the rule or by the buyer's word
 * @param verdict what the buyer said; null for nothing
 */
public record LargeOrder(LocalDate day, Quantity units, double demand, boolean oneOff, LargeOrders.@Nullable Verdict verdict) {

    private static final int MOST = 5;
    /** Times the median of the days' largest orders. */
    private static final double LARGE = 3;

    /** Those that the rule damps, those that the buyer spoke of, and other large ones that could be one-offs; the newest first. */
    public static List<LargeOrder> of(SkuFacts facts) {
        CleanDemand demand = CatalogueModel.demand(facts);
        List<DayMoves> sold = facts.moves().stream().filter(move -> move.largest().isPositive()).sorted(Comparator.comparing(DayMoves::largest)).toList();
        if (sold.isEmpty()) {
            return List.of();
        }
        double large = LARGE * sold.get(sold.size() / 2).largest().toDouble();
        List<LargeOrder> found = new ArrayList<>();
        int others = 0;
        for (DayMoves move : sold.reversed()) {
            int d = Math.toIntExact(ChronoUnit.DAYS.between(demand.from(), move.day()));
            if (d < 0 || d >= demand.days()) {
                continue;
            }
            LargeOrders.Verdict verdict = facts.largeOrders().said().get(move.day());
            boolean known = demand.oneOff()[d] || verdict != null;
            if (known || (others < MOST && move.largest().toDouble() >= large)) {
                others += known ? 0 : 1;
                found.add(new LargeOrder(move.day(), move.largest(), demand.units()[d], demand.oneOff()[d], verdict));
            }
        }
        found.sort(Comparator.comparing(LargeOrder::day).reversed());
        return found;
    }
}
