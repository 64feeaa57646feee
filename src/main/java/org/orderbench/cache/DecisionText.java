package org.orderbench.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a decision's JSON says of its reason. */
final class DecisionText {

    private DecisionText() {}

    /** Empty where none was given. */
    static String reason(@Nullable String decision) {
        if (decision == null) {
            return "";
        }
        try {
            JsonNode reason = CacheJson.mapper().readTree(decision).get("reason");
            return reason == null ? "" : reason.asText();
        } catch (JsonProcessingException e) {
            throw new CacheException(CacheException.Reason.DAMAGED, "A decision in the cache cannot be read (" + e.getOriginalMessage() + "). Show this to whoever looks after the program.", e);
        }
    }
}
