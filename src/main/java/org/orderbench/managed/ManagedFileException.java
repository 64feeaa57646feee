package org.orderbench.managed;

import org.jspecify.annotations.Nullable;

/** The administrators' file is not understood; the message says what is wrong with it. The program does nothing until it is mended. */
public final class ManagedFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ManagedFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
