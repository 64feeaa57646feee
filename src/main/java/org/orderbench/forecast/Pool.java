package org.orderbench.forecast;

import java.util.ArrayList;
import java.util.Arrays;
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
 * @param year      the rise and fall of the year that they share
 * @param years     the same of categories that have enough series of their own
 * @param yearInPath how much of it helps single series: their total rises more surely than each of them
 * @param all       how the methods' errors go together over all series
 * @param byClass   the same by demand class
 * @param quantiles one for each window
 */
record Pool(Plan plan, SharedYear year, Map<String, SharedYear> years, double yearInPath, Errors all, Map<DemandClass, Errors> byClass, List<SumQuantiles> quantiles) {

    /** Looks back at each series. */
    static final int LOOKS = 4;
    /** Looks back that the classes together count in one class's errors. */
    private static final double CLASS_PRIOR = 100;
    /** Looks back that the class counts in one series' errors. */
    private static final double OWN_PRIOR = 15;

    /** Of no series at all: the methods usual for the class in equal parts, normal errors. */
    static Pool empty(Plan plan) {
        return empty(plan, SharedYear.none(), Map.of());
    }

    private static Pool empty(Plan plan, SharedYear year, Map<String, SharedYear> years) {
        return new Pool(plan, year, years, 1, Errors.none(), Map.of(), plan.windows().stream().map(w -> SumQuantiles.fit(w, List.of(), 1)).toList());
    }

    /** Rounds of finding weights and reweighting errors by them. */
    private static final int ROUNDS = 3;

    private static final double SHARE_STEP = 0.25;

    private record Seen(DemandClass kind, List<Trial> trials, List<Errors> errors) {}

    /** A pool, and the looks back at each series that it was fitted on, in their order. */
    record Fitted(Pool pool, List<List<Errors>> errors) {}

    /** @param cycle buckets in a year; 1 to share none */
    static Fitted fit(List<Series> series, Plan plan, int cycle) {
        List<Series> sameDates = series.stream().filter(one -> one.kin.aligned() && one.length() > 0).toList();
        SharedYear year = SharedYear.of(sameDates, cycle, plan);
        Map<String, SharedYear> years = SharedYear.byCategory(sameDates, cycle, plan);
        Pool weighted = empty(plan, year, years);
        List<Seen> seen = series.parallelStream().map(weighted::look).toList();
        for (int round = 0; round < ROUNDS; round++) {
            weighted = weighted.reweighted(seen);
        }
        Pool found = weighted;
        List<List<List<SumQuantiles.Look>>> looks =
                IntStream.range(0, series.size()).parallel().mapToObj(i -> found.looks(seen.get(i))).toList();
        List<SumQuantiles> quantiles = new ArrayList<>();
        for (int w = 0; w < plan.windows().size(); w++) {
            List<SumQuantiles.Look> of = new ArrayList<>();
            for (List<List<SumQuantiles.Look>> one : looks) {
                of.addAll(one.get(w));
            }
            quantiles.add(SumQuantiles.fit(plan.windows().get(w), of, year.leastDrift()));
        }
        return new Fitted(new Pool(plan, year, years, found.shareInPath(seen), found.all, found.byClass, quantiles), seen.stream().map(Seen::errors).toList());
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
        return new Pool(plan, year, years, yearInPath, sumOfAll, sums, quantiles);
    }

    private Seen look(Series series) {
        List<Trial> trials = Trial.of(series, plan, yearOf(series), LOOKS);
        return new Seen(DemandClass.of(series.y), trials, trials.stream().map(Errors::of).toList());
    }

    /** The share of the year with which paths came closest in the looks back, by the mean of roots as in RMSSE. */
    private double shareInPath(List<Seen> seen) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        boolean shared = !year.years().isEmpty() || !years.isEmpty();
        for (double share = 0; share <= 1 && shared; share += SHARE_STEP) {
            double tried = share;
            // Summed in order: a parallel sum rounds differently on another number of cores.
            double cost = Arrays.stream(seen.parallelStream().mapToDouble(one -> cost(one, tried)).toArray()).sum();
            if (cost < least) {
                least = cost;
                best = share;
            }
        }
        return best;
    }

    private double cost(Seen seen, double share) {
        double[] weights = weights(seen.kind, Errors.none());
        double cost = 0;
        for (Trial trial : seen.trials) {
            double scale = Trial.scale(trial.known().history());
            if (scale > 0 && trial.known().year().length > 0) {
                double[] path = trial.known().tempered(Weights.combine(weights, trial.paths()), share);
                double squares = 0;
                for (int h = 0; h < path.length; h++) {
                    squares += (path[h] - trial.actual()[h]) * (path[h] - trial.actual()[h]) / path.length;
                }
                cost += Math.sqrt(squares) / scale;
            }
        }
        return cost;
    }

    private SharedYear yearOf(Series series) {
        return years.getOrDefault(series.kin.category(), year);
    }

    private static Errors sum(List<Errors> parts, double[] weights) {
        Errors sum = Errors.none();
        for (Errors part : parts) {
            sum = sum.plus(part.tamed(weights));
        }
        return sum;
    }

    private List<List<SumQuantiles.Look>> looks(Seen seen) {
        double[] weights = weights(seen.kind, Errors.none());
        List<List<SumQuantiles.Look>> looks = plan.windows().stream().<List<SumQuantiles.Look>>map(_ -> new ArrayList<>()).toList();
        for (int date = 0; date < seen.trials.size(); date++) {
            Trial trial = seen.trials.get(date);
            double[] path = Weights.combine(weights, trial.paths());
            LevelTrack track = trial.known().track();
            double scale = Trial.scale(trial.known().history());
            for (int w = 0; w < plan.windows().size(); w++) {
                Window window = plan.windows().get(w);
                if (window.to() <= trial.actual().length) {
                    OwnErrors own = trial.known().errors(track, window, seen.kind);
                    looks.get(w).add(SumQuantiles.Look.of(window.sumOf(path), window.sumOf(trial.actual()), scale, own, window, date));
                }
            }
        }
        return looks;
    }

    /** The weights of the methods for one series: its class's, moved by what its own looks back showed. */
    double[] weights(DemandClass kind, Errors own) {
        Errors ofClass = byClass.getOrDefault(kind, Errors.none()).plus(all.capped(CLASS_PRIOR));
        double[] start = Weights.byError(ofClass, Methods.usual(kind.pauses(), kind.varies()));
        return Weights.of(ofClass.capped(OWN_PRIOR).plus(own), start);
    }

    /** The looks back at one series. */
    List<Errors> lookBack(Series series) {
        return Trial.of(series, plan, yearOf(series), LOOKS).stream().map(Errors::of).toList();
    }

    /** One series ahead: its path in units of demand, and for each window the quantiles of its total. */
    record Ahead(double[] path, double[] typical, List<double[]> quantiles, double[] weights) {}

    /** @param errors the looks back at this series */
    Ahead ahead(Series series, List<Errors> errors) {
        if (series.length() == 0) {
            return new Ahead(new double[plan.horizon()], new double[plan.horizon()], quantiles.stream().map(_ -> new double[Probabilities.GRID.length]).toList(), new double[0]);
        }
        DemandClass kind = DemandClass.of(series.y);
        double[] weights = weights(kind, sum(errors, weights(kind, Errors.none())));
        Known known = Known.of(series, 0, plan.horizon(), yearOf(series));
        double[] path = Weights.combine(weights, known.paths(plan.horizon()));
        LevelTrack track = known.track();
        List<double[]> result = new ArrayList<>();
        for (SumQuantiles of : quantiles) {
            double[] q = of.of(of.window().sumOf(path), known.errors(track, of.window(), kind));
            for (int i = 0; i < q.length; i++) {
                q[i] *= series.unit;
            }
            result.add(q);
        }
        double[] typical = known.tempered(path, yearInPath).clone();
        for (int h = 0; h < path.length; h++) {
            path[h] *= series.unit;
            typical[h] *= series.unit;
        }
        return new Ahead(path, typical, result, weights);
    }
}
