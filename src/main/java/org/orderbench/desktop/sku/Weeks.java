package org.orderbench.desktop.sku;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.orderbench.catalog.DayMoves;
import org.orderbench.forecast.DemandDistribution;

/** Demand by the week, past and ahead, for the chart. Weeks are counted from the forecast's first day, back and forth. */
final class Weeks {

    private Weeks() {}

    /** @param from the week's first day */
    record Past(LocalDate from, double demand) {}

    /** A week ahead: the mean, and the stretch in which demand falls in one half and in nine tenths of all cases. */
    record Ahead(LocalDate from, double mean, double low, double lowHalf, double highHalf, double high) {}

    /** Issues less returns of each of the last weeks, oldest first; weeks without a move are zero, weeks before the history are absent. */
    static List<Past> past(List<DayMoves> moves, LocalDate historyFrom, LocalDate origin, int weeks) {
        TreeMap<Long, Double> sums = new TreeMap<>();
        for (DayMoves day : moves) {
            if (day.day().isBefore(origin)) {
                long week = (ChronoUnit.DAYS.between(day.day(), origin) - 1) / 7;
                sums.merge(week, day.issued().minus(day.returned()).toDouble(), Double::sum);
            }
        }
        long known = Math.max(0, ChronoUnit.DAYS.between(historyFrom, origin) / 7);
        List<Past> list = new ArrayList<>();
        for (long week = Math.min(weeks, known) - 1; week >= 0; week--) {
            list.add(new Past(origin.minusWeeks(week + 1), Math.max(0, sums.getOrDefault(week, 0.0))));
        }
        return list;
    }

    /**
     * Weeks ahead. The distribution is of sums from the origin; a single week's spread is that of the sum to its end, shared among the weeks up to
     * there as if they were independent and alike: deviations from the mean add in squares. Differences of neighbouring sums would jump where
     * learned stretches meet.
     */
    static List<Ahead> ahead(DemandDistribution total, LocalDate origin, int weeks) {
        List<Ahead> list = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            double start = 7.0 * week;
            double end = start + 7;
            double mean = total.mean(end) - total.mean(start);
            list.add(new Ahead(origin.plusWeeks(week), mean,
                    Math.max(0, mean - spread(total, 0.05, end)),
                    Math.max(0, mean - spread(total, 0.25, end)),
                    mean + spread(total, 0.75, end),
                    mean + spread(total, 0.95, end)));
        }
        return list;
    }

    private static double spread(DemandDistribution total, double p, double end) {
        return Math.abs(total.quantile(p, end) - total.mean(end)) / Math.sqrt(end / 7);
    }
}
