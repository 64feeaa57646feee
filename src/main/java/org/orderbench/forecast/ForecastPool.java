package org.orderbench.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.orderbench.demand.BucketSize;

/**
 * What all SKUs together teach about each: fitted once for a catalogue ({@link Forecaster#fit}), kept, and used to forecast any one SKU.
 * Immutable.
 *
 * @param pools by bucket size; a size that no SKU had is absent
 */
public record ForecastPool(Map<BucketSize, Pool> pools) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public ForecastPool {
        pools = Map.copyOf(pools);
    }

    /** A pool that has seen nothing: equal weights, and spreads from each SKU's own history. */
    public static ForecastPool empty() {
        return new ForecastPool(Map.of());
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
