package org.orderbench.writeback;

import org.jspecify.annotations.Nullable;

/**
 * A line in the outbox.
 *
 * @param apart       where the line stands when it no longer goes with its order (ADOPTED, CONFLICT, WITHDRAWN, PARKED); null while it does
 * @param fingerprint of what is sent under the key
 * @param now         what the facts were found to be when it became a CONFLICT
 * @param seen        its key was once read back from Odoo: absence from then on means that somebody deleted it
 */
public record OutboxLine(
        long id,
        LineKey key,
        Fingerprint fingerprint,
        LineIntent intent,
        @Nullable OutboxState apart,
        @Nullable String reason,
        @Nullable LineFacts now,
        @Nullable Integer odooLineId,
        @Nullable Integer odooOrderId,
        boolean seen) {

    public boolean goesWithOrder() {
        return apart == null;
    }
}
