package org.orderbench.cache;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;

/**
 * Done moves, packed by product ({@code move_block}) and by page of arrival ({@code stage_move_page}). A done move's product never changes in Odoo: its block is
 * where a newer reading of it belongs. All work is in the handle's transaction.
 */
final class MoveBlocks {

    /** A block has at most a megabyte, and its parts this many moves. */
    private static final int MOVES_A_BLOCK = 20_000;

    private static final int PARTS = 1000;
    private static final int BLOCKS_AT_A_TIME = 500;
    private static final int PRODUCTS_AT_A_TIME = 1000;
    /** How many moves are sorted in memory at a time, about 50 MB. */
    private static final int MOVES_AT_A_TIME = 400_000;

    private static final Comparator<DoneMove> ORDER = Comparator.comparing(DoneMove::at).thenComparingInt(DoneMove::id);

    private final Handle handle;

    MoveBlocks(Handle handle) {
        this.handle = handle;
    }

    void stage(List<DoneMove> page) {
        if (!page.isEmpty()) {
            handle.execute("insert into stage_move_page (body) values (?)", (Object) MoveCodec.write(page));
        }
    }

    void staged(Consumer<DoneMove> taker) {
        for (long seq : handle.createQuery("select seq from stage_move_page order by seq").mapTo(Long.class).list()) {
            MoveCodec.read(handle.createQuery("select body from stage_move_page where seq = ?").bind(0, seq).mapTo(byte[].class).one(), taker);
        }
    }

    /** Of neighbouring products, both included. */
    void ofProducts(int from, int to, Consumer<DoneMove> taker) {
        handle.createQuery("select body from move_block where id >= ? and id < ? order by id")
                .bind(0, (long) from * PARTS).bind(1, (to + 1L) * PARTS).mapTo(byte[].class).forEach(body -> MoveCodec.read(body, taker));
    }

    /** All that happened since then, by product. */
    void since(Instant time, Consumer<DoneMove> taker) {
        long last = -1;
        while (true) {
            List<Block> blocks = handle.createQuery("select id, body from move_block where id > ? and newest >= ? order by id fetch first " + BLOCKS_AT_A_TIME + " rows only")
                    .bind(0, last).bind(1, time.atOffset(ZoneOffset.UTC)).map((row, context) -> new Block(row.getLong(1), row.getBytes(2))).list();
            if (blocks.isEmpty()) {
                return;
            }
            blocks.forEach(block -> MoveCodec.read(block.body(), move -> {
                if (!move.at().isBefore(time)) {
                    taker.accept(move);
                }
            }));
            last = blocks.getLast().id();
        }
    }

    private record Block(long id, byte[] body) {}

    long count() {
        return handle.createQuery("select coalesce(sum(moves), 0) from move_block").mapTo(Long.class).one();
    }

    long[] ids(Instant from) {
        LongStream.Builder ids = LongStream.builder();
        since(from, move -> ids.add(move.id()));
        return ids.build().toArray();
    }

    long[] stagedIds() {
        LongStream.Builder ids = LongStream.builder();
        staged(move -> ids.add(move.id()));
        return ids.build().toArray();
    }

    /** Makes what is staged all there is, a range of products at a time, so that memory does not grow with the history. */
    void landAll() {
        handle.execute("delete from move_block");
        Map<Integer, int[]> moves = new TreeMap<>();
        staged(move -> moves.computeIfAbsent(move.productId(), product -> new int[1])[0]++);
        List<Integer> range = new ArrayList<>();
        int held = 0;
        for (Map.Entry<Integer, int[]> product : moves.entrySet()) {
            range.add(product.getKey());
            held += product.getValue()[0];
            if (held >= MOVES_AT_A_TIME) {
                landRange(range.getFirst(), range.getLast());
                range.clear();
                held = 0;
            }
        }
        if (!range.isEmpty()) {
            landRange(range.getFirst(), range.getLast());
        }
    }

    private void landRange(int from, int to) {
        Blocks blocks = new Blocks();
        stagedByProduct(product -> product >= from && product <= to).forEach(blocks::put);
        blocks.write();
    }

    private Map<Integer, Map<Integer, DoneMove>> stagedByProduct(IntPredicate wanted) {
        Map<Integer, Map<Integer, DoneMove>> byProduct = new TreeMap<>();
        staged(move -> {
            if (wanted.test(move.productId())) {
                byProduct.computeIfAbsent(move.productId(), product -> new HashMap<>()).put(move.id(), move);
            }
        });
        return byProduct;
    }

    /** Puts what is staged in the place of what was held, by id; neighbouring products are read and written together. */
    void landChanges() {
        SortedMap<Integer, Map<Integer, DoneMove>> changed = new TreeMap<>(stagedByProduct(product -> true));
        Blocks blocks = new Blocks();
        while (!changed.isEmpty()) {
            SortedMap<Integer, Map<Integer, DoneMove>> some = changed.headMap(changed.firstKey() + PRODUCTS_AT_A_TIME);
            replace(some, blocks);
            some.clear();
        }
        blocks.write();
    }

    private void replace(SortedMap<Integer, Map<Integer, DoneMove>> changed, Blocks blocks) {
        Map<Integer, Map<Integer, DoneMove>> all = new TreeMap<>();
        changed.keySet().forEach(product -> all.put(product, new HashMap<>()));
        handle.createQuery("select id, body from move_block where id >= ? and id < ? order by id")
                .bind(0, (long) changed.firstKey() * PARTS).bind(1, (changed.lastKey() + 1L) * PARTS).map((row, context) -> new Block(row.getLong(1), row.getBytes(2)))
                .forEach(block -> {
                    Map<Integer, DoneMove> its = all.get((int) (block.id() / PARTS));
                    if (its != null) {
                        MoveCodec.read(block.body(), move -> its.put(move.id(), move));
                        blocks.remove(block.id());
                    }
                });
        all.forEach((product, its) -> {
            its.putAll(changed.getOrDefault(product, Map.of()));
            blocks.put(product, its);
        });
    }

    /** When the oldest move happened; empty if there is none. */
    Optional<Instant> oldest() {
        return handle.createQuery("select min(oldest) from move_block having count(*) > 0").mapTo(Instant.class).findOne();
    }

    /** Takes out moves that no longer count; a look through all of them. */
    void remove(Predicate<DoneMove> gone) {
        SortedSet<Integer> products = new TreeSet<>();
        since(Instant.EPOCH, move -> {
            if (gone.test(move)) {
                products.add(move.productId());
            }
        });
        Blocks blocks = new Blocks();
        for (int product : products) {
            Map<Integer, DoneMove> kept = new HashMap<>();
            ofProducts(product, product, move -> {
                if (!gone.test(move)) {
                    kept.put(move.id(), move);
                }
            });
            handle.execute("delete from move_block where id >= ? and id < ?", (long) product * PARTS, (product + 1L) * PARTS);
            blocks.put(product, kept);
        }
        blocks.write();
    }

    /** Blocks on their way into the table, some at a time. */
    private final class Blocks {

        private final List<Object[]> rows = new ArrayList<>();
        private final List<Object[]> replaced = new ArrayList<>();

        /** Makes room for a newer block of the same id. */
        void remove(long id) {
            replaced.add(new Object[] {id});
        }

        void put(int product, Map<Integer, DoneMove> moves) {
            List<DoneMove> sorted = new ArrayList<>(moves.values());
            sorted.sort(ORDER);
            for (int part = 0; part * MOVES_A_BLOCK < sorted.size(); part++) {
                List<DoneMove> its = sorted.subList(part * MOVES_A_BLOCK, Math.min(sorted.size(), (part + 1) * MOVES_A_BLOCK));
                rows.add(new Object[] {
                    (long) product * PARTS + part, product, its.size(), its.getFirst().at().atOffset(ZoneOffset.UTC), its.getLast().at().atOffset(ZoneOffset.UTC), MoveCodec.write(its)
                });
            }
            if (rows.size() >= BLOCKS_AT_A_TIME) {
                write();
            }
        }

        void write() {
            batch("delete from move_block where id = ?", replaced);
            batch("insert into move_block (id, product_id, moves, oldest, newest, body) values (?, ?, ?, ?, ?, ?)", rows);
        }

        private void batch(String sql, List<Object[]> batch) {
            try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
                for (Object[] row : batch) {
                    for (int i = 0; i < row.length; i++) {
                        statement.setObject(i + 1, row[i]);
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
                batch.clear();
            } catch (SQLException e) {
                throw CacheDatabase.explain("this profile", e);
            }
        }
    }
}
