package org.orderbench.proposal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Receipt;
import org.orderbench.forecast.Forecast;
import org.orderbench.replenish.Assessment;
import org.orderbench.replenish.Replenishment;
import org.orderbench.replenish.SampledDemand;
import org.orderbench.replenish.SkuFacts;

/** Assesses SKUs of one plan with kept forecasts where they hold, and says what to keep where they did not. Safe for several threads. */
final class Assessing {

    private final FactsSource source;
    private final CatalogueModel model;
    private final Replenishment replenishment;
    private final LocalDate today;

    Assessing(FactsSource source, CatalogueModel model, Replenishment replenishment, LocalDate today) {
        this.source = source;
        this.model = model;
        this.replenishment = replenishment;
        this.today = today;
    }

    /**
     * @param toKeep    what was made of the SKU's moves; null where what was kept still holds
     * @param movesRead whether the assessment's facts have their moves
     */
    record Assessed(Assessment assessment, @Nullable DayForecast toKeep, boolean movesRead) {}

    Assessed assess(KnownSku known) {
        Forecasting forecasting = new Forecasting(known);
        Assessment assessment = replenishment.assess(known.facts(), forecasting::forecast, model.valueClass(known.facts().sku()));
        return new Assessed(assessment, forecasting.toKeep(), known.kept() == null);
    }

    /** One SKU's. Used by one thread. */
    private final class Forecasting {
        private final KnownSku known;
        private SkuFacts read;
        private @Nullable Forecast fresh;
        private int freshDays;

        Forecasting(KnownSku known) {
            this.known = known;
            this.read = known.facts();
        }

        Forecast forecast(int protectionDays) {
            DayForecast kept = known.kept();
            if (kept != null && kept.forecast() != null && kept.protectionDays() == protectionDays) {
                return kept.forecast();
            }
            if (kept != null) {
                // Another stretch than was kept: the moves are needed after all.
                read = source.find(known.facts().sku(), today).orElse(read);
            }
            Forecast made = SampledDemand.of(model.forecast(read, protectionDays), read);
            fresh = made;
            freshDays = protectionDays;
            return made;
        }

        @Nullable DayForecast toKeep() {
            if (known.kept() != null && fresh == null) {
                return null;
            }
            SkuFacts facts = read;
            List<Receipt> own = facts.receipts().stream().filter(receipt -> receipt.productId() == facts.sku().productId()).toList();
            return new DayForecast(facts.sku(), today, facts.stock().onHand(), facts.product().category(), facts.product().unit().id(), fresh, freshDays, facts.history(), facts.historyFrom(), own);
        }
    }
}
