package org.orderbench.demand;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Quantity;
import org.orderbench.demand.CleaningStep.Figure;

/** Reads demand out of what moved: the rules in their order. Stateless. */
public final class DemandCleaner {

    private DemandCleaner() {}

    /**
     * Demand of one SKU from its moves.
     *
     * @param moves       what moved each day, any order; days on which nothing moved may be absent
     * @param onHand      stock now, from which past stock is rebuilt backwards
     * @param historyFrom the first day that {@code moves} would cover
     * @param today       not yet over, so not part of the history
     * @param large       what the buyer said about large orders
     */
    public static CleanDemand clean(List<DayMoves> moves, Quantity onHand, LocalDate historyFrom, LocalDate today, LargeOrders large) {
        int days = Math.max(0, Math.toIntExact(ChronoUnit.DAYS.between(historyFrom, today)));
        double[] issued = new double[days];
        double[] returned = new double[days];
        double[] other = new double[days];
        double[] largest = new double[days];
        double stock = onHand.toDouble();
        for (DayMoves move : moves) {
            long at = ChronoUnit.DAYS.between(historyFrom, move.day());
            if (at >= days) {
                stock += move.issued().toDouble() - move.returned().toDouble() - move.other().toDouble();
            } else if (at >= 0) {
                int d = (int) at;
                issued[d] += Math.max(0, move.issued().toDouble());
                returned[d] += Math.max(0, move.returned().toDouble());
                other[d] += move.other().toDouble();
                largest[d] = Math.max(largest[d], move.largest().toDouble());
            }
        }
        List<CleaningStep> steps = new ArrayList<>();
        StockHistory shelf = StockHistory.rebuilt(stock, issued, returned, other);
        int first = shelf.firstDayOnSale(issued);
        if (first > 0 && first < days) {
            steps.add(new CleaningStep("first-sale", "On sale since " + historyFrom.plusDays(first) + "; the days before are not counted.",
                    List.of(new Figure("on sale since", historyFrom.plusDays(first).toString(), ""))));
        }
        boolean[] censored = shelf.censored(issued, first, steps);
        double[] units = Returns.netted(issued, returned, steps);
        boolean[] oneOff = OneOffs.damped(units, largest, large, historyFrom, steps);
        return new CleanDemand(historyFrom.plusDays(first), from(first, units), from(first, censored), from(first, oneOff), steps);
    }

    /**
     * Demand of a plain series, such as a CSV file's: a negative period is a return and is taken off what was sold before it. Nothing is known
     * of stock or of single orders, so nothing is censored or damped.
     *
     * @return as many periods as there were, none negative; the same array where none was
     */
    public static double[] clean(double[] periods) {
        if (Arrays.stream(periods).noneMatch(value -> value < 0)) {
            return periods;
        }
        double[] sold = new double[periods.length];
        double[] returned = new double[periods.length];
        for (int t = 0; t < periods.length; t++) {
            sold[t] = Math.max(0, periods[t]);
            returned[t] = Math.max(0, -periods[t]);
        }
        return Returns.netted(sold, returned, new ArrayList<>());
    }

    private static double[] from(int first, double[] all) {
        return Arrays.copyOfRange(all, Math.min(first, all.length), all.length);
    }

    private static boolean[] from(int first, boolean[] all) {
        return Arrays.copyOfRange(all, Math.min(first, all.length), all.length);
    }
}
