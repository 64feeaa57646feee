package org.orderbench.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.writeback.LineIntent;

/** Intents by their stored text, which says it all: a push reads each of them a dozen times. The least used are forgotten. Safe for several threads. */
final class Intents {

    private static final int KEPT = 1000;

    private final Map<String, LineIntent> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, LineIntent> eldest) {
            return size() > KEPT;
        }
    };

    synchronized LineIntent of(String json) {
        return read.computeIfAbsent(json, text -> CacheJson.read(text, LineIntent.class));
    }
}
