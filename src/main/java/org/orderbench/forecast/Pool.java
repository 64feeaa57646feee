package org.orderbench.forecast;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.orderbench.forecast.method.LevelTrack;
import org.orderbench.forecast.method.Methods;

/**
 * What many series of one kind of bucket teach about each: which methods to trust, by demand class, and how far totals stray. Immutable.
 *
 * @param plan      how far ahead it looks
 * @param all       how the methods' errors go together over all series
 * @param byClass   the same by demand class
 * @param quantiles one for each window
 */
record Pool(Plan plan, Errors all, Map<DemandClass, Errors> byClass, List<SumQuantiles> quantiles) {

    /** Looks back at each series. */
    static final int LOOKS = 4;
    /** Looks back that the classes together count in one class's errors. */
    private static final double CLASS_PRIOR = 100;
    /** Looks back that the class counts in one series' errors. */
    private static final double OWN_PRIOR = 15;

    /** Of no series at all: the methods usual for the class in equal parts, normal errors. */
    static Pool empty(Plan plan) {
        return new Pool(plan, Errors.none(), Map.of(), plan.windows().stream().map(w -> SumQuantiles.fit(w, List.of())).toList());
    }

    /** Rounds of finding weights and reweighting errors by them. */
    private static final int ROUNDS = 3;

    private record Seen(DemandClass kind, List<Trial> trials, List<Errors> errors) {}

    /** A pool, and the looks back at each series that it was fitted on, in their order. */
    record Fitted(Pool pool, List<List<Errors>> errors) {}

    static Fitted fit(List<Series> series, Plan plan) {
        List<Seen> seen = IntStream.range(0, series.size()).parallel().mapToObj(i -> look(series.get(i), plan)).toList();
        Pool weighted = empty(plan);
        for (int round = 0; round < ROUNDS; round++) {
            weighted = weighted.reweighted(seen);
        }
        Pool found = weighted;
        List<List<List<SumQuantiles.Look>>> looks =
                IntStream.range(0, series.size()).parallel().mapToObj(i -> found.looks(seen.get(i), series.get(i).season)).toList();
        List<SumQuantiles> quantiles = new ArrayList<>();
        for (int w = 0; w < plan.windows().size(); w++) {
            List<SumQuantiles.Look> of = new ArrayList<>();
            for (List<List<SumQuantiles.Look>> one : looks) {
                of.addAll(one.get(w));
            }
            quantiles.add(SumQuantiles.fit(plan.windows().get(w), of));
        }
        return new Fitted(new Pool(plan, found.all, found.byClass, quantiles), seen.stream().map(Seen::errors).toList());
    }

    private Pool reweighted(List<Seen> seen) {
        Errors sumOfAll = Errors.none();
        Map<DemandClass, Errors> sums = new EnumMap<>(DemandClass.class);
        for (DemandClass kind : DemandClass.values()) {
            double[] weights = weights(kind, Errors.none());
            Errors sum = Errors.none();
            for (Seen one : seen) {
                if (one.kind == kind) {
                    sum = sum.plus(sum(one.errors, weights));
                }
            }
            sums.put(kind, sum);
            sumOfAll = sumOfAll.plus(sum);
        }
        return new Pool(plan, sumOfAll, sums, quantiles);
    }

    private static Seen look(Series series, Plan plan) {
        List<Trial> trials = Trial.of(series, plan, LOOKS);
        return new Seen(DemandClass.of(series.y), trials, trials.stream().map(Errors::of).toList());
    }

    private static Errors sum(List<Errors> parts, double[] weights) {
        Errors sum = Errors.none();
        for (Errors part : parts) {
            sum = sum.plus(part.tamed(weights));
        }
        return sum;
    }

    private List<List<SumQuantiles.Look>> looks(Seen seen, int season) {
        double[] weights = weights(seen.kind, Errors.none());
        List<List<SumQuantiles.Look>> looks = new ArrayList<>();
        for (Window window : plan.windows()) {
            List<SumQuantiles.Look> of = new ArrayList<>();
            for (Trial trial : seen.trials) {
                if (window.to() > trial.actual().length) {
                    continue;
                }
                double forecast = window.sumOf(Weights.combine(weights, trial.paths()));
                OwnErrors own = OwnErrors.of(LevelTrack.of(trial.history(), season), window);
                of.add(SumQuantiles.Look.of(forecast, window.sumOf(trial.actual()), Trial.scale(trial.history()), own, window));
            }
            looks.add(of);
        }
        return looks;
    }

    /** The weights of the methods for one series: its class's, moved by what its own looks back showed. */
    double[] weights(DemandClass kind, Errors own) {
        Errors ofClass = byClass.getOrDefault(kind, Errors.none()).plus(all.capped(CLASS_PRIOR));
        double[] start = Weights.byError(ofClass, Methods.usual(kind == DemandClass.INTERMITTENT || kind == DemandClass.LUMPY));
        return Weights.of(ofClass.capped(OWN_PRIOR).plus(own), start);
    }

    /** The looks back at one series. */
    List<Errors> lookBack(Series series) {
        return Trial.of(series, plan, LOOKS).stream().map(Errors::of).toList();
    }

    /** One series ahead: its path in units of demand, and for each window the quantiles of its total. */
    record Ahead(double[] path, List<double[]> quantiles, double[] weights) {}

    /** @param errors the looks back at this series */
    Ahead ahead(Series series, List<Errors> errors) {
        if (series.length() == 0) {
            return new Ahead(new double[plan.horizon()], quantiles.stream().map(_ -> new double[Probabilities.GRID.length]).toList(), new double[0]);
        }
        DemandClass kind = DemandClass.of(series.y);
        double[] weights = weights(kind, sum(errors, weights(kind, Errors.none())));
        double[] path = Weights.combine(weights, Methods.paths(series.y, series.season, plan.horizon()));
        LevelTrack track = LevelTrack.of(series.y, series.season);
        List<double[]> result = new ArrayList<>();
        for (SumQuantiles of : quantiles) {
            double[] q = of.of(of.window().sumOf(path), OwnErrors.of(track, of.window()));
            for (int i = 0; i < q.length; i++) {
                q[i] *= series.unit;
            }
            result.add(q);
        }
        for (int h = 0; h < path.length; h++) {
            path[h] *= series.unit;
        }
        return new Ahead(path, result, weights);
    }
}
