package org.orderbench.proposal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Sku;
import org.orderbench.demand.CleanDemand;
import org.orderbench.demand.DemandCleaner;
import org.orderbench.forecast.Forecast;
import org.orderbench.forecast.ForecastPool;
import org.orderbench.forecast.Forecaster;
import org.orderbench.forecast.SkuHistory;
import org.orderbench.replenish.ClassLimits;
import org.orderbench.replenish.Inherited;
import org.orderbench.replenish.SkuFacts;
import org.orderbench.replenish.ValueClass;
import org.orderbench.replenish.ValueClasses;

/**
 * What only the whole catalogue can tell about one SKU: the forecaster's pool and the ABC classes. Learned once a day; with it any one SKU is planned
 * in milliseconds. Immutable and safe for any thread.
 *
 * @param learnedOn the day it was learned on
 * @param classes   A and B; SKUs that are absent are C
 * @param limits    where the classes ended when it was learned
 */
public record CatalogueModel(LocalDate learnedOn, ForecastPool pool, Map<Sku, ValueClass> classes, ClassLimits limits) {

    private static final int YEAR = 365;

    public CatalogueModel {
        classes = Map.copyOf(classes);
    }

    /** Reads every SKU once. */
    public static CatalogueModel learn(FactsSource source, LocalDate today, ClassLimits limits) {
        Map<Sku, Double> yearlyValue = new HashMap<>();
        Iterable<SkuFacts> facts = source.all(today);
        ForecastPool pool = Forecaster.fit(() -> new Histories(facts.iterator(), yearlyValue));
        Map<Sku, ValueClass> classes = new HashMap<>();
        ValueClasses ranked = ValueClasses.of(yearlyValue, limits);
        for (Sku sku : yearlyValue.keySet()) {
            if (ranked.of(sku) != ValueClass.C) {
                classes.put(sku, ranked.of(sku));
            }
        }
        return new CatalogueModel(today, pool, classes, limits);
    }

    /** Whether it still serves on that day, with classes that end there. */
    public boolean holdsFor(LocalDate today, ClassLimits now) {
        return learnedOn.equals(today) && limits.aUpTo() == now.aUpTo() && limits.bUpTo() == now.bUpTo();
    }

    public ValueClass valueClass(Sku sku) {
        return classes.getOrDefault(sku, ValueClass.C);
    }

    /** @param protectionDays the stretch that the order must cover; any other may be asked of the answer */
    public Forecast forecast(SkuFacts facts, int protectionDays) {
        return new Forecaster(pool).forecast(history(facts), protectionDays);
    }

    private static SkuHistory history(SkuFacts facts) {
        return new SkuHistory(demand(facts), facts.product().category());
    }

    /** Demand as it is learned. */
    static CleanDemand demand(SkuFacts facts) {
        CleanDemand clean = DemandCleaner.clean(facts.moves(), facts.stock().onHand(), facts.historyFrom(), facts.today(), facts.largeOrders());
        Inherited inherited = facts.inherited();
        return inherited == null ? clean : clean.inherited(inherited.code(), inherited.until());
    }

    /** Histories for the pool, adding up each SKU's yearly value on the way, so that the catalogue is read only once. */
    private record Histories(Iterator<SkuFacts> facts, Map<Sku, Double> yearlyValue) implements Iterator<SkuHistory> {
        @Override
        public boolean hasNext() {
            return facts.hasNext();
        }

        @Override
        public SkuHistory next() {
            SkuFacts next = facts.next();
            double issued = 0;
            for (DayMoves day : next.moves()) {
                if (ChronoUnit.DAYS.between(day.day(), next.today()) <= YEAR) {
                    issued += day.issued().minus(day.returned()).toDouble();
                }
            }
            if (issued > 0) {
                yearlyValue.put(next.sku(), issued * next.product().cost().doubleValue());
            }
            return history(next);
        }
    }
}
