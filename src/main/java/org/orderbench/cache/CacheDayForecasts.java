package org.orderbench.cache;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.orderbench.proposal.DayForecast;
import org.orderbench.proposal.DayForecasts;

/** Keeps forecasts in the cache. Safe for several threads. */
public final class CacheDayForecasts implements DayForecasts {

    private final Jdbi jdbi;

    public CacheDayForecasts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void keep(List<DayForecast> forecasts) {
        if (!forecasts.isEmpty()) {
            jdbi.useTransaction(handle -> DayForecastRows.write(handle, forecasts));
        }
    }
}
