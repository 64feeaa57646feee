package org.orderbench.cache;

import org.jspecify.annotations.Nullable;

/** The cache cannot be opened or written; the message says what to do. Nothing that was saved before is lost. */
public final class CacheException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why, for callers that react differently. */
    public enum Reason {
        /** Another instance of the program has it open. */
        IN_USE,
        /** The disk is full or the folder cannot be written. */
        NOT_WRITABLE,
        /** It was written by a newer version of the program. */
        TOO_NEW,
        /** The file is damaged. */
        DAMAGED
    }

    public CacheException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
