package org.orderbench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.replenish.Forecastability;

class DemandClassTest {

    /** Four weeks: 1,1,1,1 · 0,2,1,1 (variation 0.71) · 0,0,2,2 (exactly 1) · 0,0,0,4 · none · one week only. */
    @ParameterizedTest
    @CsvSource({"4,4,4,X", "4,4,6,Y", "4,4,8,Z", "4,4,16,Z", "4,0,0,Z", "1,4,16,Z"})
    void steadinessByTheVariationOfTheWeeks(int weeks, double sum, double squares, Forecastability expected) {
        assertThat(DemandClass.steadiness(weeks, sum, squares)).isEqualTo(expected);
    }
}
