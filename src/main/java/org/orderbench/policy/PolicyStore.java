package org.orderbench.policy;

import java.time.Instant;
import java.util.List;

/** Where the policy's versions and this machine's brake are kept. Every change is journalled with it. Implemented by the cache. Safe for several threads. */
public interface PolicyStore {

    /** The newest version; that of a new installation if there is none yet. */
    Policy current();

    /** Every version, newest first. */
    List<Policy> history();

    /**
     * Keeps the next version.
     *
     * @return false if {@code next} does not follow on the newest version: somebody else changed it meanwhile
     */
    boolean change(Policy next);

    /** This machine's brake; {@link BrakeState.Unreadable} if what is kept cannot be read. */
    BrakeState brake();

    void pull(BrakeState.Braked why);

    /** @param why in that person's words */
    void release(String by, Instant at, String why);

    /** Journals that somebody released the brake of all clients, which is kept in Odoo. */
    void noteShared(String by, String why);
}
