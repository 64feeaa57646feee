package org.orderbench.demand;

import java.util.List;
import org.orderbench.demand.CleaningStep.Figure;

/**
 * Stock of each past day, rebuilt backwards from stock now.
 *
 * @param atStart stock as each day began
 * @param atEnd   stock as each day ended
 */
record StockHistory(double[] atStart, double[] atEnd) {

    /** Beyond this share of goods delivered from negative stock, the stock figure did not limit sales. */
    private static final double UNTRUE = 0.05;

    /** Rounding of units in Odoo is no finer. */
    private static final double NOTHING = 1e-6;

    static StockHistory rebuilt(double now, double[] issued, double[] returned, double[] other) {
        int days = issued.length;
        double[] atStart = new double[days];
        double[] atEnd = new double[days];
        double stock = now;
        for (int d = days - 1; d >= 0; d--) {
            atEnd[d] = stock;
            stock += issued[d] - returned[d] - other[d];
            atStart[d] = stock;
        }
        return new StockHistory(atStart, atEnd);
    }

    /** The first day that began or ended with stock, or on which anything was sold; the number of days when there is none. */
    int firstDayOnSale(double[] issued) {
        int first = 0;
        while (first < issued.length && issued[first] <= 0 && atStart[first] <= NOTHING && atEnd[first] <= NOTHING) {
            first++;
        }
        return first;
    }

    /**
     * Rule {@code stock-outs}: a day that began and ended without stock and sold nothing is censored; so is a day that sold out on less than
     * the usual demand of a day. Where goods were often delivered from negative stock, the stock figure did not limit sales, and nothing is
     * censored (rule {@code stock-untrue}).
     */
    boolean[] censored(double[] issued, int first, List<CleaningStep> steps) {
        boolean[] censored = new boolean[issued.length];
        double sold = 0;
        double withoutStock = 0;
        int open = 0;
        for (int d = first; d < issued.length; d++) {
            sold += issued[d];
            withoutStock += Math.min(issued[d], Math.max(0, -atEnd[d]));
            open += atStart[d] > NOTHING || atEnd[d] > NOTHING || issued[d] > 0 ? 1 : 0;
        }
        if (sold > 0 && withoutStock > UNTRUE * sold) {
            steps.add(new CleaningStep("stock-untrue",
                    "Goods were delivered while stock stood at nothing or less, so stock-outs cannot be told from days without demand.",
                    List.of(new Figure("delivered without stock", Figures.plain(withoutStock), ""), new Figure("issued", Figures.plain(sold), ""))));
            return censored;
        }
        double usual = open > 0 ? sold / open : 0;
        int count = 0;
        for (int d = first; d < issued.length; d++) {
            boolean empty = atStart[d] <= NOTHING && atEnd[d] <= NOTHING && issued[d] <= 0;
            boolean soldOut = atEnd[d] <= NOTHING && issued[d] > 0 && issued[d] < usual;
            censored[d] = empty || soldOut;
            count += censored[d] ? 1 : 0;
        }
        if (count > 0) {
            steps.add(new CleaningStep("stock-outs",
                    "Out of stock on " + count + " of " + (issued.length - first) + " days; these count as unknown, not as days without demand.",
                    List.of(new Figure("days out of stock", Integer.toString(count), "days"),
                            new Figure("days of history", Integer.toString(issued.length - first), "days"))));
        }
        return censored;
    }
}
