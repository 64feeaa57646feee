package org.orderbench.policy;

import java.time.Instant;

/** The brake that all clients of one Odoo obey. Safe for several threads. */
public interface SharedBrake {

    /** Never throws: what cannot be read is {@link BrakeState.Unreadable}, with the reason. */
    BrakeState read();

    /** Pulls it for everybody. @throws BrakeException if that could not be written and read back */
    void pull(BrakeState.Braked why) throws BrakeException;

    /** Releases it for everybody, making the place it is kept in when there is none yet. @throws BrakeException if that could not be written and read back */
    void release(String by, Instant at) throws BrakeException;
}
