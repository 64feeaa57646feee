package org.orderbench.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.ProposalLine;

/** What a buyer types into a quantity of 120, bought in dozens. */
class QuantityInputTest {

    private final ProposalLine line = Lines.line(1, "Lunch bag", 120, 12);
    private final ProposalLine loose = Lines.line(2, "Ribbon", 120, 0);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "132 | 132", "1,200 | 1200", "+10% | 132", "-10% | 108", "50% | 60", "+12 | 132", "-24 | 96", "*2 | 240", "x2 | 240", "/2 | 60",
        "3 packs | 36", "3p | 36", "2 dozen | 24", "10 doz | 120", "+1 pack | 132", "24 units | 24", " 144  | 144"})
    void amountsArithmeticAndPacks(String typed, long expected) {
        assertThat(new QuantityInput(Locale.UK).read(typed, line)).isEqualTo(new QuantityInput.Amount(Quantity.of(expected), false));
    }

    @ParameterizedTest
    @CsvSource({"100, 108", "1, 12", "+5%, 132", "121, 132"})
    void aBrokenPackIsRaisedToAWholeOne(String typed, long expected) {
        assertThat(new QuantityInput(Locale.UK).read(typed, line)).isEqualTo(new QuantityInput.Amount(Quantity.of(expected), true));
    }

    @ParameterizedTest
    @CsvSource({"12%, 15", "+0.5%, 121", "/7, 18", "*0.33, 40"})
    void whatIsOrderedByTheWholeStaysSo(String typed, long expected) {
        assertThat(new QuantityInput(Locale.UK).read(typed, loose)).isEqualTo(new QuantityInput.Amount(Quantity.of(expected), true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "abc | review.edit.unreadable", "12a3 | review.edit.unit", "+ | review.edit.unreadable", "0 | review.edit.zero", "-120 | review.edit.zero",
        "-500 | review.edit.zero", "/0 | review.edit.unreadable", "1e99 | review.edit.unit", "99999999999999 | review.edit.huge", "3 kg | review.edit.unit",
        "1.2.3 | review.edit.unreadable", "% | review.edit.unreadable"})
    void whatCannotBeMeantIsRefusedWithItsReason(String typed, String key) {
        assertThat(new QuantityInput(Locale.UK).read(typed, line)).isEqualTo(new QuantityInput.Unreadable(key));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1.200 | 1200", "1.200,5 | 1200.5", "2,5 | 2.5", "2.5 | 2.5"})
    void germanNumbersAreReadAsGermansWriteThem(String typed, double expected) {
        assertThat(new QuantityInput(Locale.GERMANY).read(typed, loose)).isEqualTo(new QuantityInput.Amount(Quantity.of(expected), false));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsTypedTheOutcomeIsAReasonOrWholePacks(int seed) {
        Random random = new Random(seed);
        String alphabet = "0123456789.,+-*/% pxé−";
        StringBuilder typed = new StringBuilder();
        for (int i = random.nextInt(9) + 1; i > 0; i--) {
            typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        switch (new QuantityInput(Locale.UK).read(typed.toString(), line)) {
            case QuantityInput.Unreadable refused -> assertThat(refused.key()).startsWith("review.edit.");
            case QuantityInput.Amount amount -> {
                assertThat(amount.quantity().isPositive()).isTrue();
                assertThat(amount.quantity().value().remainder(line.orderStep().value())).isZero();
            }
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }
}
