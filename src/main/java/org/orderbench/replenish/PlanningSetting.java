package org.orderbench.replenish;

import java.math.BigDecimal;
import org.orderbench.replenish.PolicyOverride.Scope;

/**
 * One setting that a buyer made. Immutable.
 *
 * @param scope what it is set for
 * @param key   as in {@link PolicyOverride}; empty for the company
 * @param label how the scope is called in explanations, such as {@code vendor Lights Ltd}
 * @param name  what is set
 * @param value in its one kept form
 */
public record PlanningSetting(Scope scope, String key, String label, SettingName name, String value) {

    /** @throws IllegalArgumentException if the name cannot be set for the scope, or the value is none of its; the message says what can */
    public PlanningSetting {
        if (!name.scopes().contains(scope)) {
            throw new IllegalArgumentException(name.word() + " can be set for " + scopes(name) + ", not for " + scope.word() + ".");
        }
        value = name.canonical(value);
    }

    private static String scopes(SettingName name) {
        return String.join(" or ", name.scopes().stream().sorted().map(Scope::word).toList());
    }

    BigDecimal amount() {
        return name.amount(value);
    }
}
