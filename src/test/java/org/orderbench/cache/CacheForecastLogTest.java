package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderbench.catalog.Sku;
import org.orderbench.forecast.Tracking;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.Ceiling;
import org.orderbench.policy.Policy;
import org.orderbench.policy.PolicyFacts;
import org.orderbench.policy.Slice;
import org.orderbench.policy.SliceRule;
import org.orderbench.proposal.KeptForecast;

class CacheForecastLogTest {

    private static final Sku LAMP = new Sku(1, 1, 7);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @RegisterExtension
    final FreshCache cache = new FreshCache();

    private CacheForecastLog log() {
        return new CacheForecastLog(cache.jdbi());
    }

    private static KeptForecast forecast(Sku sku, LocalDate from, double mean, Double actual) {
        return new KeptForecast(sku, from, mean, mean * 1.5, 2, "Lamps", 5, 2.5, actual);
    }

    @Test
    void theFirstForecastOfAWeekStays() {
        log().keep(List.of(forecast(LAMP, MONDAY, 20, null)));
        log().keep(List.of(forecast(LAMP, MONDAY.plusDays(1), 99, null), forecast(new Sku(1, 1, 8), MONDAY.plusDays(1), 3, null)));
        assertThat(log().of(LAMP)).containsExactly(forecast(LAMP, MONDAY, 20, null));
        assertThat(log().of(new Sku(1, 1, 8))).hasSize(1);
    }

    @Test
    void aForecastIsOpenFromTheEndOfItsWeekUntilItIsSettled() {
        log().keep(List.of(forecast(LAMP, MONDAY, 20, null)));
        assertThat(log().open(MONDAY.plusDays(6))).isEmpty();
        assertThat(log().open(MONDAY.plusDays(7))).containsOnlyKeys(LAMP);
        log().settle(List.of(forecast(LAMP, MONDAY, 20, 17.0)));
        assertThat(log().open(MONDAY.plusDays(7))).isEmpty();
        assertThat(log().of(LAMP)).containsExactly(forecast(LAMP, MONDAY, 20, 17.0));
    }

    @Test
    void oneThatCannotBeToldIsSettledWithoutAFigure() {
        log().keep(List.of(forecast(LAMP, MONDAY, 20, null)));
        log().settle(List.of(forecast(LAMP, MONDAY, 20, null)));
        assertThat(log().open(MONDAY.plusDays(30))).isEmpty();
        assertThat(log().of(LAMP).getFirst().actual()).isNull();
    }

    @Test
    void thoseOfMoreThanAYearAgoAreDropped() {
        log().keep(List.of(forecast(LAMP, MONDAY.minusWeeks(60), 20, null)));
        log().keep(List.of(forecast(LAMP, MONDAY, 21, null)));
        assertThat(log().of(LAMP)).extracting(KeptForecast::mean).containsExactly(21.0);
    }

    @Test
    void theTrackingSignalOfASliceIsOfTheForecastsThatWereKept() {
        List<KeptForecast> kept = new ArrayList<>();
        for (int week = 1; week <= 8; week++) {
            kept.add(forecast(LAMP, MONDAY.minusWeeks(week), 20, null));
        }
        log().keep(kept);
        assertThat(signals()).as("nothing came yet").isEmpty();
        log().settle(kept.stream().map(one -> forecast(LAMP, one.from(), 20, 30.0)).toList());
        assertThat(signals().values()).containsExactly(8.0);
    }

    @Test
    void theErrorsOfEachSliceAreOfItsOwnSkus() {
        Sku chair = new Sku(1, 1, 8);
        log().keep(List.of(forecast(LAMP, MONDAY.minusWeeks(1), 20, null), forecast(chair, MONDAY.minusWeeks(1), 20, null)));
        log().settle(List.of(forecast(LAMP, MONDAY.minusWeeks(1), 20, 30.0), forecast(chair, MONDAY.minusWeeks(1), 20, 10.0)));
        Policy initial = Policy.initial("GBP", Instant.parse("2026-03-02T08:00:00Z"));
        Slice lamps = new Slice("lamps", List.of(new SliceRule.HandPicked(Set.of(LAMP))), AuthorityLevel.DRAFT, Ceiling.NOTHING);
        Policy sliced = initial.with(List.of(lamps, initial.slices().getLast()), "ann", initial.at(), "");
        Map<String, Tracking.Score> errors = cache.jdbi().withHandle(handle -> ForecastOutcomes.scores(handle, sliced, facts()));
        assertThat(errors.keySet()).containsExactlyInAnyOrder("lamps", initial.slices().getLast().name());
        assertThat(Objects.requireNonNull(errors.get("lamps")).bias()).as("20 instead of 30").isCloseTo(-1 / 3.0, within(1e-9));
        assertThat(Objects.requireNonNull(errors.get(initial.slices().getLast().name())).bias()).isCloseTo(1, within(1e-9));
    }

    @Test
    void comparedAreThoseSinceAMondayOfWhichItIsKnownWhatCame() {
        List<KeptForecast> kept = List.of(
                forecast(LAMP, MONDAY.minusWeeks(1), 21, 3.0), forecast(LAMP, MONDAY.minusWeeks(2), 22, 4.0), forecast(LAMP, MONDAY.minusWeeks(3), 23, 5.0),
                forecast(new Sku(1, 1, 8), MONDAY.minusWeeks(1), 24, null));
        log().keep(kept);
        log().settle(kept);
        assertThat(log().compared(MONDAY.minusWeeks(2))).containsExactly(kept.get(1), kept.get(0));
    }

    private Map<String, Double> signals() {
        PolicyFacts facts = facts();
        return cache.jdbi().withHandle(handle -> ForecastOutcomes.tracking(handle, Policy.initial("GBP", facts.now()), facts));
    }

    private static PolicyFacts facts() {
        return new PolicyFacts(Instant.parse("2026-03-02T08:00:00Z"), MONDAY, null, Map.of(), null);
    }
}
