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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.sync.MirrorRun;
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.SyncReport;

class CacheDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void closingTwiceIsClosingOnce() {
        CacheDatabase database = CacheDatabase.open(folder);
        database.useTransaction(handle -> handle.execute("create table probe (id int)"));
        database.close();
        database.close();
    }

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

    /** Two rows a transaction: a copy that shows half of one would be odd. */
    @Test
    void aSecondInstanceMayLookAtWhatTheFirstHasJustWrittenAndWriteNothing() throws Exception {
        try (CacheDatabase first = CacheDatabase.open(folder)) {
            AtomicBoolean enough = new AtomicBoolean();
            Thread writer = Thread.ofPlatform().start(() -> {
                while (!enough.get()) {
                    first.useTransaction(h -> {
                        h.execute("insert into sync_run (started_at, full_read) values (current_timestamp, true)");
                        h.execute("insert into sync_run (started_at, full_read) values (current_timestamp, false)");
                    });
                }
            });
            Process second = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp", System.getProperty("java.class.path"), Look.class.getName(), folder.toString())
                    .redirectErrorStream(true)
                    .start();
            List<String> said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("saw ")).toList();
            enough.set(true);
            writer.join();
            assertThat(said).hasSize(5).allMatch(line -> line.matches("saw \\d*[02468] rows; refused: Here you can only look.*"));
            assertThat(said.getLast()).doesNotStartWith("saw 0 ");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("reading-"));
        }
    }

    /** Run as another process. */
    static final class Look {
        public static void main(String[] args) {
            for (int i = 0; i < 5; i++) {
                try (CacheDatabase copy = CacheDatabase.openReading(Path.of(args[0]))) {
                    int rows = copy.jdbi().withHandle(h -> h.select("select count(*) from sync_run").mapTo(Integer.class).one());
                    try {
                        copy.useTransaction(h -> h.execute("delete from sync_run"));
                        System.out.println("saw " + rows + " rows, and could write");
                    } catch (CacheException e) {
                        System.out.println("saw " + rows + " rows; refused: " + e.getMessage());
                    }
                }
            }
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

    @Test
    void anOlderCacheIsCopiedWholeBeforeItIsBroughtUpToDate() throws Exception {
        makeOlder();
        try (CacheDatabase database = CacheDatabase.open(folder)) {
            assertThat(syncRuns(database)).isEqualTo(1);
        }
        Path backup = onlyBackup();
        Path restored = folder.resolve("restored");
        unzip(backup, restored);
        try (Connection older = DriverManager.getConnection("jdbc:h2:file:" + restored.resolve("cache"), "orderbench", "");
                ResultSet rows = older.createStatement().executeQuery("select count(*) from sync_run")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
            assertThat(older.getMetaData().getTables(null, null, "TOUCHED", null).next()).as("the copy is of the state before").isTrue();
        }
    }

    @Test
    void aNewCacheAndOneThatIsUpToDateAreNotCopied() {
        CacheDatabase.open(folder).close();
        CacheDatabase.open(folder).close();
        assertThat(folder.resolve("backup")).doesNotExist();
    }

    @Test
    void aMigrationThatCameLaterWithALowerNumberIsDoneToo() throws Exception {
        CacheDatabase.open(folder).close();
        raw("alter table connection drop column transport");
        raw("delete from \"flyway_schema_history\" where \"version\" = '095'");
        try (CacheDatabase database = CacheDatabase.open(folder)) {
            int known = database.jdbi().withHandle(h -> h.select("select count(transport) from connection").mapTo(Integer.class).one());
            assertThat(known).isZero();
        }
        assertThat(onlyBackup()).isNotEmptyFile();
    }

    @Test
    void whereTheCopyCannotBeMadeTheCacheStaysAsItWas() throws Exception {
        makeOlder();
        Files.writeString(folder.resolve("backup"), "a file where the folder should be");
        assertThatThrownBy(() -> CacheDatabase.open(folder)).isInstanceOf(CacheException.class).hasMessageContaining("cannot be written");
        try (Connection older = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("cache"), "orderbench", "")) {
            assertThat(older.getMetaData().getTables(null, null, "TOUCHED", null).next()).isTrue();
        }
    }

    @Test
    void aCacheOfANewerVersionIsRefusedInWordsAndNotTouched() throws Exception {
        CacheDatabase.open(folder).close();
        raw("""
                insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "installed_by", "execution_time", "success")
                values (999, '999', 'from the future', 'SQL', 'V999__from_the_future.sql', 1, 'orderbench', 1, true)""");
        assertThatThrownBy(() -> CacheDatabase.open(folder))
                .isInstanceOfSatisfying(CacheException.class, e -> assertThat(e.reason()).isEqualTo(CacheException.Reason.TOO_NEW))
                .hasMessageContaining("newer version of Orderbench")
                .hasMessageContaining("Install that version again");
        assertThat(folder.resolve("backup")).doesNotExist();
    }

    /** Takes the newest migration back, so that it has to be done again: V001's cache with a table that the later ones don't know. */
    private void makeOlder() throws Exception {
        Flyway.configure()
                .dataSource("jdbc:h2:file:" + folder.resolve("cache"), "orderbench", "")
                .locations("classpath:org/orderbench/cache")
                .target("1")
                .load()
                .migrate();
        raw("create table touched (x int)");
        raw("insert into sync_run (started_at, full_read) values (current_timestamp, true)");
    }

    private void raw(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("cache"), "orderbench", "")) {
            connection.createStatement().execute(sql);
        }
    }

    private static int syncRuns(CacheDatabase database) {
        return database.jdbi().withHandle(h -> h.select("select count(*) from sync_run").mapTo(Integer.class).one());
    }

    private Path onlyBackup() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("backup"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private static void unzip(Path zip, Path into) throws IOException {
        Files.createDirectories(into);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.copy(in, into.resolve(Path.of(entry.getName()).getFileName()));
            }
        }
    }

    @Test
    void aLandedSyncIsInTheFileAsSoonAsItIsSaidToBeDone() throws Exception {
        Path image = folder.resolve("image");
        Files.createDirectories(image);
        Instant start = Instant.parse("2026-11-25T08:00:00Z");
        try (CacheDatabase database = CacheDatabase.open(folder)) {
            MirrorRun run = new MirrorJdbcStore(database).begin(SyncMode.FULL, start, start, start);
            run.land(new SyncReport(SyncMode.FULL, SyncReport.Outcome.DONE, start, start, Map.of(), Map.of(), List.of()));
            Files.copy(folder.resolve("cache.mv.db"), image.resolve("cache.mv.db"));
        }
        try (CacheDatabase killed = CacheDatabase.open(image)) {
            List<String> outcomes = killed.jdbi().withHandle(h -> h.select("select outcome from sync_run").mapTo(String.class).list());
            assertThat(outcomes).containsExactly("DONE");
        }
    }

    @Test
    void aWriteThatFailedBehindTheCallersBackIsSaidToBeSoWhereverItComesToLight() {
        MVStoreException failed = DataUtils.newMVStoreException(DataUtils.ERROR_WRITING_FAILED, "Writing failed");
        RuntimeException wrapped = new IllegalStateException("Failed to commit transaction", new SQLException("General error", "HY000", ErrorCode.GENERAL_ERROR_1, failed));
        assertThat(CacheDatabase.cannotWrite(wrapped)).isTrue();
        assertThat(CacheDatabase.explain("home", wrapped)).hasMessageContaining("Free some space");
        assertThat(CacheDatabase.cannotWrite(new IllegalStateException("something else"))).isFalse();
    }
}
