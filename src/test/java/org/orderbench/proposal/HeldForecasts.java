package org.orderbench.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.orderbench.catalog.Sku;

/** Keeps forecasts in memory, by the contract. */
final class HeldForecasts implements ForecastLog {

    final List<KeptForecast> kept = new ArrayList<>();
    private final Set<KeptForecast> settled = new HashSet<>();

    @Override
    public void keep(List<KeptForecast> forecasts) {
        forecasts.stream()
                .filter(next -> kept.stream().noneMatch(there -> there.sku().equals(next.sku()) && there.week().equals(next.week())))
                .forEach(kept::add);
    }

    @Override
    public Map<Sku, List<KeptForecast>> open(LocalDate today) {
        return kept.stream()
                .filter(one -> !settled.contains(one) && !one.from().plusDays(KeptForecast.DAYS).isAfter(today))
                .collect(Collectors.groupingBy(KeptForecast::sku));
    }

    @Override
    public void settle(List<KeptForecast> forecasts) {
        for (KeptForecast one : forecasts) {
            kept.replaceAll(there -> there.sku().equals(one.sku()) && there.week().equals(one.week()) ? one : there);
            settled.add(one);
        }
    }

    @Override
    public List<KeptForecast> of(Sku sku) {
        return kept.stream().filter(one -> one.sku().equals(sku)).toList();
    }

    @Override
    public List<KeptForecast> compared(LocalDate monday) {
        return kept.stream()
                .filter(one -> one.actual() != null && !one.week().isBefore(monday))
                .sorted(Comparator.comparing(KeptForecast::week))
                .toList();
    }
}
