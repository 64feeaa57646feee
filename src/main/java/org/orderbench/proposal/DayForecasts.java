package org.orderbench.proposal;

import java.util.List;

/** Where forecasts are kept between two plans of one day. Implemented by the cache, which drops a product's when its moves change. */
@FunctionalInterface
public interface DayForecasts {

    /** Keeps nothing: every plan forecasts anew. */
    DayForecasts NONE = forecasts -> {};

    /** In place of what was kept of the same SKUs. */
    void keep(List<DayForecast> forecasts);
}
