package org.orderbench.cache;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
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

    /** All stock moves, be they packed or rows: quantities by id. */
    public Map<Integer, BigDecimal> moves() {
        return database.jdbi().withHandle(handle -> {
            Map<Integer, BigDecimal> moves = new TreeMap<>();
            handle.select("select id, quantity from stock_move").map((row, context) -> Map.entry(row.getInt(1), row.getBigDecimal(2)))
                    .forEach(move -> moves.put(move.getKey(), move.getValue()));
            new MoveBlocks(handle).since(Instant.EPOCH, move -> {
                if (moves.put(move.id(), move.quantity()) != null) {
                    throw new AssertionError("Move " + move.id() + " is there twice");
                }
            });
            return moves;
        });
    }

    public Jdbi jdbi() {
        return database.jdbi();
    }
}
