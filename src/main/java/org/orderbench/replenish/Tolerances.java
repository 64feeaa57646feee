package org.orderbench.replenish;

import java.math.BigDecimal;
import java.util.function.Function;

/**
 * What is worth a buyer's minute as it holds for one SKU, each with its source: within these, nothing is said beside the orders, so that messages don't
 * come and go with every plan.
 *
 * @param overstockDays  stock and orders beyond what lively demand uses in so many days are too much
 * @param expediteDays   days without stock before an incoming order that are worth a call
 * @param postponeDays   days that an incoming order comes before it is needed that are worth a call
 * @param priceRise      the share by which a price must rise to be told
 * @param forgottenDays  days after its date from which a receipt no longer counts as supply
 * @param transferKeepDays days of lively demand that a warehouse keeps before its stock could be moved to another
 * @param exceptionValue money at stake below which nothing is told, in the company's currency
 */
public record Tolerances(
        Sourced<Integer> overstockDays,
        Sourced<Integer> expediteDays,
        Sourced<Integer> postponeDays,
        Sourced<BigDecimal> priceRise,
        Sourced<Integer> forgottenDays,
        Sourced<Integer> transferKeepDays,
        Sourced<BigDecimal> exceptionValue) {

    /** Looks them up, the nearest winning. Immutable and safe for any thread. */
    public static final class Book {
        private static final int NO_VENDOR = 0;

        private final PolicyIndex index;

        public Book(ReplenishmentSettings settings) {
            this.index = new PolicyIndex(settings.overrides());
        }

        /** Of a SKU that is bought from {@code offer}'s vendor. */
        public Tolerances of(SkuFacts facts, Offer offer) {
            return of(facts, offer.vendor().id());
        }

        /** Of a SKU that nobody was chosen for: what is set for vendors does not count. */
        public Tolerances of(SkuFacts facts) {
            return of(facts, NO_VENDOR);
        }

        private Tolerances of(SkuFacts facts, int vendorId) {
            Function<SettingName, Sourced<BigDecimal>> held = name -> index
                    .nearest(name.parameter().orElseThrow(), facts.sku(), facts.product().category(), vendorId)
                    .map(set -> new Sourced<>(set.value(), SkuPolicy.source(set)))
                    .orElseGet(() -> new Sourced<>(new BigDecimal(name.standard()), "default"));
            return new Tolerances(
                    days(held.apply(SettingName.OVERSTOCK_DAYS)), days(held.apply(SettingName.EXPEDITE_TOLERANCE_DAYS)),
                    days(held.apply(SettingName.POSTPONE_TOLERANCE_DAYS)), held.apply(SettingName.PRICE_RISE_TOLERANCE),
                    days(held.apply(SettingName.FORGOTTEN_AFTER_DAYS)), days(held.apply(SettingName.TRANSFER_KEEP_DAYS)), held.apply(SettingName.EXCEPTION_VALUE));
        }

        private static Sourced<Integer> days(Sourced<BigDecimal> held) {
            return new Sourced<>(held.value().intValue(), held.source());
        }
    }
}
