package org.orderbench.odoo;

import org.jspecify.annotations.Nullable;

/** A call to Odoo that failed; {@link #failure()} says how, and what to do about it. Checked, because every caller has to decide. */
public final class OdooException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient OdooFailure failure;

    public OdooException(OdooFailure failure) {
        this(failure, null);
    }

    public OdooException(OdooFailure failure, @Nullable Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    public OdooFailure failure() {
        return failure;
    }
}
