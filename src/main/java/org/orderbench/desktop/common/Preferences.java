package org.orderbench.desktop.common;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the window remembers of one profile under plain names such as {@code review.columns}: how it looks, never what was decided. Quick, and safe
 * for any thread.
 */
public interface Preferences {

    Optional<String> get(String name);

    void put(String name, String content);

    /** Forgotten with the process: for tests and pictures. */
    static Preferences inMemory() {
        Map<String, String> held = new ConcurrentHashMap<>();
        return new Preferences() {
            @Override
            public Optional<String> get(String name) {
                return Optional.ofNullable(held.get(name));
            }

            @Override
            public void put(String name, String content) {
                held.put(name, content);
            }
        };
    }
}
