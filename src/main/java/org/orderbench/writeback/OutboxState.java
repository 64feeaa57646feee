package org.orderbench.writeback;

/** Where an intended write stands. The legal moves between these are one table; see {@code exactly-once.md}. */
public enum OutboxState {
    /** Decided and on disk; not a byte has left. */
    QUEUED,
    /** Being written; a crash here is settled by looking the keys up. */
    SENDING,
    /** Read back from Odoo as a draft. */
    DRAFTED,
    /** Confirmation asked for, answer not yet read back. */
    CONFIRMING,
    /** Read back from Odoo as confirmed, or as waiting for approval there. */
    CONFIRMED,
    /** The note with the reasoning was read back from the order: done. */
    NOTED,
    /** No answer, a fault after the commit, or a crash: to be settled by looking. */
    DOUBTFUL,
    /** The facts under the decision changed: a person decides again. */
    CONFLICT,
    /** Another client had written this shortage's line: nothing to send. */
    ADOPTED,
    /** Deleted or cancelled in Odoo: counts as a rejection. */
    WITHDRAWN,
    /** Needs a person, with the reason. */
    PARKED
}
