package org.orderbench.forecast;

import java.time.LocalDate;
import java.util.List;

/** What is known of one SKU's demand ahead: a distribution, or the reason why there is none. */
public sealed interface Forecast {

    /**
     * @param origin     the first day that the forecast is of: the day after the last day of history
     * @param total      demand summed from {@code origin} on
     * @param method     how it was made, in words that the window may show, such as "Theta and seasonal mean, weekly"
     * @param confidence how far the history carries it, from 0 (hardly) to 1 (fully); shown as a mark and fed to the guardrails
     * @param remarks    what was done to the history and what the buyer should know, in the order in which it was done
     */
    record Available(LocalDate origin, DemandDistribution total, String method, double confidence, List<String> remarks) implements Forecast {
        public Available {
            remarks = List.copyOf(remarks);
        }
    }

    /** @param reason in the buyer's words, with the figures: "6 weeks of history, 12 needed" */
    record Unavailable(String reason) implements Forecast {}
}
