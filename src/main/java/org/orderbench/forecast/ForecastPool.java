package org.orderbench.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.orderbench.demand.BucketSize;

/**
 * What all SKUs together teach about each: fitted once for a catalogue ({@link Forecaster#fit}), kept, and used to forecast any one SKU.
 * Immutable.
 *
 * @param end       the first day after the histories that it was fitted on, in days since 1970
 * @param pools     by bucket size; a size that no SKU had is absent
 * @param analogues what new SKUs of a category sell, by category
 */
public record ForecastPool(long end, Map<BucketSize, Pool> pools, Map<String, Analogue> analogues) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public ForecastPool {
        pools = Map.copyOf(pools);
        analogues = Map.copyOf(analogues);
    }

    /** A pool that has seen nothing: equal weights, and spreads from each SKU's own history. */
    public static ForecastPool empty() {
        return new ForecastPool(0, Map.of(), Map.of());
    }

    Pool of(BucketSize size) {
        Pool pool = pools.get(size);
        return pool == null ? Pool.empty(Knots.plan(size)) : pool;
    }

    /** The pool as one JSON document of some hundred kilobytes at most. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a pool holds only numbers and names", e);
        }
    }

    /** @throws IllegalArgumentException when this is not a pool that {@link #toJson} of this version wrote: fit a new one */
    public static ForecastPool fromJson(String json) {
        try {
            return JSON.readValue(json, ForecastPool.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a forecast pool of this version: " + e.getOriginalMessage(), e);
        }
    }
}
