package org.orderbench.proposal;

/** Where a proposal line stands. What happens to an approved line from then on is the outbox's to say. */
public enum LineState {
    /** Nobody has decided. */
    OPEN,
    /** Approved, and in the outbox; still undoable until sending begins. */
    APPROVED,
    REJECTED,
    SNOOZED,
    /** A newer plan took its place before anybody decided. */
    SUPERSEDED
}
