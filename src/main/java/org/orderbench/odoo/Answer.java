package org.orderbench.odoo;

import org.jspecify.annotations.Nullable;

/** What came back from an RPC call that was carried out as a protocol. */
sealed interface Answer {

    record Value(@Nullable Object value) implements Answer {}

    /**
     * The server's own refusal or error.
     *
     * @param code the protocol's: 1 any exception, 2 an error with words for the user, 3 bad sign-in, 4 no right; or a HTTP status
     * @param text the message, or a traceback whose last line holds it
     */
    record Fault(int code, String text) implements Answer {

        Fault without(Secret secret) {
            return new Fault(code, secret.redact(text));
        }
    }
}
