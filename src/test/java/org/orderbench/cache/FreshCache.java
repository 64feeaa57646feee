package org.orderbench.cache;

import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** JUnit extension: a fresh, migrated in-memory cache for each test. Use as {@code @RegisterExtension final FreshCache cache = new FreshCache();}. */
public final class FreshCache implements BeforeEachCallback, AfterEachCallback {

    private CacheDatabase database;

    @Override
    public void beforeEach(ExtensionContext context) {
        database = CacheDatabase.inMemory("test-" + UUID.randomUUID());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        database.jdbi().useHandle(handle -> handle.execute("set db_close_delay 0"));
        database.close();
    }

    public CacheDatabase database() {
        return database;
    }

    public Jdbi jdbi() {
        return database.jdbi();
    }
}
