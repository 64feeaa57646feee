package org.orderbench.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.policy.BrakeState.Braked;
import org.orderbench.policy.BrakeState.Released;
import org.orderbench.policy.BrakeState.Unreadable;

class BrakeTripsTest {

    private static final Policy AUTO = Fixture.policy(Fixture.wide(), AuthorityLevel.AUTO_DRAFT);
    private static final Policy DRAFT = Fixture.policy(Fixture.wide(), AuthorityLevel.DRAFT);
    private static final List<BigDecimal> USUAL = Collections.nCopies(8, new BigDecimal("1000"));

    private final BrakeTrips trips = new BrakeTrips();

    private static BrakeFacts facts(Map<String, Agreement> latest, Map<String, Double> tracking, @Nullable BigDecimal total, List<BigDecimal> earlier, List<Instant> doubts) {
        return new BrakeFacts(Fixture.NOW, latest, tracking, total, earlier, doubts, Fixture.NOW.minus(Duration.ofHours(1)));
    }

    private static BrakeFacts quiet() {
        return facts(Map.of(), Map.of(), BigDecimal.TEN, USUAL, List.of());
    }

    private static BrakeFacts agreed(int unedited, int of) {
        Agreement agreement = new Agreement("everything", of, unedited, Wilson.of(unedited, of), 0, 0, new TreeMap<>(), 0, null, null);
        return facts(Map.of("everything", agreement), Map.of(), BigDecimal.TEN, USUAL, List.of());
    }

    private static BrakeFacts total(@Nullable String today, List<BigDecimal> earlier) {
        return facts(Map.of(), Map.of(), today == null ? null : new BigDecimal(today), earlier, List.of());
    }

    private static BrakeFacts dataFrom(@Nullable Instant from) {
        return new BrakeFacts(Fixture.NOW, Map.of(), Map.of(), BigDecimal.TEN, USUAL, List.of(), from);
    }

    private List<BrakeCause> causes(Policy policy, BrakeFacts facts) {
        return trips.examine(policy, facts).stream().map(Braked::cause).toList();
    }

    @Test
    void nothingTripsOnAQuietDay() {
        assertThat(trips.examine(AUTO, quiet())).isEmpty();
    }

    @Test
    void agreementThatFallsTripsWhereThereIsAuthority() {
        assertThat(causes(AUTO, agreed(18, 30))).isEmpty();
        assertThat(causes(AUTO, agreed(17, 30))).containsExactly(BrakeCause.AGREEMENT_FELL);
        assertThat(causes(DRAFT, agreed(0, 30))).isEmpty();
        assertThat(causes(AUTO, agreed(0, 7))).as("too few to tell").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"6,false", "6.1,true", "-6.1,true", "-5,false", "NaN,true"})
    void aTrackingSignalOverSixTrips(double signal, boolean expected) {
        BrakeFacts facts = facts(Map.of(), Map.of("everything", signal), BigDecimal.TEN, USUAL, List.of());
        assertThat(causes(AUTO, facts).contains(BrakeCause.FORECAST_BIASED)).isEqualTo(expected);
        assertThat(causes(DRAFT, facts)).isEmpty();
    }

    @Test
    void aDayOfMoreThanThreeTimesTheUsualTrips() {
        assertThat(causes(AUTO, total("3000", USUAL))).isEmpty();
        assertThat(causes(AUTO, total("3000.01", USUAL))).containsExactly(BrakeCause.UNUSUAL_TOTAL);
        assertThat(causes(AUTO, total("9999", USUAL.subList(0, 7)))).as("too few days to know what is usual").isEmpty();
        assertThat(causes(AUTO, total(null, USUAL))).as("fails closed").containsExactly(BrakeCause.UNUSUAL_TOTAL);
        assertThat(causes(DRAFT, total("9999", USUAL))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // usual day, today, trips: under the floor of 1,000 no day is unusual, however little the earlier ones came to
        "60, 600, false", "60, 1000, false", "60, 1000.01, true", "0.01, 999, false", "333.33, 1000, false", "333.34, 1000.02, false", "333.34, 1000.03, true",
        "334, 1001, false", "1000, 3000, false", "1000, 3001, true"
    })
    void anOrdinaryOrderOfASmallShopIsNoUnusualDay(String usual, String today, boolean expected) {
        BrakeFacts facts = total(today, Collections.nCopies(8, new BigDecimal(usual)));
        assertThat(causes(AUTO, facts).contains(BrakeCause.UNUSUAL_TOTAL)).isEqualTo(expected);
    }

    @Test
    void theFloorIsThePolicysOwn() {
        BrakeLimits c = BrakeLimits.careful();
        BrakeLimits none = new BrakeLimits(c.agreementBelow(), c.fewestDecisions(), c.trackingSignal(), c.dayTimesUsual(), BigDecimal.ZERO, c.fewestDays(), c.doubts(), c.doubtWindow(), c.dataAge());
        Policy policy = new Policy(AUTO.version(), AUTO.by(), AUTO.at(), AUTO.reason(), AUTO.limits(), AUTO.slices(), none, AUTO.earning());
        List<BigDecimal> sixty = Collections.nCopies(8, new BigDecimal("60"));
        assertThat(causes(policy, total("180", sixty))).isEmpty();
        assertThat(causes(policy, total("180.01", sixty))).containsExactly(BrakeCause.UNUSUAL_TOTAL);
        assertThatThrownBy(() -> new BrakeLimits(0.4, 8, 6, BigDecimal.TEN, BigDecimal.valueOf(-1), 8, 3, Duration.ofHours(24), Duration.ofHours(24)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void threeDoubtsInADayTrip() {
        Instant now = Fixture.NOW;
        List<Instant> two = List.of(now, now.minus(Duration.ofHours(23)), now.minus(Duration.ofHours(24)));
        assertThat(causes(DRAFT, facts(Map.of(), Map.of(), BigDecimal.TEN, USUAL, two))).isEmpty();
        List<Instant> three = List.of(now, now.minus(Duration.ofHours(23)), now.minus(Duration.ofHours(5)));
        assertThat(causes(DRAFT, facts(Map.of(), Map.of(), BigDecimal.TEN, USUAL, three))).containsExactly(BrakeCause.REPEATED_DOUBT);
    }

    @Test
    void staleDataTrips() {
        assertThat(causes(DRAFT, dataFrom(Fixture.NOW.minus(Duration.ofHours(24))))).isEmpty();
        assertThat(causes(DRAFT, dataFrom(Fixture.NOW.minus(Duration.ofHours(24)).minusMillis(1)))).containsExactly(BrakeCause.STALE_DATA);
        assertThat(causes(DRAFT, dataFrom(null))).containsExactly(BrakeCause.STALE_DATA);
    }

    @Test
    void aBrakeStaysOnUntilAPersonLiftsItExceptWhereItLiftsItself() {
        Braked hand = new Braked(BrakeCause.HAND, "stock count", "Ada", Fixture.NOW);
        Braked stale = new Braked(BrakeCause.STALE_DATA, "old", "agent", Fixture.NOW);
        Braked doubt = new Braked(BrakeCause.REPEATED_DOUBT, "3", "agent", Fixture.NOW);
        assertThat(BrakeTrips.next(hand, List.of())).isEqualTo(hand);
        assertThat(BrakeTrips.next(hand, List.of(doubt))).isEqualTo(hand);
        assertThat(BrakeTrips.next(stale, List.of())).isEqualTo(new Released());
        assertThat(BrakeTrips.next(stale, List.of(stale))).isEqualTo(stale);
        assertThat(BrakeTrips.next(stale, List.of(stale, doubt))).isEqualTo(doubt);
        assertThat(BrakeTrips.next(new Released(), List.of(stale, doubt))).isEqualTo(doubt);
        assertThat(BrakeTrips.next(new Released(), List.of())).isEqualTo(new Released());
        assertThat(BrakeTrips.next(new Unreadable("?"), List.of())).isEqualTo(new Unreadable("?"));
    }

    @Test
    void everyCauseSaysWhatLiftsIt() {
        for (BrakeCause cause : BrakeCause.values()) {
            assertThat(cause.lifting()).isNotBlank();
        }
    }

    @Test
    void theTrackingSignalSeesABiasAndForgivesNoise() {
        var noise = Collections.nCopies(5, List.of(new TrackingSignal.Outcome(10, 12), new TrackingSignal.Outcome(10, 8))).stream().flatMap(List::stream).toList();
        assertThat(TrackingSignal.of(noise)).isCloseTo(0, within(1e-9));
        assertThat(TrackingSignal.of(Collections.nCopies(8, new TrackingSignal.Outcome(10, 15)))).isCloseTo(8, within(1e-9));
        assertThat(TrackingSignal.of(Collections.nCopies(8, new TrackingSignal.Outcome(10, 5)))).isCloseTo(-8, within(1e-9));
        assertThat(TrackingSignal.of(Collections.nCopies(8, new TrackingSignal.Outcome(10, 10)))).isZero();
        assertThat(TrackingSignal.of(Collections.nCopies(5, new TrackingSignal.Outcome(10, 15)))).isNull();
        assertThat(TrackingSignal.of(Collections.nCopies(8, new TrackingSignal.Outcome(10, Double.NaN)))).isNull();
    }
}
