package org.orderbench.cli;

import org.jspecify.annotations.Nullable;

/** A command that ends with exit code 1; the message says what is wrong and what to do next. */
final class CommandFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailedException(String message) {
        this(message, null);
    }

    CommandFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
