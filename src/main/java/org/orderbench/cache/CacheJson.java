package org.orderbench.cache;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Records as JSON in a column of the outbox and the journal, written as proposals are. */
final class CacheJson {

    private CacheJson() {}

    static String write(Object value) {
        try {
            return ProposalJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return ProposalJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new CacheException(
                    CacheException.Reason.DAMAGED,
                    "The outbox in the cache cannot be read (" + e.getOriginalMessage() + "). Move the file away and sync again: what was written to Odoo is found there by its keys.",
                    e);
        }
    }
}
