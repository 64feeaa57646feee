package org.orderbench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orderbench.policy.BrakeReason.Told;

class BrakeReasonTest {

    @ParameterizedTest
    @EnumSource
    void aSentenceIsReadBackWithItsFigures(BrakeReason reason) {
        Object[] figures = {"fast \"movers\" {1} $2", "1234.5", "3", "400.25"};
        String words = reason.say(figures);
        assertThat(words).doesNotContain("{0}");
        Told told = BrakeReason.of(words).orElseThrow();
        assertThat(told.reason()).isEqualTo(reason);
        assertThat(told.untold()).isEmpty();
        assertThat(reason.say(told.figures().toArray())).isEqualTo(words);
        assertThat(BrakeReason.of(BrakeReason.untold(words, "Odoo\nis away."))).contains(new Told(reason, told.figures(), "Odoo\nis away."));
    }

    @Test
    void theFiguresStandInTheOrderOfTheSentence() {
        assertThat(BrakeReason.of("Today comes to 5200.5 GBP, more than 3 times the usual day of 900.").orElseThrow().figures())
                .isEqualTo(List.of("5200.5", "GBP", "3", "900"));
    }

    @Test
    void whatAPersonWroteIsNoSentenceOfOurs() {
        assertThat(BrakeReason.of("Stock count, strange proposals")).isEmpty();
        assertThat(BrakeReason.of("The data is old")).isEmpty();
    }
}
