package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderbench.sync.Mirror;
import org.orderbench.sync.MirrorRun;
import org.orderbench.sync.Page;
import org.orderbench.sync.Stretch;
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.SyncReport;

class MoveBlocksTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @RegisterExtension
    final FreshCache cache = new FreshCache();

    private static DoneMove move(int id, int product, String quantity) {
        return new DoneMove(id, product, 8, 5, START.plusSeconds(id), new BigDecimal(quantity), 0);
    }

    private List<DoneMove> read(Consumer<Consumer<DoneMove>> reading) {
        List<DoneMove> moves = new ArrayList<>();
        reading.accept(moves::add);
        return moves;
    }

    private void use(Consumer<Handle> work) {
        cache.jdbi().useTransaction(work::accept);
    }

    /** @param replaces whether these are all there are */
    private static void arrive(Handle handle, boolean replaces, List<DoneMove> moves) {
        MoveArrivals arrivals = new MoveArrivals(handle, false);
        if (replaces) {
            arrivals.replaceAll();
        }
        arrivals.add(MoveCodec.write(moves));
        arrivals.land();
    }

    @Test
    void whatIsWrittenIsReadAgainToTheLastDigit() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<DoneMove> moves = new ArrayList<>();
            for (int i = 0; i < round; i++) {
                BigDecimal quantity = new BigDecimal(new java.math.BigInteger(1 + random.nextInt(75), random), random.nextInt(7));
                moves.add(new DoneMove(random.nextInt(Integer.MAX_VALUE), random.nextInt(Integer.MAX_VALUE), random.nextInt(50_000), random.nextInt(50_000),
                        Instant.ofEpochSecond(random.nextLong(7_258_118_400L)), random.nextBoolean() ? quantity : quantity.negate(), random.nextInt(3) == 0 ? 1 + random.nextInt(Integer.MAX_VALUE - 1) : 0));
            }
            List<DoneMove> again = read(taker -> MoveCodec.read(MoveCodec.write(moves), taker));
            assertThat(again).usingElementComparator((a, b) -> a.quantity().compareTo(b.quantity()) == 0
                    && new DoneMove(a.id(), a.productId(), a.from(), a.to(), a.at(), BigDecimal.ZERO, a.returnedOf())
                            .equals(new DoneMove(b.id(), b.productId(), b.from(), b.to(), b.at(), BigDecimal.ZERO, b.returnedOf())) ? 0 : 1).isEqualTo(moves);
        }
    }

    @Test
    void anOrdinaryMoveTakesAboutADozenBytes() {
        List<DoneMove> moves = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            moves.add(new DoneMove(1_000_000 + i * 40, 77, 8, 5, START.plusSeconds(i * 90_000L), BigDecimal.valueOf(i % 20), 0));
        }
        assertThat(MoveCodec.write(moves).length).isLessThan(14_000);
    }

    @Test
    void productsLieSideBySideAndOneWithVeryManyMovesInParts() {
        use(handle -> {
            MoveBlocks blocks = new MoveBlocks(handle);
            MoveArrivals arrivals = new MoveArrivals(handle, true);
            arrivals.replaceAll();
            for (int page = 0; page < 25; page++) {
                List<DoneMove> moves = new ArrayList<>();
                for (int i = 0; i < 2000; i++) {
                    int id = page * 2000 + i + 1;
                    moves.add(move(id, id % 10 == 0 ? 8 : 7, "1"));
                }
                arrivals.add(MoveCodec.write(moves));
            }
            arrivals.land();
            assertThat(read(taker -> blocks.ofProducts(7, 7, taker))).hasSize(45_000).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
            assertThat(read(taker -> blocks.ofProducts(8, 9, taker))).hasSize(5_000).allMatch(move -> move.productId() == 8);
            assertThat(read(taker -> blocks.ofProducts(1, 6, taker))).isEmpty();
            assertThat(read(taker -> blocks.since(START.plusSeconds(49_991), taker))).extracting(DoneMove::id).containsExactlyInAnyOrder(49_991, 49_992, 49_993, 49_994, 49_995, 49_996, 49_997, 49_998, 49_999, 50_000);
        });
        int largest = cache.jdbi().withHandle(h -> h.createQuery("select max(octet_length(body)) from move_block").mapTo(Integer.class).one());
        assertThat(largest).isLessThan(1_000_000);
    }

    /** More moves than are held at a time: a full read looks them up again in its pages, an incremental one lands them in parts. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void moreMovesThanAreHeldAtATimeComeOutTheSame(boolean staged) {
        Random random = new Random(23);
        Map<Integer, DoneMove> right = new java.util.TreeMap<>();
        use(handle -> {
            MoveArrivals arrivals = new MoveArrivals(handle, staged, 100);
            arrivals.replaceAll();
            for (int page = 0; page < 30; page++) {
                List<DoneMove> moves = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    int id = page * 20 + i + 1;
                    DoneMove move = new DoneMove(id, random.nextInt(4) == 0 ? Integer.MAX_VALUE - random.nextInt(3) : 1 + random.nextInt(7), 8, 5,
                            START.plusSeconds(random.nextInt(1_000_000)), BigDecimal.valueOf(random.nextInt(100)), 0);
                    moves.add(move);
                    right.put(id, move);
                }
                byte[] body = MoveCodec.write(moves);
                handle.execute("insert into stage_page (mirror, body) values ('DONE_MOVE', ?)", (Object) new StagedPage(new long[0], List.of(), body).toBytes());
                arrivals.add(body);
            }
            arrivals.land();
            List<DoneMove> held = read(taker -> new MoveBlocks(handle).since(Instant.EPOCH, taker));
            held.sort(java.util.Comparator.comparingInt(DoneMove::id));
            assertThat(held).isEqualTo(List.copyOf(right.values()));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMoveThatWasReadAsOpenAndAMomentBeforeOrLaterAsDoneCountsOnce(boolean openFirst) {
        for (Integer line : java.util.Arrays.asList(null, 3)) {
            MirrorRun run = new MirrorJdbcStore(cache.database()).begin(SyncMode.FULL, START, START, START);
            for (Mirror mirror : openFirst ? List.of(Mirror.OPEN_MOVE, Mirror.DONE_MOVE) : List.of(Mirror.DONE_MOVE, Mirror.OPEN_MOVE)) {
                boolean done = mirror == Mirror.DONE_MOVE;
                run.start(mirror, null, true, List.of(Stretch.ALL));
                Object[] row = {20, 7, 8, 5, done ? "done" : "assigned", START, BigDecimal.ONE, line, null};
                run.stage(mirror, Stretch.ALL, run.prepare(mirror, new Page(new long[] {20}, List.<Object[]>of(row))));
                run.complete(mirror);
            }
            run.land(new SyncReport(SyncMode.FULL, SyncReport.Outcome.DONE, START, START, Map.of(), Map.of(), List.of()));
            assertThat(cache.moves()).containsOnlyKeys(20);
            assertThat((List<?>) cache.jdbi().withHandle(h -> h.select("select state from stock_move").mapTo(String.class).list())).isEqualTo(line == null ? List.of() : List.of("done"));
        }
    }

    @Test
    void changesReplaceByIdAndLeaveTheRest() {
        use(handle -> {
            MoveBlocks blocks = new MoveBlocks(handle);
            arrive(handle, true, List.of(move(1, 7, "1"), move(2, 7, "2"), move(3, 8, "3")));
            arrive(handle, false, List.of(move(2, 7, "20"), move(4, 9, "4")));
            assertThat(read(taker -> blocks.since(Instant.EPOCH, taker))).containsExactly(move(1, 7, "1"), move(2, 7, "20"), move(3, 8, "3"), move(4, 9, "4"));
            blocks.remove(move -> move.id() == 3);
            assertThat(read(taker -> blocks.since(Instant.EPOCH, taker))).extracting(DoneMove::id).containsExactly(1, 2, 4);
            assertThat(blocks.oldest()).contains(START.plusSeconds(1));
        });
    }

    @Test
    void manyRoundsOfChangesAreAsOneFullReading() {
        Random random = new Random(11);
        Map<Integer, DoneMove> right = new java.util.TreeMap<>();
        use(handle -> {
            MoveBlocks blocks = new MoveBlocks(handle);
            for (int round = 0; round < 60; round++) {
                List<DoneMove> page = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    int id = 1 + random.nextInt(200);
                    DoneMove move = new DoneMove(id, 5 + id % 3, 8, 5, START.plusSeconds(random.nextInt(1_000_000)), BigDecimal.valueOf(random.nextInt(100)), 0);
                    page.removeIf(other -> other.id() == id);
                    page.add(move);
                    right.put(id, move);
                }
                arrive(handle, round == 0, page);
                List<DoneMove> held = read(taker -> blocks.since(Instant.EPOCH, taker));
                held.sort(java.util.Comparator.comparingInt(DoneMove::id));
                assertThat(held).isEqualTo(List.copyOf(right.values()));
                assertThat(read(taker -> blocks.since(START.plusSeconds(500_000), taker))).hasSize((int) right.values().stream().filter(move -> !move.at().isBefore(START.plusSeconds(500_000))).count());
            }
        });
        int parts = cache.jdbi().withHandle(h -> h.createQuery("select max(mod(id, 1000)) from move_block").mapTo(Integer.class).one());
        assertThat(parts).as("parts are put together in time").isLessThanOrEqualTo(12);
    }
}
