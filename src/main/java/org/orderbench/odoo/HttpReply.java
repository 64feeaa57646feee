package org.orderbench.odoo;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A complete answer over HTTP, unpacked and within its bounds. */
record HttpReply(int status, String contentType, byte[] body, @Nullable String location, @Nullable String retryAfter) {

    boolean isHtml() {
        return contentType.toLowerCase(Locale.ROOT).startsWith("text/html");
    }

    boolean isJson() {
        return contentType.toLowerCase(Locale.ROOT).startsWith("application/json");
    }
}
