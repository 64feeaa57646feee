package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.sync.Mirror;
import org.orderbench.sync.MirrorRun;
import org.orderbench.sync.Page;
import org.orderbench.sync.Stretch;
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.SyncReport;

/**
 * A sync is one long transaction. Wherever the process is killed in it, at any write of the store and half-way through it, the file holds the mirror as it was before
 * or as it is after, never some of both; and what a full read had kept aside is gone on with.
 */
class LandingCrashTest {

    private static final Instant START = Instant.parse("2026-11-25T08:00:00Z");
    private static final int PRODUCTS = 300;
    private static final int A_PAGE = 30;

    @TempDir
    Path folder;

    @AfterEach
    void calm() {
        CrashDisk.MOMENT.set(bytes -> {});
    }

    private static CacheDatabase open(Path file) {
        ForcedFile.ready(file.resolveSibling(file.getFileName() + ".mv.db"));
        return CacheDatabase.open(CrashDisk.url(file), "here", null);
    }

    private static Page products(int first, String name) {
        List<Object[]> rows = IntStream.range(first, first + A_PAGE).<Object[]>mapToObj(id -> new Object[] {
            id, id, "P" + id, name + " " + "x".repeat(200), null, "All", 1, 1, true, true, true, BigDecimal.ONE, BigDecimal.ONE, false, "STOCK"
        }).toList();
        return new Page(IntStream.range(first, first + A_PAGE).asLongStream().toArray(), rows);
    }

    private static Page moves(int first, String name) {
        List<Object[]> rows = IntStream.range(first, first + A_PAGE).<Object[]>mapToObj(id -> new Object[] {
            id, id, 8, 5, "done", START, name.equals("old") ? BigDecimal.ONE : BigDecimal.TWO, id % 3 == 0 ? 7 : null, null
        }).toList();
        return new Page(IntStream.range(first, first + A_PAGE).asLongStream().toArray(), rows);
    }

    /** Reads all of both, or goes on where it was; whoever saves something meanwhile forces all to disk that the sync has written so far. */
    private static void sync(CacheDatabase database, SyncMode mode, String name) {
        MirrorRun run = new MirrorJdbcStore(database).begin(mode, START, START.minus(Duration.ofHours(1)), START.minus(Duration.ofDays(700)));
        for (Mirror mirror : List.of(Mirror.PRODUCT, Mirror.DONE_MOVE)) {
            Optional<MirrorRun.Staged> cut = run.staged(mirror);
            if (cut.isEmpty()) {
                run.start(mirror, START, mode == SyncMode.FULL, List.of(Stretch.ALL));
            }
            int from = cut.map(staged -> (int) staged.left().getFirst().after()).orElse(0) + 1;
            for (int first = from; first <= PRODUCTS; first += A_PAGE) {
                run.stage(mirror, Stretch.ALL, run.prepare(mirror, mirror == Mirror.PRODUCT ? products(first, name) : moves(first, name)));
                int number = first;
                database.useTransaction(handle -> handle.execute("merge into probe values (1, ?)", number));
            }
            run.complete(mirror);
        }
        run.land(new SyncReport(mode, SyncReport.Outcome.DONE, START, START, Map.of(), Map.of(), List.of()));
    }

    /** What stands in the mirror: one word where all of it is of one reading. */
    private static String held(CacheDatabase database) {
        return database.jdbi().withHandle(handle -> {
            TreeSet<String> words = new TreeSet<>();
            AtomicInteger count = new AtomicInteger();
            handle.select("select substring(name, 1, 3) from product").mapTo(String.class).forEach(word -> {
                words.add(word);
                count.incrementAndGet();
            });
            handle.select("select quantity from stock_move").mapTo(BigDecimal.class).forEach(quantity -> {
                words.add(quantity.intValue() == 1 ? "old" : "new");
                count.incrementAndGet();
            });
            new MoveBlocks(handle).since(Instant.EPOCH, move -> {
                words.add(move.quantity().intValue() == 1 ? "old" : "new");
                count.incrementAndGet();
            });
            return count.get() == 2 * PRODUCTS && words.size() == 1 ? words.first() : words + " " + count;
        });
    }

    private synchronized String heldIn(byte[] file) throws IOException {
        Path image = Files.createDirectories(folder.resolve("image"));
        Files.write(image.resolve("cache.mv.db"), file);
        try (CacheDatabase database = CacheDatabase.open(image)) {
            return held(database);
        }
    }

    /** @return what stood in the images, in the order in which they were taken */
    private List<String> imagesOf(SyncMode mode) throws IOException {
        Path file = Files.createDirectories(folder.resolve("live")).resolve("cache");
        List<String> found = new ArrayList<>();
        AtomicBoolean looking = new AtomicBoolean();
        AtomicInteger writes = new AtomicInteger();
        try (CacheDatabase database = open(file)) {
            database.useTransaction(handle -> handle.execute("create table probe (id int primary key, number int)"));
            sync(database, SyncMode.FULL, "old");
            assertThat(held(database)).isEqualTo("old");
            CrashDisk.MOMENT.set(bytes -> {
                if (looking.get() && writes.getAndIncrement() % 7 == 0) {
                    found.add(heldIn(bytes));
                }
            });
            looking.set(true);
            sync(database, mode, "new");
            looking.set(false);
            found.add(heldIn(Files.readAllBytes(file.resolveSibling("cache.mv.db"))));
        }
        return found;
    }

    @Test
    void killedInAFullSyncTheMirrorIsTheOldOneOrTheNewOne() throws IOException {
        List<String> found = imagesOf(SyncMode.FULL);
        assertThat(found).containsOnly("old", "new").endsWith("new").isSortedAccordingTo(java.util.Comparator.reverseOrder()).hasSizeGreaterThan(10);
    }

    @Test
    void killedInAnIncrementalSyncTheMirrorIsTheOldOneOrTheNewOne() throws IOException {
        List<String> found = imagesOf(SyncMode.INCREMENTAL);
        assertThat(found).containsOnly("old", "new").endsWith("new").isSortedAccordingTo(java.util.Comparator.reverseOrder()).hasSizeGreaterThan(10);
    }

    @Test
    void killedInAFullSyncTheNextOneGoesOnAtItsPage() throws IOException {
        Path file = Files.createDirectories(folder.resolve("live")).resolve("cache");
        Path image = Files.createDirectories(folder.resolve("killed")).resolve("cache");
        try (CacheDatabase database = open(file)) {
            database.useTransaction(handle -> handle.execute("create table probe (id int primary key, number int)"));
            sync(database, SyncMode.FULL, "old");
            MirrorRun run = new MirrorJdbcStore(database).begin(SyncMode.FULL, START, START, START.minus(Duration.ofDays(700)));
            run.start(Mirror.PRODUCT, START, true, List.of(Stretch.ALL));
            for (int first = 1; first <= PRODUCTS; first += A_PAGE) {
                run.stage(Mirror.PRODUCT, Stretch.ALL, run.prepare(Mirror.PRODUCT, products(first, "new")));
            }
            run.complete(Mirror.PRODUCT);
            run.start(Mirror.DONE_MOVE, START, true, List.of(Stretch.ALL));
            for (int first = 1; first <= 9 * A_PAGE; first += A_PAGE) {
                run.stage(Mirror.DONE_MOVE, Stretch.ALL, run.prepare(Mirror.DONE_MOVE, moves(first, "new")));
            }
            database.useTransaction(handle -> handle.execute("merge into probe values (1, 1)"));
            Files.copy(file.resolveSibling("cache.mv.db"), image.resolveSibling("cache.mv.db"));
            run.abandon(new SyncReport(SyncMode.FULL, SyncReport.Outcome.FAILED, START, START, Map.of(), Map.of(), List.of()));
        }
        try (CacheDatabase database = open(image)) {
            assertThat(held(database)).isEqualTo("old");
            MirrorRun run = new MirrorJdbcStore(database).begin(SyncMode.FULL, START, START.minusSeconds(1), START.minus(Duration.ofDays(700)));
            assertThat(run.staged(Mirror.PRODUCT).orElseThrow().complete()).isTrue();
            assertThat(run.staged(Mirror.DONE_MOVE).orElseThrow()).as("eight pages are kept at a time")
                    .isEqualTo(new MirrorRun.Staged(List.of(new Stretch(8 * A_PAGE, Long.MAX_VALUE)), 8 * A_PAGE, false));
            run.abandon(new SyncReport(SyncMode.FULL, SyncReport.Outcome.FAILED, START, START, Map.of(), Map.of(), List.of()));
            sync(database, SyncMode.FULL, "new");
            assertThat(held(database)).isEqualTo("new");
            assertThat((List<?>) database.jdbi().withHandle(handle -> handle.select("select 1 from stage_page").mapTo(Integer.class).list())).as("nothing is left aside").isEmpty();
        }
    }
}
