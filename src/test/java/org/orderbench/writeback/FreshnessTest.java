package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.LineBasis;
import org.orderbench.replenish.Explanation;

class FreshnessTest {

    private static final Instant DECIDED = Instant.parse("2026-11-20T08:00:00Z");

    /** Decided: 10 on hand, 20 incoming, 24 to order at 2.50, minimum 12, 14 a week forecast, newest line 50. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        // on hand, incoming, drafts, price, minimum, newest, available, days, what is said
        "10, 20,  0, 2.50, 12, 50, true,  0, -",
        "16, 20,  0, 2.50, 12, 50, true,  0, -",
        "17, 20,  0, 2.50, 12, 50, true,  0, Supply is 37",
        " 3, 20,  0, 2.50, 12, 50, true,  0, Supply is 23",
        " 3, 20,  0, 2.50, 12, 50, true,  1, -",
        "10, 20,  0, 2.55, 12, 50, true,  0, -",
        "10, 20,  0, 2.60, 12, 50, true,  0, The price is 2.6 GBP now",
        "10, 20,  0,    -, 12, 50, true,  0, gone or no longer valid",
        "10, 20,  0, 2.50, 24, 50, true,  0, -",
        "10, 20,  0, 2.50, 30, 50, true,  0, minimum is 30",
        "10, 20,  0, 2.50, 12, 51, true,  0, another purchase line",
        "10, 20,  0, 2.50, 12, 49, true,  0, was deleted since",
        "10, 20,  0, 2.50, 12,  -, true,  0, was deleted since",
        "10, 20,  0, 2.50, 12, 50, false, 0, archived",
    })
    void oneRuleEach(long onHand, long incoming, long drafts, BigDecimal price, long minimum, Integer newest, boolean available, int days, String said) {
        LineFacts now = new LineFacts(
                Quantity.of(onHand), Quantity.of(incoming), Quantity.of(drafts), price, Quantity.of(minimum), newest, newest == null ? null : DECIDED, available);
        List<String> changes = new Freshness(Tolerances.DEFAULT).changes(intent(), now, DECIDED.plus(Duration.ofDays(days)));
        if (said == null) {
            assertThat(changes).isEmpty();
        } else {
            assertThat(changes).hasSize(1).first().asString().contains(said);
        }
    }

    private static LineIntent intent() {
        LineFacts decided = new LineFacts(Quantity.of(10), Quantity.of(20), Quantity.ZERO, new BigDecimal("2.50"), Quantity.of(12), 50, DECIDED, true);
        return new LineIntent(
                1, new LineBasis(new Sku(1, 1, 3), 50, DECIDED, 0), 7, "Acme", null, "Main", 10, "GBP", false, "A", "Lamp", "Units", Quantity.of(24),
                new BigDecimal("2"), 2, "Dozen", new BigDecimal("12"), 9, BigDecimal.ONE, new BigDecimal("2.50"), 14.0, Quantity.of(24), decided, decided,
                new Explanation(List.of()), "Ann", DECIDED, false);
    }
}
