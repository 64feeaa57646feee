package org.orderbench.proposal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.forecast.Tracking;
import org.orderbench.replenish.ValueClass;

/**
 * How the forecasts of all SKUs of a category, of an ABC class or of any other slice did in the last weeks. Amounts count by their value, so that a bias
 * is one of money; whether forecasts lean is told from the weeks' totals, for errors of one week come in no order. Safe for several threads.
 */
public final class GroupErrors {

    /** As many weeks as the brake looks at. */
    public static final int WEEKS = 8;

    private static final Tracking.Score NONE = Tracking.of(List.of());

    private final ForecastLog log;
    private @Nullable Read read;

    private record Category(int companyId, String name) {}

    private record Class(int companyId, ValueClass of) {}

    /** @param classes of what {@code compared} names, filled when first asked for */
    private record Read(LocalDate monday, List<KeptForecast> compared, Map<Category, Tracking.Score> categories, Map<Class, Tracking.Score> classes) {}

    GroupErrors(ForecastLog log) {
        this.log = log;
    }

    /** Of no outcomes where nothing could be compared yet. */
    Tracking.Score of(int companyId, String category, LocalDate today) {
        return read(today).categories.getOrDefault(new Category(companyId, category), NONE);
    }

    /** @param classes the class of each SKU, as the newest plan has it */
    synchronized Tracking.Score of(int companyId, ValueClass wanted, Function<Sku, ValueClass> classes, LocalDate today) {
        Read now = read(today);
        if (now.classes.isEmpty()) {
            now.classes.putAll(scores(now.compared, one -> new Class(one.sku().companyId(), classes.apply(one.sku()))));
        }
        return now.classes.getOrDefault(new Class(companyId, wanted), NONE);
    }

    /** More has come to be compared: what was read is out of date. */
    synchronized void forget() {
        read = null;
    }

    private synchronized Read read(LocalDate today) {
        LocalDate monday = monday(today);
        Read now = read;
        if (now == null || !now.monday.equals(monday)) {
            List<KeptForecast> compared = log.compared(monday.minusWeeks(WEEKS));
            now = new Read(monday, compared, scores(compared, one -> new Category(one.sku().companyId(), one.category())), new HashMap<>());
            read = now;
        }
        return now;
    }

    private static LocalDate monday(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The score of each group of outcomes. Pure. */
    public static <G> Map<G, Tracking.Score> scores(List<KeptForecast> compared, Function<KeptForecast, G> group) {
        Map<G, Tracking.Score> scores = new HashMap<>();
        compared.stream().collect(Collectors.groupingBy(group)).forEach((of, forecasts) -> scores.put(of, score(forecasts)));
        return scores;
    }

    private static Tracking.Score score(List<KeptForecast> forecasts) {
        Map<LocalDate, List<Tracking.Outcome>> weeks =
                forecasts.stream().collect(Collectors.groupingBy(KeptForecast::week, TreeMap::new, Collectors.flatMapping(one -> one.valued().stream(), Collectors.toList())));
        Tracking.Score all = Tracking.of(weeks.values().stream().flatMap(List::stream).toList());
        Tracking.Score byWeek = Tracking.of(weeks.values().stream().map(GroupErrors::total).toList());
        double signal = byWeek.count() < Tracking.FEWEST ? Double.NaN : byWeek.signal();
        return new Tracking.Score(all.count(), all.bias(), all.mase(), all.rmsse(), all.coverage(), all.promised(), signal);
    }

    private static Tracking.Outcome total(List<Tracking.Outcome> week) {
        double forecast = week.stream().mapToDouble(Tracking.Outcome::forecast).sum();
        double actual = week.stream().mapToDouble(Tracking.Outcome::actual).sum();
        return new Tracking.Outcome(forecast, forecast, 1, actual, 0);
    }
}
