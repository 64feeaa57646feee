package org.orderbench.policy;

import org.jspecify.annotations.Nullable;

/** What only Odoo can tell. Each call may take as long as a sign-in. Safe for several threads. */
public interface OdooSide {

    /** What the signed-in user may do, asked now; null if it cannot be read. */
    @Nullable UserRights rights();

    /** What it was at the latest sign-in, without asking; null before the first. */
    @Nullable UserRights rememberedRights();

    /** The brake of all clients as it was read last, without asking where that was done already. */
    BrakeState rememberedBrake();

    /** The brake of all clients; unreadable without a connection. */
    SharedBrake sharedBrake();
}
