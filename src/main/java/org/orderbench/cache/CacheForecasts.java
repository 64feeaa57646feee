package org.orderbench.cache;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.orderbench.proposal.ForecastStore;
import org.orderbench.proposal.KeptForecast;

/** Keeps forecasts in the cache. Safe for several threads. */
public final class CacheForecasts implements ForecastStore {

    private final Jdbi jdbi;

    public CacheForecasts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void keep(List<KeptForecast> forecasts) {
        if (!forecasts.isEmpty()) {
            jdbi.useTransaction(handle -> KeptForecastRows.write(handle, forecasts));
        }
    }
}
