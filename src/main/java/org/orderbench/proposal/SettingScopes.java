package org.orderbench.proposal;

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

    Sku find(String code, Optional<String> warehouse);

    /** What a setting is made for, as in {@link PlanningSetting}. */
    record Scope(PolicyOverride.Scope scope, String key, String label) {

        public static final Scope COMPANY = new Scope(PolicyOverride.Scope.COMPANY, "", "the company");

        public PlanningSetting setting(SettingName name, String value) {
            return new PlanningSetting(scope, key, label, name, value);
        }
    }
}
