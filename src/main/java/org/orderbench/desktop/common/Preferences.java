package org.orderbench.desktop.common;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How a person likes the window: columns, views, language, sizes. Short texts under dotted keys. Losing one costs a click, never a decision. Safe for
 * several threads.
 */
public interface Preferences {

    Optional<String> get(String key);

    /** @param value null forgets the key */
    void put(String key, @Nullable String value);

    /** Forgotten with the process: for tests and pictures. */
    static Preferences inMemory() {
        Map<String, String> values = new ConcurrentHashMap<>();
        return new Preferences() {
            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(values.get(key));
            }

            @Override
            public void put(String key, @Nullable String value) {
                if (value == null) {
                    values.remove(key);
                } else {
                    values.put(key, value);
                }
            }
        };
    }
}
