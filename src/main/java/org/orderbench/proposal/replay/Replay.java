package org.orderbench.proposal.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.demand.DemandCleaner;
import org.orderbench.demand.LargeOrders;
import org.orderbench.forecast.Forecaster;
import org.orderbench.forecast.SkuHistory;
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.replenish.ValueClass;
import org.orderbench.replenish.ValueClasses;

/**
 * Walks the past day by day for the agent, for min/max rules and for the "last 30 days" suggestion, each at several strengths. Deterministic; uses all
 * cores.
 */
public final class Replay {

    private static final double[] SERVICE_LEVELS = {0.5, 0.6, 0.7, 0.8, 0.85, 0.87, 0.88, 0.89, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99};
    private static final double[] SAFETY_FACTORS = {-1, -0.5, 0, 0.25, 0.5, 0.75, 1, 1.28, 1.64, 2.05, 2.5, 3, 4, 5, 6, 8, 9, 10};
    private static final double[] PERCENTAGES = {0.5, 0.75, 1, 1.25, 1.5, 1.6, 1.7, 1.75, 2, 2.5, 3, 4, 5, 7};

    private final ReplenishmentSettings settings;
    private final ReplaySpan span;

    public Replay(ReplenishmentSettings settings, ReplaySpan span) {
        this.settings = settings;
        this.span = span;
    }

    /** @param progress hears how many SKUs are done; called from several threads */
    public ReplayReport run(List<ReplayItem> items, IntConsumer progress) {
        Map<String, ValueClass> classes = classes(items);
        Forecaster forecaster = new Forecaster(Forecaster.fit(items.stream().map(this::knownBefore)::iterator));
        AtomicInteger done = new AtomicInteger();
        Map<String, Map<String, List<ReplayReport.Point>>> bySlice = items.parallelStream()
                .map(item -> {
                    Map<String, List<ReplayReport.Point>> curves = play(item, classes.getOrDefault(item.id(), ValueClass.C), forecaster);
                    progress.accept(done.incrementAndGet());
                    return Map.of(item.slice(), curves);
                })
                .reduce(Map.of(), Replay::addedSlices);
        Map<String, List<ReplayReport.Point>> total = bySlice.values().stream().reduce(Map.of(), Replay::added);
        Map<String, List<ReplayReport.Curve>> slices = new LinkedHashMap<>();
        bySlice.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Map<String, List<ReplayReport.Point>>> slice) -> -wanted(slice.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .forEach(slice -> slices.put(slice.getKey(), curves(slice.getValue())));
        Tally actual = items.stream().allMatch(item -> item.actual() != null)
                ? items.stream().map(item -> Objects.requireNonNull(item.actual()).over(item, span)).reduce(Tally.NONE, Tally::plus)
                : null;
        return new ReplayReport(items.size(), curves(total), slices, items.isEmpty() ? null : actual);
    }

    private static List<ReplayReport.Curve> curves(Map<String, List<ReplayReport.Point>> points) {
        return points.entrySet().stream().map(curve -> new ReplayReport.Curve(curve.getKey(), curve.getValue())).toList();
    }

    private static double wanted(Map<String, List<ReplayReport.Point>> curves) {
        return curves.values().stream().findFirst().map(points -> points.getFirst().tally().wanted()).orElse(0.0);
    }

    private static Map<String, Map<String, List<ReplayReport.Point>>> addedSlices(
            Map<String, Map<String, List<ReplayReport.Point>>> a, Map<String, Map<String, List<ReplayReport.Point>>> b) {
        Map<String, Map<String, List<ReplayReport.Point>>> sum = new TreeMap<>(a);
        b.forEach((slice, curves) -> sum.merge(slice, curves, Replay::added));
        return sum;
    }

    private Map<String, List<ReplayReport.Point>> play(ReplayItem item, ValueClass value, Forecaster forecaster) {
        Simulation simulation = new Simulation(item, span);
        int cycle = settings.cycleDays().getOrDefault(value, 0);
        Map<String, List<ReplayReport.Point>> curves = new LinkedHashMap<>();
        curves.put("Orderbench", points(simulation, new AgentWay(item, value, settings, forecaster), SERVICE_LEVELS));
        curves.put("Min/max rules", points(simulation, new MinMax(item, span.start(item), span.reviewDays(), cycle), SAFETY_FACTORS));
        curves.put("Last 30 days", points(simulation, new LastThirtyDays(span.reviewDays()), PERCENTAGES));
        return curves;
    }

    private static List<ReplayReport.Point> points(Simulation simulation, OrderingWay way, double[] strengths) {
        List<ReplayReport.Point> points = new ArrayList<>();
        for (double strength : strengths) {
            points.add(new ReplayReport.Point(strength, simulation.run(way, strength)));
        }
        return points;
    }

    private static Map<String, List<ReplayReport.Point>> added(Map<String, List<ReplayReport.Point>> a, Map<String, List<ReplayReport.Point>> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        Map<String, List<ReplayReport.Point>> sum = new LinkedHashMap<>();
        a.forEach((way, points) -> {
            List<ReplayReport.Point> others = b.getOrDefault(way, List.of());
            List<ReplayReport.Point> added = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                added.add(new ReplayReport.Point(points.get(i).strength(), points.get(i).tally().plus(others.get(i).tally())));
            }
            sum.put(way, added);
        });
        return sum;
    }

    /** What the pool may learn from: nothing after the replay begins. */
    SkuHistory knownBefore(ReplayItem item) {
        int start = Math.min(span.start(item), item.demand().length);
        List<DayMoves> moves = new ArrayList<>();
        for (int day = 0; day < start; day++) {
            if (item.demand()[day] > 0) {
                Quantity sold = Quantity.of(item.demand()[day]);
                moves.add(new DayMoves(item.day(day), sold, Quantity.ZERO, sold, sold));
            }
        }
        return new SkuHistory(DemandCleaner.clean(moves, Quantity.of(1), item.from(), item.day(start), LargeOrders.NONE), item.slice());
    }

    Map<String, ValueClass> classes(List<ReplayItem> items) {
        Map<Sku, Double> values = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            ReplayItem item = items.get(i);
            double sum = 0;
            int start = Math.min(span.start(item), item.demand().length);
            for (int day = Math.max(0, start - 365); day < start; day++) {
                sum += item.demand()[day];
            }
            values.put(new Sku(1, 1, i), sum * item.unitCost().doubleValue());
        }
        ValueClasses ranked = ValueClasses.of(values, settings.classLimits());
        Map<String, ValueClass> classes = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            classes.put(items.get(i).id(), ranked.of(new Sku(1, 1, i)));
        }
        return classes;
    }
}
