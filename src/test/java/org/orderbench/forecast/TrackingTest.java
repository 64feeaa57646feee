package org.orderbench.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderbench.forecast.Tracking.Outcome;

class TrackingTest {

    @Test
    void figuresAreThoseOfTheFormulas() {
        Tracking.Score score = Tracking.of(List.of(new Outcome(10, 15, 0.9, 8, 2), new Outcome(10, 15, 0.9, 16, 2)));
        assertThat(score.bias()).isCloseTo(-4.0 / 24, within(1e-12));
        assertThat(score.mase()).isCloseTo((1 + 3) / 2.0, within(1e-12));
        assertThat(score.rmsse()).isCloseTo(Math.sqrt((1 + 9) / 2.0), within(1e-12));
        assertThat(score.coverage()).isEqualTo(0.5);
        assertThat(score.promised()).isEqualTo(0.9);
    }

    @Test
    void forecastsThatAreAlwaysTooHighLean() {
        Tracking.Score score = Tracking.of(repeated(12, i -> new Outcome(10, 20, 0.95, 6 + i % 2, 3)));
        assertThat(score.signal()).isCloseTo(1, within(1e-9));
        assertThat(score.leans()).isTrue();
    }

    @Test
    void errorsThatAlternateDoNotLean() {
        assertThat(Tracking.of(repeated(20, i -> new Outcome(10, 20, 0.95, i % 2 == 0 ? 7 : 13, 3))).leans()).isFalse();
    }

    @Test
    void aFewOutcomesNeverRaiseAnAlarm() {
        Tracking.Score score = Tracking.of(repeated(Tracking.FEWEST - 1, _ -> new Outcome(10, 11, 0.95, 30, 3)));
        assertThat(score.leans()).isFalse();
        assertThat(score.breaksPromises()).isFalse();
    }

    @Test
    void quantilesBrokenTooOftenAreToldFromChance() {
        assertThat(Tracking.of(repeated(20, i -> new Outcome(10, 15, 0.95, i < 8 ? 20 : 8, 3))).breaksPromises()).isTrue();
        assertThat(Tracking.of(repeated(20, i -> new Outcome(10, 15, 0.95, i < 2 ? 20 : 8, 3))).breaksPromises()).isFalse();
    }

    @Test
    void nothingToCompareIsNotANumberAndNoAlarm() {
        Tracking.Score score = Tracking.of(List.of());
        assertThat(score.bias()).isNaN();
        assertThat(score.leans()).isFalse();
        assertThat(score.breaksPromises()).isFalse();
    }

    private static List<Outcome> repeated(int count, java.util.function.IntFunction<Outcome> outcome) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            outcomes.add(outcome.apply(i));
        }
        return outcomes;
    }
}
