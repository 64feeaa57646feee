package org.orderbench.cache;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Small named values that the window remembers of one profile. Safe for several threads. */
public final class CachePreferences {

    private final Jdbi jdbi;

    public CachePreferences(CacheDatabase database) {
        this.jdbi = database.jdbi();
    }

    public Optional<String> get(String name) {
        return jdbi.withHandle(handle -> handle.select("select content from preference where name = ?", name).mapTo(String.class).findOne());
    }

    public void put(String name, String content) {
        jdbi.useHandle(handle -> handle.execute("merge into preference (name, content) values (?, ?)", name, content));
    }
}
