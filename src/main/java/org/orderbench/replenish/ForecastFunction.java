package org.orderbench.replenish;

import org.orderbench.forecast.Forecast;

/** Forecasts the SKU that is being assessed, once the stretch that its order must cover is known. */
@FunctionalInterface
public interface ForecastFunction {

    /** @param protectionDays lead time and review period: chooses the resolution; the answer can be asked for any stretch */
    Forecast forecast(int protectionDays);
}
