package org.orderbench.odoo;

/** What was typed is no server's address. */
final class BadAddressException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient OdooFailure.BadAddress failure;

    BadAddressException(OdooFailure.BadAddress failure) {
        super(failure.message());
        this.failure = failure;
    }

    OdooFailure.BadAddress failure() {
        return failure;
    }
}
