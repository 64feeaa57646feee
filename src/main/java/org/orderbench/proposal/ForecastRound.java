package org.orderbench.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orderbench.catalog.Sku;
import org.orderbench.demand.CleanDemand;
import org.orderbench.replenish.Assessment;

/** Keeps the forecasts of one round of planning, and compares earlier ones with the facts that the round reads anyway. Used once, by one thread. */
final class ForecastRound {

    private final ForecastLog log;
    private final Map<Sku, List<KeptForecast>> open;
    private final List<KeptForecast> made = new ArrayList<>();
    private final List<KeptForecast> settled = new ArrayList<>();

    ForecastRound(ForecastLog log, LocalDate today) {
        this.log = log;
        this.open = log.open(today);
    }

    void add(Assessment assessment) {
        KeptForecast.of(assessment).ifPresent(made::add);
        List<KeptForecast> over = open.getOrDefault(assessment.facts().sku(), List.of());
        if (!over.isEmpty()) {
            CleanDemand demand = CatalogueModel.demand(assessment.facts());
            over.forEach(kept -> settled.add(kept.settled(demand)));
        }
    }

    void end() {
        log.settle(settled);
        log.keep(made);
    }
}
