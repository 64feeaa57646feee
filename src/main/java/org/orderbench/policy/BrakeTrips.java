package org.orderbench.policy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.orderbench.policy.BrakeState.Braked;
import org.orderbench.proposal.Decision;

/** What pulls the brake without a person: one cause, one method. Only slices that write unasked are looked at. */
public final class BrakeTrips {

    /** Every cause that holds now; empty if none does. */
    public List<Braked> examine(Policy policy, BrakeFacts facts) {
        return Stream.of(staleData(policy, facts), repeatedDoubt(policy, facts), agreementFell(policy, facts), forecastBiased(policy, facts), unusualTotal(policy, facts))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The local brake after an examination: what is on stays on until a person lifts it; what lifts itself goes with its cause.
     *
     * @param trips what {@link #examine} found
     */
    public static BrakeState next(BrakeState now, List<Braked> trips) {
        return switch (now) {
            case Braked on when !on.cause().liftsItself() -> on;
            case Braked on -> trips.isEmpty() ? new BrakeState.Released() : trips.stream().filter(trip -> trip.cause() != on.cause()).findFirst().orElse(on);
            case BrakeState.Unreadable unreadable -> unreadable;
            case BrakeState.Released released -> trips.isEmpty() ? released : worst(trips);
        };
    }

    /** A cause that needs a person outweighs one that lifts itself. */
    private static Braked worst(List<Braked> trips) {
        return trips.stream().filter(trip -> !trip.cause().liftsItself()).findFirst().orElse(trips.getFirst());
    }

    Optional<Braked> staleData(Policy policy, BrakeFacts facts) {
        Duration limit = policy.brakeLimits().dataAge();
        if (facts.dataFrom() == null) {
            return trip(BrakeCause.STALE_DATA, BrakeReason.NEVER_READ.say(), facts);
        }
        Duration age = Duration.between(facts.dataFrom(), facts.now());
        return age.compareTo(limit) > 0
                ? trip(BrakeCause.STALE_DATA, BrakeReason.DATA_AGE.say(age.toHours(), limit.toHours()), facts)
                : Optional.empty();
    }

    Optional<Braked> repeatedDoubt(Policy policy, BrakeFacts facts) {
        Instant from = facts.now().minus(policy.brakeLimits().doubtWindow());
        long doubts = facts.doubts().stream().filter(at -> at.isAfter(from)).count();
        return doubts >= policy.brakeLimits().doubts()
                ? trip(BrakeCause.REPEATED_DOUBT, BrakeReason.DOUBTS.say(doubts, policy.brakeLimits().doubtWindow().toHours()), facts)
                : Optional.empty();
    }

    Optional<Braked> agreementFell(Policy policy, BrakeFacts facts) {
        for (Slice slice : policy.slices()) {
            Agreement latest = facts.latest().get(slice.name());
            if (slice.level().writesUnasked()
                    && latest != null
                    && latest.considered() >= policy.brakeLimits().fewestDecisions()
                    && latest.bounds().lower() < policy.brakeLimits().agreementBelow()) {
                return trip(BrakeCause.AGREEMENT_FELL, BrakeReason.AGREEMENT.say(slice.name(), latest.unedited(), latest.considered()), facts);
            }
        }
        return Optional.empty();
    }

    Optional<Braked> forecastBiased(Policy policy, BrakeFacts facts) {
        for (Slice slice : policy.slices()) {
            Double signal = facts.tracking().get(slice.name());
            if (slice.level().writesUnasked() && signal != null && !(Math.abs(signal) <= policy.brakeLimits().trackingSignal())) {
                return trip(
                        BrakeCause.FORECAST_BIASED,
                        (signal > 0 ? BrakeReason.DEMAND_HIGHER : BrakeReason.DEMAND_LOWER)
                                .say(slice.name(), String.format(Locale.ROOT, "%.1f", signal), policy.brakeLimits().trackingSignal()),
                        facts);
            }
        }
        return Optional.empty();
    }

    Optional<Braked> unusualTotal(Policy policy, BrakeFacts facts) {
        if (policy.slices().stream().noneMatch(slice -> slice.level().writesUnasked())) {
            return Optional.empty();
        }
        if (facts.dayTotal() == null) {
            return trip(BrakeCause.UNUSUAL_TOTAL, BrakeReason.NOT_VALUED.say(), facts);
        }
        if (facts.earlierDays().size() < policy.brakeLimits().fewestDays()) {
            return Optional.empty();
        }
        BigDecimal usual = median(facts.earlierDays());
        BigDecimal limit = usual.multiply(policy.brakeLimits().dayTimesUsual()).max(policy.brakeLimits().dayAtLeast());
        return facts.dayTotal().compareTo(limit) > 0
                ? trip(
                        BrakeCause.UNUSUAL_TOTAL,
                        BrakeReason.UNUSUAL.say(
                                Ceilings.plain(facts.dayTotal()), policy.limits().currency(), policy.brakeLimits().dayTimesUsual().toPlainString(), Ceilings.plain(usual)),
                        facts)
                : Optional.empty();
    }

    private static BigDecimal median(List<BigDecimal> numbers) {
        List<BigDecimal> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.TWO, MathContext.DECIMAL64);
    }

    private static Optional<Braked> trip(BrakeCause cause, String words, BrakeFacts facts) {
        return Optional.of(new Braked(cause, words, Decision.AGENT, facts.now()));
    }
}
