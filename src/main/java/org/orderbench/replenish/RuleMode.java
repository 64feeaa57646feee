package org.orderbench.replenish;

/** What Odoo's own reordering rules mean to the plan. */
public enum RuleMode {
    /** The forecast sets the level; a rule's multiple and snooze are kept, and a SKU that Odoo orders by itself is left to Odoo. */
    FORECAST_DECIDES,
    /** As before, and a rule's minimum and maximum bound the level. */
    RULE_BOUNDS,
    /** Rules are shown and otherwise ignored, automatic ones too. */
    IGNORED
}
