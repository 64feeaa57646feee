package org.orderbench.replenish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderbench.replenish.Facts.DOZEN;
import static org.orderbench.replenish.Facts.KILO;
import static org.orderbench.replenish.Facts.TODAY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.catalog.Quantity;
import org.orderbench.replenish.Facts.Row;

/** The rule of Odoo's {@code _select_seller}, row by row. */
class SupplierChoiceTest {

    private static int chosen(Facts facts, double quantity) {
        return SupplierChoice.of(facts.build()).select(Quantity.of(quantity)).map(offer -> offer.price().id()).orElse(0);
    }

    private static String missing(Facts facts) {
        return SupplierChoice.of(facts.build()).missing().reason();
    }

    @Test
    void theFirstVendorBySequenceWinsThoughAnotherIsCheaper() {
        assertThat(chosen(Facts.sku().price(Row.of(1, 5).sequence(2).price("1.00").build()).price(Row.of(2, 6).sequence(1).price("9.00").build()), 10)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "49, 1", "50, 2", "199, 2", "200, 3", "5000, 3"})
    void aVendorsTierIsTheCheapestThatTheQuantityReaches(double quantity, int row) {
        Facts facts = Facts.sku()
                .price(Row.of(1, 5).price("2.00").build())
                .price(Row.of(2, 5).price("1.80").minimum(50).build())
                .price(Row.of(3, 5).price("1.50").minimum(200).build());
        assertThat(chosen(facts, quantity)).isEqualTo(row);
    }

    @Test
    void aVendorWhoseEveryRowAsksForMoreIsPassedOver() {
        Facts facts = Facts.sku().price(Row.of(1, 5).sequence(1).minimum(100).build()).price(Row.of(2, 6).sequence(2).build());
        assertThat(chosen(facts, 40)).isEqualTo(2);
        assertThat(chosen(facts, 100)).isEqualTo(1);
    }

    @Test
    void discountsCountBeforePricesAreCompared() {
        Facts facts = Facts.sku().price(Row.of(1, 5).price("2.00").build()).price(Row.of(2, 5).price("2.40").discount("25").build());
        assertThat(chosen(facts, 1)).isEqualTo(2);
    }

    @Test
    void pricesAreComparedInTheCompanysCurrency() {
        Facts facts = Facts.sku().rate("EUR", "0.85").rate("USD", "0.75")
                .price(Row.of(1, 5).price("1.00").build())
                .price(Row.of(2, 5).price("1.15").currency("EUR").build())
                .price(Row.of(3, 5).price("1.35").currency("USD").build());
        assertThat(chosen(facts, 1)).isEqualTo(2);
    }

    @Test
    void theMinimumIsCountedInTheVendorsUnit() {
        Facts facts = Facts.sku().price(Row.of(1, 5).unit(DOZEN).minimum(2).price("12.00").build());
        assertThat(chosen(facts, 23)).isZero();
        assertThat(chosen(facts, 24)).isEqualTo(1);
        Offer offer = SupplierChoice.of(facts.build()).first();
        assertThat(offer.minimum()).isEqualTo(Quantity.of(24));
        assertThat(offer.unitPrice()).isEqualByComparingTo("1.00");
    }

    @Test
    void rowsOutOfDateOrOfOthersArePassedOver() {
        Facts facts = Facts.sku()
                .price(Row.of(1, 5).sequence(1).valid(null, TODAY.minusDays(1)).build())
                .price(Row.of(2, 5).sequence(2).valid(TODAY.plusDays(1), null).build())
                .price(Row.of(3, 5).sequence(3).company(2).build())
                .price(Row.of(4, 5).sequence(4).product(8).build())
                .price(Row.of(5, 6).sequence(5).product(7).company(1).valid(TODAY, TODAY).build());
        assertThat(chosen(facts, 1)).isEqualTo(5);
    }

    @Test
    void aContactIsAskedWithItsCompanysPricesToo() {
        Facts facts = Facts.sku().contact(5, "Ann at Lights", 6).vendor(6, "Lights")
                .price(Row.of(1, 5).sequence(1).price("2.00").build())
                .price(Row.of(2, 6).sequence(2).price("1.50").build());
        assertThat(SupplierChoice.of(facts.build()).select(5, Quantity.of(1)).orElseThrow().price().id()).isEqualTo(2);
    }

    @Test
    void whoIsMissingIsSaidWithTheNextStep() {
        assertThat(missing(Facts.sku())).isEqualTo("no-supplier-price");
        assertThat(missing(Facts.sku().price(Row.of(1, 5).valid(null, TODAY.minusDays(1)).build()))).isEqualTo("supplier-price-expired");
        assertThat(missing(Facts.sku().price(Row.of(1, 5).company(2).build()))).isEqualTo("supplier-of-other-company");
        assertThat(missing(Facts.sku().price(Row.of(1, 5).product(8).build()))).isEqualTo("supplier-of-other-variant");
        assertThat(missing(Facts.sku().price(Row.of(1, 5).unit(KILO).build()))).isEqualTo("unit-mismatch");
        assertThat(Wording.of(SupplierChoice.of(Facts.sku().build()).missing().said(), Wording.REFERENCE)).contains("Add one on its Purchase tab");
    }

    @Test
    void otherVendorsAreShownCheapestFirst() {
        Facts facts = Facts.sku()
                .price(Row.of(1, 5).sequence(1).price("2.00").build())
                .price(Row.of(2, 6).sequence(2).price("3.00").build())
                .price(Row.of(3, 7).sequence(3).price("2.50").minimum(500).build());
        List<Offer> others = SupplierChoice.of(facts.build()).alternatives(5, Quantity.of(10));
        assertThat(others).extracting(offer -> offer.price().id()).containsExactly(3, 2);
    }
}
