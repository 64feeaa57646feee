package org.orderbench.desktop.sku;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Quantity;
import org.orderbench.replenish.SkuFacts;

/**
 * Stock on hand at the end of each past day, worked out backwards from today's stock and what moved since.
 *
 * @param from   the first day
 * @param levels stock at the end of {@code from}, of the next day …, of yesterday
 */
record StockPast(LocalDate from, double[] levels) {

    static StockPast of(SkuFacts facts, int days) {
        Map<LocalDate, Quantity> change = new HashMap<>();
        for (DayMoves day : facts.moves()) {
            change.merge(day.day(), day.returned().plus(day.other()).minus(day.issued()), Quantity::plus);
        }
        LocalDate earliest = facts.today().minusDays(days);
        LocalDate from = earliest.isBefore(facts.historyFrom()) ? facts.historyFrom() : earliest;
        int length = (int) Math.max(0, facts.today().toEpochDay() - from.toEpochDay());
        double[] levels = new double[length];
        Quantity stock = facts.stock().onHand();
        for (int i = length - 1; i >= 0; i--) {
            LocalDate dayAfter = from.plusDays(i + 1L);
            stock = stock.minus(change.getOrDefault(dayAfter, Quantity.ZERO));
            levels[i] = stock.toDouble();
        }
        return new StockPast(from, levels);
    }
}
