package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void keepsInstantsToTheMicrosecondWhateverTheZone() {
        Instant at = Instant.parse("2026-03-29T01:30:00.123456Z");
        try (CacheDatabase database = CacheDatabase.open(folder)) {
            database.jdbi().useHandle(h -> h.execute("insert into sync_run (started_at, full_read) values (?, true)", at));
        }
        try (CacheDatabase database = CacheDatabase.open(folder)) {
            Instant kept = database.jdbi().withHandle(h -> h.select("select started_at from sync_run").mapTo(Instant.class).one());
            assertThat(kept).isEqualTo(at);
        }
    }

    @Test
    void aSecondInstanceIsToldToCloseTheFirst() throws Exception {
        Files.createDirectories(folder);
        try (CacheDatabase database = CacheDatabase.open(folder)) {
            assertThat(database).isNotNull();
            Process second = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp", System.getProperty("java.class.path"), OpenOnce.class.getName(), folder.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).contains("IN_USE").contains("in use by another Orderbench");
        }
    }

    /** Run as another process. */
    static final class OpenOnce {
        public static void main(String[] args) {
            try {
                CacheDatabase.open(Path.of(args[0])).close();
                System.out.println("opened");
            } catch (CacheException e) {
                System.out.println(e.reason() + " " + e.getMessage());
            }
        }
    }

    @Test
    void aDamagedFileIsSaidToBeSo() throws Exception {
        CacheDatabase.open(folder).close();
        try (FileChannel file = FileChannel.open(folder.resolve("cache.mv.db"), StandardOpenOption.WRITE)) {
            file.truncate(100);
        }
        assertThatThrownBy(() -> CacheDatabase.open(folder)).isInstanceOf(CacheException.class).hasMessageContaining("Move the file away");
    }

    @Test
    void aFullDiskIsSaidToBeSoAndAFileThatEndsTooSoonIsNotTakenForOne() {
        SQLException full = new SQLException("IO Exception", "90031", ErrorCode.IO_EXCEPTION_2, new IOException("No space left on device"));
        assertThat(CacheDatabase.explain("home", full).reason()).isEqualTo(CacheException.Reason.NOT_WRITABLE);
        assertThat(CacheDatabase.explain("home", full)).hasMessageContaining("Free some space and start again");
        SQLException cut = new SQLException("IO Exception", "90028", ErrorCode.IO_EXCEPTION_1, new EOFException());
        assertThat(CacheDatabase.explain("home", cut).reason()).isEqualTo(CacheException.Reason.DAMAGED);
    }
}
