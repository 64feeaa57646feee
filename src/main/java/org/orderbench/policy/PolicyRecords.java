package org.orderbench.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.forecast.Tracking;

/** What has happened, as policy looks at it. Implemented by the cache. Safe for several threads. */
public interface PolicyRecords {

    /** @param rights of the Odoo user; null if they could not be read */
    PolicyFacts facts(Policy policy, @Nullable UserRights rights);

    /** What was approved since Monday, each line in the slice that holds it now. */
    Exposure exposure(Policy policy, PolicyFacts facts);

    /** What people made of lines within the policy's window, each in the slice that holds it now, oldest first. */
    List<Ruling> rulings(Policy policy, PolicyFacts facts);

    /** All that the automatic trips look at; today's total is what was approved today, by anybody. */
    BrakeFacts brakeFacts(Policy policy, PolicyFacts facts, List<Ruling> rulings);

    /** How the forecasts of the last weeks did, by slice: bias, errors, coverage, each amount by its value. A slice of which nothing could be compared is absent. */
    Map<String, Tracking.Score> forecastErrors(Policy policy, PolicyFacts facts);

    /** Keeps verdicts and what was known of each SKU; of a line that the agent has approved, the verdict stays that it was approved by. */
    void keep(List<Verdict> verdicts, PolicyFacts facts);

    Optional<Verdict> verdict(long lineId);

    /** Lines that were decided since that day and how, oldest first; each once, by its latest decision that stands. */
    List<PastLine> past(LocalDate from);

    /** How vendors kept their dates over the year before that day. */
    List<Punctuality> punctuality(LocalDate today);

    /** The vendor that each SKU was last proposed from. */
    Map<Sku, Integer> bought();

    Choices choices();
}
