package org.orderbench.proposal;

import java.util.List;
import java.util.Optional;
import org.orderbench.catalog.Sku;
import org.orderbench.replenish.PlanningSetting;
import org.orderbench.replenish.PolicyOverride;
import org.orderbench.replenish.SettingName;

/** Finds what a buyer names. Every method throws {@link IllegalArgumentException} with the names that come near where none or several fit. */
public interface SettingScopes {

    /** @param words a vendor's name, or its id in Odoo */
    Scope vendor(String words);

    /** @param words a category's full name as Odoo shows it; one that only has sub-categories will do */
    Scope category(String words);

    /** @param warehouse its code or name; may be empty where there is one warehouse only */
    Scope sku(String code, Optional<String> warehouse);

    /** By name. */
    List<Scope> vendors();

    /** By full name, those that only have sub-categories too. */
    List<Scope> categories();

    /** SKUs whose code or name contains the words, whatever the case; by code, so many at most. */
    List<Scope> skus(String words, int atMost);

    /** One that the cache knows. */
    Scope sku(Sku sku);

    Sku find(String code, Optional<String> warehouse);

    /** The id of a product, archived or not, by its internal reference or id. */
    int product(String code);

    /** A product's internal reference; its id where it has none. */
    String code(int productId);

    /** What a setting is made for, as in {@link PlanningSetting}. */
    record Scope(PolicyOverride.Scope scope, String key, String label) {

        public static final Scope COMPANY = new Scope(PolicyOverride.Scope.COMPANY, "", "the company");

        /** How it is called where its kind stands beside it, such as {@code Lights Ltd}. */
        public String name() {
            return switch (scope) {
                case VENDOR -> label.replaceFirst("^vendor ", "");
                case CATEGORY -> key;
                case SKU, COMPANY -> label;
            };
        }

        public PlanningSetting setting(SettingName name, String value) {
            return new PlanningSetting(scope, key, label, name, value);
        }
    }
}
