package org.orderbench.proposal;

import java.time.Instant;
import java.time.LocalDate;
import org.orderbench.catalog.Quantity;

/** What a buyer (or, under an authority level, the agent) made of a line. Who and when are never absent; why is, only where it isn't asked. */
public sealed interface Decision {

    /** Who decides where nobody was asked. */
    String AGENT = "agent";

    /** @return who decided: a user's name, or {@link #AGENT} */
    String by();

    Instant at();

    /** Order it, in this quantity (the product's own unit). {@code confirm}: asked to be confirmed in Odoo, else a draft. */
    record Approve(Quantity quantity, boolean confirm, String by, Instant at) implements Decision {}

    /** Not to be ordered; not proposed again until its facts change. */
    record Reject(String reason, String by, Instant at) implements Decision {}

    /** Not now; comes back on {@code until}. */
    record Snooze(LocalDate until, String reason, String by, Instant at) implements Decision {}
}
