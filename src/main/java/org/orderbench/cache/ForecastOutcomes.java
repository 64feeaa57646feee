package org.orderbench.cache;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.orderbench.forecast.Tracking;
import org.orderbench.policy.Policy;
import org.orderbench.policy.PolicyFacts;
import org.orderbench.policy.TrackingSignal;
import org.orderbench.proposal.GroupErrors;
import org.orderbench.proposal.KeptForecast;

/** Holds what was forecast against what came: per slice, the value of a week's demand over all SKUs that had a forecast. */
final class ForecastOutcomes {

    private ForecastOutcomes() {}

    private static List<KeptForecast> compared(Handle handle, PolicyFacts facts) {
        LocalDate monday = facts.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return CacheForecastLog.compared(handle, monday.minusWeeks(GroupErrors.WEEKS));
    }

    private static String slice(KeptForecast kept, Policy policy, PolicyFacts facts) {
        return policy.place(kept.sku(), kept.category(), kept.vendorId(), facts.profiles().get(kept.sku())).slice().name();
    }

    /** How the forecasts of each slice did, all its SKUs and weeks together. */
    static Map<String, Tracking.Score> scores(Handle handle, Policy policy, PolicyFacts facts) {
        return GroupErrors.scores(compared(handle, facts), kept -> slice(kept, policy, facts));
    }

    /** The tracking signal of each slice that has enough complete weeks. */
    static Map<String, Double> tracking(Handle handle, Policy policy, PolicyFacts facts) {
        Map<String, SortedMap<LocalDate, double[]>> bySlice = new HashMap<>();
        for (KeptForecast kept : compared(handle, facts)) {
            Double actual = kept.actual();
            if (actual != null) {
                String slice = slice(kept, policy, facts);
                double[] sums = bySlice.computeIfAbsent(slice, s -> new TreeMap<>()).computeIfAbsent(kept.week(), w -> new double[2]);
                // Where no cost is known units stand for themselves.
                double value = kept.unitValue() > 0 ? kept.unitValue() : 1;
                sums[0] += kept.mean() * value;
                sums[1] += actual * value;
            }
        }
        Map<String, Double> signals = new HashMap<>();
        bySlice.forEach((slice, weeks) -> {
            List<TrackingSignal.Outcome> outcomes = new ArrayList<>();
            weeks.values().forEach(sums -> outcomes.add(new TrackingSignal.Outcome(sums[0], sums[1])));
            Double signal = TrackingSignal.of(outcomes);
            if (signal != null) {
                signals.put(slice, signal);
            }
        });
        return signals;
    }
}
