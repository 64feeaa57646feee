package org.orderbench.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.policy.SliceRule.Membership;

/**
 * A named set of SKUs with one level of authority.
 *
 * @param rules all of which hold for a line that belongs; never empty
 * @param week  what may be written unasked of this slice in a calendar week (Monday to Sunday)
 */
public record Slice(String name, List<SliceRule> rules, AuthorityLevel level, Ceiling week) {

    public Slice {
        rules = List.copyOf(rules);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A slice needs a name.");
        }
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("The slice \"" + name + "\" has no rule. Say which SKUs belong to it.");
        }
    }

    /** OUT as soon as one rule says so, UNKNOWN if none does but one cannot tell. */
    Membership test(Sku sku, String category, int vendorId, @Nullable SkuProfile profile) {
        Membership result = Membership.IN;
        for (SliceRule rule : rules) {
            switch (rule.test(sku, category, vendorId, profile)) {
                case OUT -> {
                    return Membership.OUT;
                }
                case UNKNOWN -> result = Membership.UNKNOWN;
                case IN -> {}
            }
        }
        return result;
    }

    public Slice at(AuthorityLevel newLevel) {
        return new Slice(name, rules, newLevel, week);
    }

    boolean isEverything() {
        return rules.stream().allMatch(SliceRule.Everything.class::isInstance);
    }
}
