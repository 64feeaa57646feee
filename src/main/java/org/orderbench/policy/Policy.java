package org.orderbench.policy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.policy.SliceRule.Membership;

/**
 * Thresholds and authority, as one version that never changes; a change makes the next one, and applies from the next evaluation.
 *
 * @param version from 1; each evaluation names it
 * @param by      who made this version
 * @param reason  why, in that person's words
 * @param slices  in order of precedence: a line belongs to the first that holds it. The last holds everything
 */
public record Policy(
        long version, String by, Instant at, String reason, Limits limits, List<Slice> slices, BrakeLimits brakeLimits, EarnRule earning) {

    public Policy {
        slices = List.copyOf(slices);
        if (slices.isEmpty() || !slices.getLast().isEverything()) {
            throw new IllegalArgumentException("The last slice must hold everything, so that no SKU is without a level.");
        }
        Set<String> names = new HashSet<>();
        for (Slice slice : slices) {
            if (!names.add(slice.name())) {
                throw new IllegalArgumentException("Two slices are called \"" + slice.name() + "\". Give each its own name.");
            }
        }
    }

    /** A new installation: one slice, everything, at {@code DRAFT}. Nothing is written unasked. */
    public static Policy initial(String currency, Instant at) {
        return new Policy(
                1,
                "Orderbench",
                at,
                "New installation: nothing is written unasked",
                Limits.careful(currency),
                List.of(new Slice("everything", List.of(new SliceRule.Everything()), AuthorityLevel.DRAFT, Ceiling.NOTHING)),
                BrakeLimits.careful(),
                EarnRule.careful());
    }

    /** The next version with other limits. */
    public Policy with(Limits newLimits, String who, Instant when, String why) {
        return new Policy(version + 1, who, when, why, newLimits, slices, brakeLimits, earning);
    }

    /** The next version with other slices. */
    public Policy with(List<Slice> newSlices, String who, Instant when, String why) {
        return new Policy(version + 1, who, when, why, limits, newSlices, brakeLimits, earning);
    }

    /**
     * The next version with one slice at another level.
     *
     * @throws IllegalArgumentException if there is no such slice
     */
    public Policy withLevel(String slice, AuthorityLevel level, String who, Instant when, String why) {
        if (slices.stream().noneMatch(s -> s.name().equals(slice))) {
            throw new IllegalArgumentException("There is no slice called \"" + slice + "\". It may have been renamed: look at the list again.");
        }
        return with(slices.stream().map(s -> s.name().equals(slice) ? s.at(level) : s).toList(), who, when, why);
    }

    /**
     * The slice that a line belongs to.
     *
     * @param slice   the first that certainly holds it
     * @param level   its level, or that of a slice before it, where that is lower and may hold the line for all that is known
     * @param certain false if a slice before it may hold the line for all that is known
     */
    public record Placement(Slice slice, AuthorityLevel level, boolean certain) {}

    public Placement place(Sku sku, String category, int vendorId, @Nullable SkuProfile profile) {
        AuthorityLevel level = AuthorityLevel.AUTO_CONFIRM;
        boolean certain = true;
        for (Slice slice : slices) {
            Membership membership = slice.test(sku, category, vendorId, profile);
            if (membership == Membership.OUT) {
                continue;
            }
            level = level.lowerOf(slice.level());
            if (membership == Membership.IN) {
                return new Placement(slice, level, certain);
            }
            certain = false;
        }
        throw new IllegalStateException("The last slice holds everything");
    }
}
