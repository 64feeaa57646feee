package org.orderbench.replenish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.orderbench.catalog.Sku;

/**
 * A setting that a buyer made for some SKUs. Where several speak of the same parameter, the nearest wins: SKU, then category (a sub-category before
 * the one that it lies in), then vendor, then company; of two equally near, the first.
 *
 * @param scope what it is set for
 * @param key   the SKU as {@code company/warehouse/product}, the category's full name, the vendor's id, or empty for the company
 * @param label how the scope is called in explanations, such as {@code vendor Lights Ltd}
 */
public record PolicyOverride(Scope scope, String key, String label, PolicyParameter parameter, BigDecimal value) {

    private static final String PARENT = " / ";

    /** From the nearest to the farthest. */
    public enum Scope {
        SKU,
        CATEGORY,
        VENDOR,
        COMPANY;

        /** Such as {@code a vendor}. */
        public String word() {
            return switch (this) {
                case SKU -> "a SKU";
                case CATEGORY -> "a category";
                case VENDOR -> "a vendor";
                case COMPANY -> "the company";
            };
        }
    }

    /** @throws IllegalArgumentException if the value is out of the parameter's range */
    public PolicyOverride {
        boolean sound = parameter == PolicyParameter.SERVICE_LEVEL
                ? value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0
                : value.signum() >= 0;
        if (!sound) {
            throw new IllegalArgumentException(
                    parameter == PolicyParameter.SERVICE_LEVEL
                            ? "A service level lies between 0 and 1, such as 0.95; not " + value
                            : "A setting of days or quantity cannot be negative: " + value);
        }
    }

    public static PolicyOverride forSku(Sku sku, String label, PolicyParameter parameter, BigDecimal value) {
        return new PolicyOverride(Scope.SKU, key(sku), label, parameter, value);
    }

    /** A category and those that it lies in, the nearest first; none for the empty name. */
    public static List<String> categories(String name) {
        List<String> names = new ArrayList<>();
        for (String next = name; !next.isEmpty(); next = next.contains(PARENT) ? next.substring(0, next.lastIndexOf(PARENT)) : "") {
            names.add(next);
        }
        return names;
    }

    /** The key of a SKU. */
    public static String key(Sku sku) {
        return sku.companyId() + "/" + sku.warehouseId() + "/" + sku.productId();
    }

    /** The SKU of such a key. */
    public static Sku sku(String key) {
        String[] ids = key.split("/", -1);
        return new Sku(Integer.parseInt(ids[0]), Integer.parseInt(ids[1]), Integer.parseInt(ids[2]));
    }
}
