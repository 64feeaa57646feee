package org.orderbench.replenish;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.forecast.DemandDistribution;

/** Stock at the end of each day ahead if nothing is ordered: supply as it arrives, less demand, less promises beyond the forecast. */
final class StockPath {

    /** How far ahead a day without stock is looked for. */
    static final int SIGHT_DAYS = 365;
    /** Distributions are only asked this far; beyond, the mean goes on at its pace. */
    private static final int FORECAST_DAYS = 180;

    private StockPath() {}

    static double meanAt(DemandDistribution demand, double days) {
        return days <= FORECAST_DAYS ? demand.mean(days) : demand.mean(FORECAST_DAYS) * days / FORECAST_DAYS;
    }

    /**
     * @param level    the stock below which a day is short; not negative
     * @param shortOn  first day below the level; null if none in sight
     * @param emptyOn  first day with nothing left; null if none in sight
     */
    record Crossings(@Nullable LocalDate shortOn, @Nullable LocalDate emptyOn, double level) {}

    static Crossings crossings(DemandDistribution demand, Supply supply, double level) {
        double[] before = beforeDemand(supply, demand, SIGHT_DAYS);
        LocalDate shortOn = null;
        for (int i = 0; i <= SIGHT_DAYS; i++) {
            double stock = before[i] - meanAt(demand, i);
            if (shortOn == null && stock < level) {
                shortOn = supply.today().plusDays(i);
            }
            if (stock <= 0) {
                LocalDate day = supply.today().plusDays(i);
                return new Crossings(shortOn == null ? day : shortOn, day, level);
            }
        }
        return new Crossings(shortOn, null, level);
    }

    /** Stock at the end of days 0 to {@code days} before the forecast's demand: index i is i days ahead. */
    static double[] beforeDemand(Supply supply, DemandDistribution demand, int days) {
        double[] path = new double[days + 1];
        double[] arriving = new double[days + 1];
        for (SupplyProjection.Arrival arrival : supply.arrivals()) {
            int day = ahead(supply.today(), arrival.on());
            if (day <= days) {
                arriving[day] += arrival.quantity().toDouble();
            }
        }
        double stock = supply.available().toDouble();
        double[] beyond = committedBeyond(supply, demand, days);
        for (int i = 0; i <= days; i++) {
            stock += arriving[i];
            path[i] = stock - beyond[i];
        }
        return path;
    }

    /**
     * What is promised to customers by each day beyond what the forecast expects by then: demand on top of the forecast. Promises within the forecast use
     * it up and add nothing.
     */
    static double[] committedBeyond(Supply supply, DemandDistribution demand, int days) {
        double[] beyond = new double[days + 1];
        if (supply.committed().isEmpty()) {
            return beyond;
        }
        double promised = 0;
        double most = 0;
        int filled = 0;
        for (Map.Entry<LocalDate, Quantity> entry : List.copyOf(new TreeMap<>(supply.committed()).entrySet())) {
            int day = ahead(supply.today(), entry.getKey());
            if (day > days) {
                break;
            }
            while (filled < day) {
                beyond[filled++] = most;
            }
            promised += entry.getValue().toDouble();
            most = Math.max(most, promised - demand.mean(day + 1.0));
        }
        while (filled <= days) {
            beyond[filled++] = most;
        }
        return beyond;
    }

    private static int ahead(LocalDate today, LocalDate day) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(today, day));
    }
}
