package org.orderbench.proposal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Sku;
import org.orderbench.demand.CleanDemand;
import org.orderbench.forecast.Tracking;
import org.orderbench.replenish.Assessment;
import org.orderbench.replenish.SkuFacts;

/**
 * What was forecast of one SKU's next week, kept until the week is over. Amounts are in the product's own unit.
 *
 * @param from      the first day of the stretch
 * @param mean      expected demand of its seven days
 * @param upper     the quantile of that demand at {@link #UPPER}
 * @param change    mean absolute change of the history from week to week; 0 when unknown
 * @param category  of the product then
 * @param vendorId  whom it would have been bought from
 * @param unitValue cost of one unit, in the company's currency
 * @param actual    what came, cleaned like the history it continues; null before the week is over and where it can't be told, such as when the shelf
 *                  was empty
 */
public record KeptForecast(
        Sku sku, LocalDate from, double mean, double upper, double change, String category, int vendorId, double unitValue, @Nullable Double actual) {

    /** Days of the stretch. */
    public static final int DAYS = 7;
    /** The probability that the upper quantile promises. */
    public static final double UPPER = 0.95;

    private static final int WEEKS = 52;

    /** Of a SKU as it was just planned; empty where it has no forecast of its own. */
    static Optional<KeptForecast> of(Assessment assessment) {
        if (!(assessment instanceof Assessment.Planned planned) || planned.basis().fallback()) {
            return Optional.empty();
        }
        SkuFacts facts = planned.facts();
        return Optional.of(new KeptForecast(
                facts.sku(), facts.today(), planned.basis().demand().mean(DAYS), planned.basis().demand().quantile(UPPER, DAYS), change(facts),
                facts.product().category(), planned.offer().vendor().id(), facts.product().cost().doubleValue(), null));
    }

    /** The same with what came; {@code demand} must reach to the end of its week. */
    KeptForecast settled(CleanDemand demand) {
        int first = Math.toIntExact(ChronoUnit.DAYS.between(demand.from(), from));
        Double came = null;
        if (first >= 0 && first + DAYS <= demand.days()) {
            double sum = 0;
            boolean open = true;
            for (int d = first; d < first + DAYS; d++) {
                sum += demand.units()[d];
                open &= !demand.censored()[d];
            }
            came = open ? Double.valueOf(sum) : null;
        }
        return new KeptForecast(sku, from, mean, upper, change, category, vendorId, unitValue, came);
    }

    /** The week that it is of, by its Monday: one forecast is kept of each. */
    public LocalDate week() {
        return from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Null while nothing came that it could be compared with. */
    public Tracking.@Nullable Outcome outcome() {
        return actual == null ? null : new Tracking.Outcome(mean, upper, UPPER, actual, change);
    }

    /** The same in value; where no cost is known, units stand for themselves. Empty while nothing came. */
    Optional<Tracking.Outcome> valued() {
        double value = unitValue > 0 ? unitValue : 1;
        return actual == null ? Optional.empty() : Optional.of(new Tracking.Outcome(mean * value, upper * value, UPPER, actual * value, change * value));
    }

    private static double change(SkuFacts facts) {
        double[] weeks = new double[WEEKS];
        int known = Math.toIntExact(Math.clamp(ChronoUnit.DAYS.between(facts.historyFrom(), facts.today()) / DAYS, 0, WEEKS));
        for (DayMoves day : facts.moves()) {
            long ago = ChronoUnit.DAYS.between(day.day(), facts.today()) - 1;
            if (ago >= 0 && ago / DAYS < known) {
                weeks[(int) (ago / DAYS)] += day.issued().minus(day.returned()).toDouble();
            }
        }
        double sum = 0;
        for (int w = 1; w < known; w++) {
            sum += Math.abs(weeks[w] - weeks[w - 1]);
        }
        return known < 2 ? 0 : sum / (known - 1);
    }
}
