package org.orderbench.writeback;

import org.jspecify.annotations.Nullable;

/** A call to Odoo that gave no plain result. Checked, because what to do next depends on {@link #kind()}. */
public final class GatewayException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What is known about a call that failed. */
    public enum Kind {
        /** It never arrived: nothing was done, and nothing else will arrive either. */
        OFFLINE,
        /** Nobody knows whether it did its work: look before anything else. */
        UNKNOWN,
        /** Another client was writing the same keys at that moment; nothing was done: look, then try again. */
        LOST_RACE,
        /** Odoo refused, and nothing was done: a person has to act. */
        REFUSED
    }

    /** @param message for the buyer, with the next step */
    public GatewayException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public GatewayException(Kind kind, String message) {
        this(kind, message, null);
    }

    public Kind kind() {
        return kind;
    }

    /** The message, which is never absent. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
