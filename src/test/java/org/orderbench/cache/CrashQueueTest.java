package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a long session on a slow disk asks of {@link ForcedFile}: without it, what was shown as saved cannot be read any more. */
class CrashQueueTest {

    private static final int BLOCK = 4096;

    @TempDir
    Path folder;

    @AfterEach
    void calm() {
        CrashDisk.MOMENT.set(bytes -> {});
    }

    /** Left to its own threads, H2 makes one chunk while the one before still waits for its place in the file. */
    @Test
    void whatIsSavedWhileTheDiskLagsBehindCanBeReadAfterAKill() throws Exception {
        Path live = Files.createDirectories(folder.resolve("live")).resolve("cache");
        Path killed = Files.createDirectories(folder.resolve("killed"));
        try (CacheDatabase database = CacheDatabase.open(CrashDisk.url(live), "here", null)) {
            database.useTransaction(handle -> {
                for (int table = 0; table < 20; table++) {
                    handle.execute("create table probe" + table + " (id int primary key, content varchar)");
                }
            });
            CrashDisk.MOMENT.set(bytes -> pause());
            for (int round = 1; round <= 2; round++) {
                int id = round;
                for (int table = 0; table < 20; table++) {
                    int into = table;
                    database.jdbi().useHandle(handle -> {
                        handle.execute("insert into probe" + into + " values (?, ?)", id, "x".repeat(500));
                        store(handle).tryCommit();
                    });
                }
                database.useTransaction(handle -> handle.execute("insert into probe0 values (?, 'saved')", 100 + id));
                Files.copy(live.resolveSibling("cache.mv.db"), Files.createDirectories(killed.resolve("at" + round)).resolve("cache.mv.db"));
            }
            CrashDisk.MOMENT.set(bytes -> {});
        }
        for (int round = 1; round <= 2; round++) {
            try (CacheDatabase database = CacheDatabase.open(killed.resolve("at" + round))) {
                int expected = round;
                database.jdbi().useHandle(handle -> {
                    for (int table = 1; table < 20; table++) {
                        assertThat(count(handle, "probe" + table)).isEqualTo(expected);
                    }
                    assertThat(count(handle, "probe0")).isEqualTo(2 * expected);
                });
            }
        }
    }

    /** Of all that came after the last forced version, a power cut may leave any part; so none of it may lie where that version's own pages are. */
    @Test
    void whatTheLastForcedVersionNeedsIsNotWrittenOver() throws IOException {
        Path live = Files.createDirectories(folder.resolve("live"));
        Random random = new Random(20261125);
        byte[] forced;
        byte[] later;
        try (CacheDatabase database = CacheDatabase.open(live)) {
            database.useTransaction(handle -> {
                handle.execute("set retention_time 0");
                handle.execute("create table churn (id int primary key, content varchar)");
            });
            for (int i = 0; i < 60; i++) {
                database.useTransaction(handle -> handle.execute("merge into churn values (?, ?)", random.nextInt(30), "x".repeat(random.nextInt(20_000))));
            }
            forced = Files.readAllBytes(live.resolve("cache.mv.db"));
            for (int i = 0; i < 60; i++) {
                database.useQuickTransaction(handle -> handle.execute("merge into churn values (?, ?)", random.nextInt(30), "x".repeat(random.nextInt(20_000))));
            }
            later = Files.readAllBytes(live.resolve("cache.mv.db"));
        }
        long rows;
        try (CacheDatabase database = CacheDatabase.open(written("as-forced", forced))) {
            rows = checksum(database);
        }
        System.arraycopy(forced, 0, later, 0, 2 * BLOCK);
        int blanked = 0;
        for (int at = 2 * BLOCK; at < later.length; at += BLOCK) {
            if (isChunk(later, at) && (at >= forced.length || !Arrays.equals(later, at, at + BLOCK, forced, at, at + BLOCK))) {
                Arrays.fill(later, at, at + BLOCK, (byte) 0);
                blanked++;
            }
        }
        assertThat(blanked).isGreaterThan(20);
        try (CacheDatabase database = CacheDatabase.open(written("cut", later))) {
            assertThat(checksum(database)).isEqualTo(rows);
        }
    }

    private static boolean isChunk(byte[] file, int at) {
        return new String(file, at, 6, StandardCharsets.ISO_8859_1).equals("chunk:");
    }

    private Path written(String name, byte[] file) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.write(home.resolve("cache.mv.db"), file);
        return home;
    }

    private static long checksum(CacheDatabase database) {
        return database.jdbi().withHandle(handle -> handle.select("select sum(id * 100000 + length(content)) from churn").mapTo(Long.class).one());
    }

    private static int count(Handle handle, String table) {
        return handle.select("select count(*) from " + table).mapTo(Integer.class).one();
    }

    private static MVStore store(Handle handle) throws SQLException {
        return ((SessionLocal) handle.getConnection().unwrap(JdbcConnection.class).getSession()).getDatabase().getStore().getMvStore();
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
