package org.orderbench.forecast;

/**
 * The distribution of demand summed over the days ahead, in the product's own unit. Immutable and safe for any thread.
 *
 * <p>For every implementation: results are finite and not negative; {@code quantile} rises with {@code p} and with {@code days}; both are
 * 0 at 0 days.
 */
public interface DemandDistribution {

    /** Expected demand over the first {@code days} days from the forecast's origin; fractions of a day are allowed. */
    double mean(double days);

    /**
     * The amount that demand over the first {@code days} days stays at or below with probability {@code p}.
     *
     * @param p in (0, 1)
     */
    double quantile(double p, double days);
}
