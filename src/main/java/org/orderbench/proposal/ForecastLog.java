package org.orderbench.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.orderbench.catalog.Sku;

/** Where forecasts are kept, to be compared with what came. Implemented by the cache. Safe for several threads. */
public interface ForecastLog {

    /** Keeps the first forecast of each SKU in each week; others of that week are let go. Those of more than a year ago are dropped. */
    void keep(List<KeptForecast> forecasts);

    /** Forecasts whose week was over before {@code today} and that were not compared yet. */
    Map<Sku, List<KeptForecast>> open(LocalDate today);

    /** Writes down what came, or that it can't be told. */
    void settle(List<KeptForecast> forecasts);

    /** What is known of one SKU's forecasts, oldest first. */
    List<KeptForecast> of(Sku sku);

    /** All since that Monday that could be compared with what came, oldest first. */
    List<KeptForecast> compared(LocalDate monday);
}
