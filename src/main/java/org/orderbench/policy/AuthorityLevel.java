package org.orderbench.policy;

/** What the agent may do with the lines of a slice. Each level includes what the one before it may do; none is ever taken, only given. */
public enum AuthorityLevel {
    /** Propose only: nothing of it is written by Orderbench. */
    OBSERVE,
    /** A buyer approves, then Orderbench drafts. Nothing happens unasked. */
    DRAFT,
    /** Drafted in Odoo unasked; a person confirms it there. */
    AUTO_DRAFT,
    /** Confirmed in Odoo unasked, below every ceiling. */
    AUTO_CONFIRM;

    /** Whether lines at this level may be written without a person asking for it. */
    public boolean writesUnasked() {
        return compareTo(AUTO_DRAFT) >= 0;
    }

    public AuthorityLevel lowerOf(AuthorityLevel other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The next level up; this one at the top. */
    public AuthorityLevel above() {
        return this == AUTO_CONFIRM ? this : values()[ordinal() + 1];
    }

    /** The next level down; this one at the bottom. */
    public AuthorityLevel below() {
        return this == OBSERVE ? this : values()[ordinal() - 1];
    }
}
