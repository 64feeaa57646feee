package org.orderbench.policy;

/** What may be done with one line now, in rising order of authority. */
public enum Action {
    /** It is shown, and that is all. */
    NONE,
    /** A buyer decides. */
    WAIT_FOR_BUYER,
    /** It may be drafted in Odoo unasked. */
    AUTO_DRAFT,
    /** It may be confirmed in Odoo unasked. */
    AUTO_CONFIRM;

    /** Whether something is written without a person asking for it. */
    public boolean unasked() {
        return this == AUTO_DRAFT || this == AUTO_CONFIRM;
    }

    static Action at(AuthorityLevel level) {
        return switch (level) {
            case OBSERVE -> NONE;
            case DRAFT -> WAIT_FOR_BUYER;
            case AUTO_DRAFT -> AUTO_DRAFT;
            case AUTO_CONFIRM -> AUTO_CONFIRM;
        };
    }
}
