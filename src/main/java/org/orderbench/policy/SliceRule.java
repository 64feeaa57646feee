package org.orderbench.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.replenish.Forecastability;
import org.orderbench.replenish.ValueClass;

/** What makes a line belong to a slice. A slice's rules must all hold. */
public sealed interface SliceRule {

    /** Whether a line belongs. */
    enum Membership {
        IN,
        OUT,
        /** What the rule asks for is not known of this SKU. */
        UNKNOWN;

        static Membership of(boolean in) {
            return in ? IN : OUT;
        }
    }

    /**
     * @param vendorId of the proposal
     * @param profile  null if nothing is known of the SKU
     */
    Membership test(Sku sku, String category, int vendorId, @Nullable SkuProfile profile);

    /** In words that follow "lines of". */
    String words();

    /** Every line. */
    record Everything() implements SliceRule {
        @Override
        public Membership test(Sku sku, String category, int vendorId, @Nullable SkuProfile profile) {
            return Membership.IN;
        }

        @Override
        public String words() {
            return "everything";
        }
    }

    /** A product category and those below it. */
    record InCategory(String category) implements SliceRule {
        @Override
        public Membership test(Sku sku, String productCategory, int vendorId, @Nullable SkuProfile profile) {
            return Membership.of(Categories.contains(category, productCategory));
        }

        @Override
        public String words() {
            return "category " + category;
        }
    }

    /** What is bought from these vendors. */
    record FromVendors(Set<Integer> vendorIds) implements SliceRule {
        public FromVendors {
            vendorIds = Set.copyOf(vendorIds);
        }

        @Override
        public Membership test(Sku sku, String category, int vendorId, @Nullable SkuProfile profile) {
            return Membership.of(vendorIds.contains(vendorId));
        }

        @Override
        public String words() {
            return vendorIds.size() + (vendorIds.size() == 1 ? " vendor" : " vendors");
        }
    }

    /** SKUs of these classes. */
    record OfClass(Set<ValueClass> values, Set<Forecastability> steadiness) implements SliceRule {
        public OfClass {
            values = Set.copyOf(values);
            steadiness = Set.copyOf(steadiness);
        }

        @Override
        public Membership test(Sku sku, String category, int vendorId, @Nullable SkuProfile profile) {
            if (profile == null || profile.demandClass() == null) {
                return Membership.UNKNOWN;
            }
            return Membership.of(values.contains(profile.demandClass().value()) && steadiness.contains(profile.demandClass().forecastability()));
        }

        @Override
        public String words() {
            return "classes " + values.stream().sorted().toList() + " by " + steadiness.stream().sorted().toList();
        }
    }

    /** What is stored in these warehouses. */
    record InWarehouses(Set<Integer> warehouseIds) implements SliceRule {
        public InWarehouses {
            warehouseIds = Set.copyOf(warehouseIds);
        }

        @Override
        public Membership test(Sku sku, String category, int vendorId, @Nullable SkuProfile profile) {
            return Membership.of(warehouseIds.contains(sku.warehouseId()));
        }

        @Override
        public String words() {
            return warehouseIds.size() + (warehouseIds.size() == 1 ? " warehouse" : " warehouses");
        }
    }

    /** SKUs that somebody picked one by one. */
    record HandPicked(Set<Sku> skus) implements SliceRule {
        public HandPicked {
            skus = Set.copyOf(skus);
        }

        @Override
        public Membership test(Sku sku, String category, int vendorId, @Nullable SkuProfile profile) {
            return Membership.of(skus.contains(sku));
        }

        @Override
        public String words() {
            return skus.size() + " picked SKUs";
        }
    }

    /** Products that have one of these tags in Odoo. */
    record WithTags(Set<String> tags) implements SliceRule {
        public WithTags {
            tags = Set.copyOf(tags);
        }

        @Override
        public Membership test(Sku sku, String category, int vendorId, @Nullable SkuProfile profile) {
            return profile == null || profile.tags() == null ? Membership.UNKNOWN : Membership.of(profile.tags().stream().anyMatch(tags::contains));
        }

        @Override
        public String words() {
            return "tags " + String.join(", ", tags.stream().sorted().toList());
        }
    }
}
