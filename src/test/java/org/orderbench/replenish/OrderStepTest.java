package org.orderbench.replenish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderbench.replenish.Facts.DOZEN;
import static org.orderbench.replenish.Facts.KILO;
import static org.orderbench.replenish.Facts.PIECE;
import static org.orderbench.replenish.Facts.TODAY;

import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Quantity;
import org.orderbench.replenish.Facts.Row;

class OrderStepTest {

    private static OrderStep step(Facts facts, int multiple) {
        SkuFacts built = facts.build();
        return OrderStep.of(built, SupplierChoice.of(built).first(), Quantity.of(multiple));
    }

    @Test
    void piecesThatAlwaysMovedWholeAreBoughtWhole() {
        assertThat(step(Facts.sku().sells("1.00", 7, 0), 0).size()).isEqualTo(Quantity.of(1));
    }

    @Test
    void goodsSoldInFractionsAreBoughtToTheUnitsRounding() {
        Facts facts = Facts.sku().unit(KILO, KILO).price(Row.of(1, 5).unit(KILO).build()).sold(TODAY.minusDays(3), 2.5);
        assertThat(step(facts, 0).size()).isEqualTo(Quantity.of(0.001));
    }

    @Test
    void aDozenIsBoughtWhole() {
        OrderStep step = step(Facts.sku().unit(PIECE, DOZEN).price(Row.of(1, 5).unit(DOZEN).build()), 0);
        assertThat(step.size()).isEqualTo(Quantity.of(12));
        assertThat(step.name()).isEqualTo("Dozen");
    }

    @Test
    void theSmallestPackCounts() {
        OrderStep step = step(Facts.sku().sells("1.00", 7, 0).pack("Pallet", 480).pack("Case", 24), 0);
        assertThat(step.size()).isEqualTo(Quantity.of(24));
        assertThat(step.name()).isEqualTo("Case");
    }

    @Test
    void packsOfEighteenBoughtInDozensTakeThirtySix() {
        assertThat(step(Facts.sku().unit(PIECE, DOZEN).price(Row.of(1, 5).unit(DOZEN).build()).pack("Tray", 18), 0).size()).isEqualTo(Quantity.of(36));
    }

    @Test
    void aRulesMultipleIsKeptToo() {
        assertThat(step(Facts.sku().sells("1.00", 7, 0).pack("Case", 24), 10).size()).isEqualTo(Quantity.of(120));
    }
}
