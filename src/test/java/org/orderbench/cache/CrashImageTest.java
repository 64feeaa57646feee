package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A transaction that has returned is found when the file is opened as a killed process would leave it, at that moment and at any later one: after each
 * write of the store, and half-way through it, the bytes are copied, and the copy is opened. Rows of changing size come and go meanwhile, so that the
 * file has holes and chunks are written into its middle; after every ten commits the database is closed and opened again.
 */
class CrashImageTest {

    @TempDir
    Path folder;

    @AfterEach
    void calm() {
        CrashDisk.MOMENT.set(bytes -> {});
    }

    @Test
    void whatWasCommittedIsFoundWhereverTheProcessIsKilled() throws IOException {
        assertThat(commits(20, 20261125)).isGreaterThan(60);
    }

    @Tag("soak")
    @Test
    void inThousandsOfCommits() throws IOException {
        System.out.println(commits(Integer.getInteger("crash.commits", 3_000), Long.getLong("crash.seed", 1)) + " images opened");
    }

    /** @return how many images were opened */
    private int commits(int count, long seed) throws IOException {
        Random random = new Random(seed);
        AtomicInteger saved = new AtomicInteger();
        AtomicInteger images = new AtomicInteger();
        AtomicInteger writes = new AtomicInteger();
        AtomicBoolean looking = new AtomicBoolean();
        AtomicReference<String> phase = new AtomicReference<>("");
        List<String> lost = new ArrayList<>();
        Files.createDirectories(folder.resolve("live"));
        Path file = folder.resolve("live").resolve("cache.mv.db");
        CrashDisk.MOMENT.set(bytes -> {
            // closing writes so much, and is waited for only so long, that one write in five must do
            boolean closing = phase.get().equals("closing");
            if (looking.get() && (!closing || writes.incrementAndGet() % 5 == 0)) {
                int expected = saved.get();
                images.incrementAndGet();
                int found = newestIn(bytes);
                if (found < expected) {
                    lost.add(phase.get() + " " + expected + ": the newest there is " + found);
                }
            }
        });
        for (int i = 0; i < count; ) {
            phase.set("opening");
            ForcedFile.ready(file);
            try (CacheDatabase database = CacheDatabase.open(CrashDisk.url(folder.resolve("live").resolve("cache")), "here", null)) {
                database.useTransaction(handle -> {
                    handle.execute("set retention_time 0");
                    handle.execute("create table if not exists probe (id int primary key, content varchar)");
                    handle.execute("create table if not exists churn (id int primary key, content varchar)");
                });
                looking.set(true);
                for (int last = Math.min(count, i + 10); i < last; ) {
                    int id = ++i;
                    phase.set("committing");
                    database.jdbi().useHandle(handle -> {
                        handle.execute("merge into churn values (?, ?)", random.nextInt(40), "x".repeat(random.nextInt(60_000)));
                        handle.execute("delete from churn where id = ?", random.nextInt(40));
                    });
                    database.useTransaction(handle -> handle.execute("insert into probe values (?, ?)", id, "y".repeat(random.nextInt(200))));
                    saved.set(i);
                    phase.set("committed");
                    CrashDisk.MOMENT.get().killedHere(Files.readAllBytes(file));
                }
                phase.set("closing");
            }
        }
        assertThat(lost).as("of %d commits and %d images", count, images.get()).isEmpty();
        return images.get();
    }

    private synchronized int newestIn(byte[] file) throws IOException {
        Path image = folder.resolve("image");
        Files.createDirectories(image);
        Files.write(image.resolve("cache.mv.db"), file);
        ForcedFile.ready(image.resolve("cache.mv.db"));
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + image.resolve("cache").toAbsolutePath() + ";IFEXISTS=TRUE", "orderbench", "");
                ResultSet rows = connection.createStatement().executeQuery("select max(id) from probe")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            return -1;
        }
    }
}
