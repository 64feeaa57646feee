package org.orderbench.sync;

/** Thrown inside a sync that was asked to stop; never leaves this package. */
final class SyncCancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SyncCancelled() {
        super("cancelled", null, false, false);
    }
}
