package org.orderbench.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.replenish.Forecastability;
import org.orderbench.replenish.ValueClass;

/** Proposes a first narrow slice: fast movers of reliable vendors. It gives no authority: the slice starts at {@code DRAFT} and gathers evidence. */
public sealed interface GuidedStart {

    /** The fewest receipts by which a vendor can be judged. */
    int FEWEST_RECEIPTS = 5;

    /** The least that the lower bound of a vendor's share on time must be. */
    double RELIABLE_FROM = 0.6;

    /** More vendors than this are no narrow slice. */
    int MOST_VENDORS = 3;

    /**
     * @param vendors the reliable ones in it, the most punctual first
     * @param skus    how many SKUs that were proposed before belong to it
     */
    record Proposed(Slice slice, List<Punctuality> vendors, int skus) implements GuidedStart {
        public Proposed {
            vendors = List.copyOf(vendors);
        }
    }

    /** Nothing can be proposed. */
    enum NotYet implements GuidedStart {
        /** Somebody made a slice already. */
        SLICED,
        /** No product of class A with steady demand was proposed yet. */
        NOTHING_FAST,
        /** No vendor of these products is surely punctual. */
        NOBODY_RELIABLE
    }

    String NAME = "fast movers of reliable vendors";

    /** Class A, and steady enough to be forecast. */
    SliceRule.OfClass FAST = new SliceRule.OfClass(Set.of(ValueClass.A), Set.of(Forecastability.X, Forecastability.Y));

    /**
     * @param vendors every vendor with receipts
     * @param bought  vendors by the SKUs that were proposed from them
     * @param facts   with the SKUs' classes
     */
    static GuidedStart propose(Policy policy, List<Punctuality> vendors, Map<Sku, Integer> bought, PolicyFacts facts) {
        if (policy.slices().size() > 1) {
            return NotYet.SLICED;
        }
        Set<Sku> fast = bought.keySet().stream().filter(sku -> isFast(facts.profiles().get(sku))).collect(Collectors.toSet());
        if (fast.isEmpty()) {
            return NotYet.NOTHING_FAST;
        }
        List<Punctuality> reliable = new ArrayList<>(vendors.stream()
                .filter(vendor -> vendor.receipts() >= FEWEST_RECEIPTS && vendor.bounds().lower() >= RELIABLE_FROM)
                .filter(vendor -> fast.stream().anyMatch(sku -> vendor.vendorId() == bought.getOrDefault(sku, 0)))
                .sorted(Comparator.comparing((Punctuality vendor) -> -vendor.bounds().lower()).thenComparing(Punctuality::vendorId))
                .limit(MOST_VENDORS)
                .toList());
        if (reliable.isEmpty()) {
            return NotYet.NOBODY_RELIABLE;
        }
        Set<Integer> ids = reliable.stream().map(Punctuality::vendorId).collect(Collectors.toSet());
        Slice slice = new Slice(
                NAME,
                List.of(new SliceRule.FromVendors(ids), FAST),
                AuthorityLevel.DRAFT,
                new Ceiling(policy.limits().order().value().max(BigDecimal.ONE), null, null));
        int skus = (int) fast.stream().filter(sku -> ids.contains(bought.getOrDefault(sku, 0))).count();
        return new Proposed(slice, reliable, skus);
    }

    private static boolean isFast(@Nullable SkuProfile profile) {
        DemandClass demandClass = profile == null ? null : profile.demandClass();
        return demandClass != null && FAST.values().contains(demandClass.value()) && FAST.steadiness().contains(demandClass.forecastability());
    }
}
