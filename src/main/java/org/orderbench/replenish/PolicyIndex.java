package org.orderbench.replenish;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.replenish.PolicyOverride.Scope;

/** What buyers set, for looking up: thousands of settings cost a SKU no more than one. Immutable and safe for any thread. */
final class PolicyIndex {

    private final Map<PolicyParameter, Map<Scope, Map<String, PolicyOverride>>> index = new EnumMap<>(PolicyParameter.class);

    PolicyIndex(List<PolicyOverride> overrides) {
        for (PolicyOverride override : overrides) {
            index.computeIfAbsent(override.parameter(), parameter -> new EnumMap<>(Scope.class))
                    .computeIfAbsent(override.scope(), scope -> new HashMap<>())
                    .putIfAbsent(override.key(), override);
        }
    }

    /** The nearest: SKU, category, its parent categories, vendor, company. */
    Optional<PolicyOverride> nearest(PolicyParameter parameter, Sku sku, String category, int vendorId) {
        Map<Scope, Map<String, PolicyOverride>> set = index.get(parameter);
        if (set == null) {
            return Optional.empty();
        }
        PolicyOverride found = at(set, Scope.SKU, PolicyOverride.key(sku));
        for (String name : PolicyOverride.categories(category)) {
            found = found == null ? at(set, Scope.CATEGORY, name) : found;
        }
        found = found == null ? at(set, Scope.VENDOR, Integer.toString(vendorId)) : found;
        return Optional.ofNullable(found == null ? at(set, Scope.COMPANY, "") : found);
    }

    private static @Nullable PolicyOverride at(Map<Scope, Map<String, PolicyOverride>> set, Scope scope, String key) {
        Map<String, PolicyOverride> ofScope = set.get(scope);
        return ofScope == null ? null : ofScope.get(key);
    }
}
