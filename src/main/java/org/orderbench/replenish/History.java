package org.orderbench.replenish;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Quantity;

/**
 * What planning asks of a SKU's past beside its forecast: few enough figures to keep, so that a SKU can be planned again without reading its moves.
 *
 * @param moved       whether anything ever moved
 * @param whole       whether everything that moved was a whole number
 * @param yearDays    days of the last year that the history covers
 * @param yearSold    issued less returned over these days
 * @param yearSquares the sum of the squares of each day's, for the spread
 */
public record History(boolean moved, boolean whole, int yearDays, double yearSold, double yearSquares) {

    private static final int YEAR = 365;

    public static History of(List<DayMoves> moves, LocalDate from, LocalDate today) {
        LocalDate yearAgo = today.minusDays(YEAR);
        LocalDate start = from.isAfter(yearAgo) ? from : yearAgo;
        boolean whole = true;
        double sold = 0;
        double squares = 0;
        for (DayMoves move : moves) {
            whole &= isWhole(move.issued()) && isWhole(move.other()) && isWhole(move.returned());
            if (!move.day().isBefore(start) && move.day().isBefore(today)) {
                double net = move.issued().minus(move.returned()).toDouble();
                sold += net;
                squares += net * net;
            }
        }
        return new History(!moves.isEmpty(), whole, (int) Math.max(0, ChronoUnit.DAYS.between(start, today)), sold, squares);
    }

    static boolean isWhole(Quantity quantity) {
        return quantity.value().scale() <= 0;
    }
}
