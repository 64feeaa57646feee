package org.orderbench.policy;

import org.jspecify.annotations.Nullable;

/** A brake could not be pulled or released; the message says what to do. */
public final class BrakeException extends Exception {

    private static final long serialVersionUID = 1L;

    public BrakeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
