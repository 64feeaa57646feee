package org.orderbench.proposal.replay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Receipt;
import org.orderbench.replenish.SkuFacts;

/**
 * What really happened to one SKU: the stock of each day, traced back from today's by what moved, and what was ordered and came.
 *
 * @param stock at the end of each day of the item's demand; not changed
 */
record Actual(double[] stock, List<Receipt> receipts) {

    static Actual of(SkuFacts facts, int days) {
        double[] change = new double[days];
        double since = 0;
        for (DayMoves move : facts.moves()) {
            double net = move.other().plus(move.returned()).minus(move.issued()).toDouble();
            int day = (int) ChronoUnit.DAYS.between(facts.historyFrom(), move.day());
            if (day < days) {
                change[day] += net;
            } else {
                since += net;
            }
        }
        double[] stock = new double[days];
        double level = facts.stock().onHand().toDouble() - since;
        for (int day = days - 1; day >= 0; day--) {
            stock[day] = Math.max(0, level);
            level -= change[day];
        }
        int product = facts.sku().productId();
        return new Actual(stock, facts.receipts().stream().filter(receipt -> receipt.productId() == product).toList());
    }

    /** Over the days that a replay counts. A day without stock on which something had been sold in the month before counts as short. */
    Tally over(ReplayItem item, ReplaySpan span) {
        double cost = item.unitCost().doubleValue();
        int first = span.start(item) + span.warmUpDays();
        int end = Math.min(span.end(item), stock.length);
        Tally tally = Tally.NONE;
        for (int day = first; day < end; day++) {
            double sold = item.demand()[day] * cost;
            tally = tally.plus(new Tally(sold, sold, stock[day] * cost, 0, stock[day] <= 0 && soldLately(item, day) ? 1 : 0, 0, 0));
        }
        LocalDate from = item.day(first);
        for (Receipt receipt : receipts) {
            if (!receipt.ordered().isBefore(from) && receipt.ordered().isBefore(item.day(Math.max(first, end)))) {
                tally = tally.plus(new Tally(0, 0, 0, 0, 0, 1, receipt.quantity().toDouble() * cost));
            }
        }
        return tally.plus(new Tally(0, 0, 0, Math.max(0, end - first), 0, 0, 0));
    }

    private static boolean soldLately(ReplayItem item, int day) {
        for (int before = Math.max(0, day - 30); before < day; before++) {
            if (item.demand()[before] > 0) {
                return true;
            }
        }
        return false;
    }
}
