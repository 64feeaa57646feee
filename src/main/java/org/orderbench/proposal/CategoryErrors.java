package org.orderbench.proposal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderbench.forecast.Tracking;

/**
 * How the forecasts of all SKUs of a category did in the last weeks. Amounts count by their value, so that a bias is one of money; whether forecasts lean
 * is told from the weeks' totals, for errors of one week come in no order. Safe for several threads.
 */
final class CategoryErrors {

    /** As many weeks as the brake looks at. */
    static final int WEEKS = 8;

    private static final Tracking.Score NONE = Tracking.of(List.of());

    private final ForecastLog log;
    private @Nullable Read read;

    private record Category(int companyId, String name) {}

    private record Read(LocalDate monday, Map<Category, Tracking.Score> scores) {}

    CategoryErrors(ForecastLog log) {
        this.log = log;
    }

    /** Of no outcomes where nothing could be compared yet. */
    Tracking.Score of(int companyId, String category, LocalDate today) {
        return scores(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))).getOrDefault(new Category(companyId, category), NONE);
    }

    /** More has come to be compared: what was read is out of date. */
    synchronized void forget() {
        read = null;
    }

    private synchronized Map<Category, Tracking.Score> scores(LocalDate monday) {
        Read now = read;
        if (now == null || !now.monday.equals(monday)) {
            Map<Category, List<KeptForecast>> kept =
                    log.compared(monday.minusWeeks(WEEKS)).stream().collect(Collectors.groupingBy(one -> new Category(one.sku().companyId(), one.category())));
            Map<Category, Tracking.Score> scores = new HashMap<>();
            kept.forEach((category, forecasts) -> scores.put(category, score(forecasts)));
            now = new Read(monday, scores);
            read = now;
        }
        return now.scores;
    }

    private static Tracking.Score score(List<KeptForecast> forecasts) {
        Map<LocalDate, List<Tracking.Outcome>> weeks =
                forecasts.stream().collect(Collectors.groupingBy(KeptForecast::week, TreeMap::new, Collectors.flatMapping(one -> one.valued().stream(), Collectors.toList())));
        Tracking.Score all = Tracking.of(weeks.values().stream().flatMap(List::stream).toList());
        Tracking.Score byWeek = Tracking.of(weeks.values().stream().map(CategoryErrors::total).toList());
        double signal = byWeek.count() < Tracking.FEWEST ? Double.NaN : byWeek.signal();
        return new Tracking.Score(all.count(), all.bias(), all.mase(), all.rmsse(), all.coverage(), all.promised(), signal);
    }

    private static Tracking.Outcome total(List<Tracking.Outcome> week) {
        double forecast = week.stream().mapToDouble(Tracking.Outcome::forecast).sum();
        double actual = week.stream().mapToDouble(Tracking.Outcome::actual).sum();
        return new Tracking.Outcome(forecast, forecast, 1, actual, 0);
    }
}
