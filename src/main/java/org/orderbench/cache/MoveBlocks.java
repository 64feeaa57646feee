package org.orderbench.cache;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
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
    /** How many small parts a product may have beside its full ones. */
    private static final int LOOSE_PARTS = 12;
    private static final int BLOCKS_AT_A_TIME = 500;
    private static final int PRODUCTS_AT_A_TIME = 1000;
    /** How many moves are sorted in memory at a time, about 50 MB. */
    private static final int MOVES_AT_A_TIME = 1_000_000;

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

    void forgetStaged() {
        handle.execute("delete from stage_move_page");
    }

    void staged(Consumer<DoneMove> taker) {
        stagedBodies(body -> MoveCodec.read(body, taker));
    }

    /** The same, in parts. */
    void stagedParts(MoveCodec.Parts taker) {
        stagedBodies(body -> MoveCodec.parts(body, taker));
    }

    private void stagedBodies(Consumer<byte[]> taker) {
        for (long seq : handle.createQuery("select seq from stage_move_page order by seq").mapTo(Long.class).list()) {
            taker.accept(handle.createQuery("select body from stage_move_page where seq = ?").bind(0, seq).mapTo(byte[].class).one());
        }
    }

    /** Of neighbouring products, both included. */
    void ofProducts(int from, int to, Consumer<DoneMove> taker) {
        Together together = new Together(parts -> read(parts, taker));
        handle.createQuery("select id, body from move_block where id >= ? and id < ? order by id")
                .bind(0, (long) from * PARTS).bind(1, (to + 1L) * PARTS).map((row, context) -> new Block(row.getLong(1), row.getBytes(2))).forEach(together::add);
        together.end();
    }

    /** All that happened since then, by product. */
    void since(Instant time, Consumer<DoneMove> taker) {
        eachProduct(parts -> read(parts, move -> {
            if (!move.at().isBefore(time)) {
                taker.accept(move);
            }
        }));
    }

    private void eachProduct(Consumer<List<Block>> taker) {
        Together together = new Together(taker);
        long last = -1;
        while (true) {
            List<Block> blocks = handle.createQuery("select id, body from move_block where id > ? order by id fetch first " + BLOCKS_AT_A_TIME + " rows only")
                    .bind(0, last).map((row, context) -> new Block(row.getLong(1), row.getBytes(2))).list();
            if (blocks.isEmpty()) {
                together.end();
                return;
            }
            blocks.forEach(together::add);
            last = blocks.getLast().id();
        }
    }

    /** The moves of one product; of two readings of the same move the one in the later part counts. */
    private static void read(List<Block> parts, Consumer<DoneMove> taker) {
        if (parts.size() == 1) {
            MoveCodec.read(parts.getFirst().body(), taker);
        } else {
            Map<Integer, DoneMove> moves = new LinkedHashMap<>();
            parts.forEach(part -> MoveCodec.read(part.body(), move -> moves.put(move.id(), move)));
            moves.values().forEach(taker);
        }
    }

    /** Hands over the parts of one product after the other; they come in order. */
    private static final class Together {

        private final Consumer<List<Block>> taker;
        private final List<Block> parts = new ArrayList<>();

        Together(Consumer<List<Block>> taker) {
            this.taker = taker;
        }

        void add(Block block) {
            if (!parts.isEmpty() && parts.getFirst().id() / PARTS != block.id() / PARTS) {
                end();
            }
            parts.add(block);
        }

        void end() {
            if (!parts.isEmpty()) {
                taker.accept(parts);
                parts.clear();
            }
        }
    }

    private record Block(long id, byte[] body) {}

    /** How many readings of moves are held; those that were replaced since the last full sync count too. */
    long count() {
        return handle.createQuery("select coalesce(sum(moves), 0) from move_block").mapTo(Long.class).one();
    }

    long[] ids(Instant from) {
        LongStream.Builder ids = LongStream.builder();
        long since = from.getEpochSecond();
        eachProduct(parts -> {
            if (parts.size() == 1) { // nearly all of them, without an object for each move
                MoveCodec.parts(parts.getFirst().body(), (id, product, source, to, at, figure, scale, large, returnedOf) -> {
                    if (at >= since) {
                        ids.add(id);
                    }
                });
            } else {
                read(parts, move -> {
                    if (!move.at().isBefore(from)) {
                        ids.add(move.id());
                    }
                });
            }
        });
        return ids.build().toArray();
    }

    long[] stagedIds() {
        LongStream.Builder ids = LongStream.builder();
        stagedParts((id, product, from, to, at, figure, scale, large, returnedOf) -> ids.add(id));
        return ids.build().toArray();
    }

    /** Makes what is staged all there is, a range of products at a time, so that memory does not grow with the history. */
    void landAll() {
        handle.execute("delete from move_block");
        SortedMap<Integer, int[]> moves = new TreeMap<>();
        stagedParts((id, product, from, to, at, figure, scale, large, returnedOf) -> moves.computeIfAbsent(product, each -> new int[1])[0]++);
        Blocks blocks = new Blocks();
        while (!moves.isEmpty()) {
            int held = 0;
            int last = moves.firstKey();
            for (Map.Entry<Integer, int[]> product : moves.entrySet()) {
                held += product.getValue()[0];
                if (held > MOVES_AT_A_TIME && product.getKey() > moves.firstKey()) {
                    break;
                }
                last = product.getKey();
            }
            MoveColumns columns = new MoveColumns(moves.firstKey(), last);
            stagedParts(columns::add);
            columns.blocks(MOVES_A_BLOCK, blocks::put);
            moves.headMap(last + 1).clear();
        }
        blocks.write();
    }

    private SortedMap<Integer, Map<Integer, DoneMove>> stagedByProduct() {
        SortedMap<Integer, Map<Integer, DoneMove>> byProduct = new TreeMap<>();
        staged(move -> byProduct.computeIfAbsent(move.productId(), product -> new HashMap<>()).put(move.id(), move));
        return byProduct;
    }

    /**
     * Adds what is staged as a part of its own to each product, so that a sync writes what changed and not the history; a product with many such parts is written
     * anew.
     */
    void landChanges() {
        SortedMap<Integer, Map<Integer, DoneMove>> changed = stagedByProduct();
        Blocks blocks = new Blocks();
        while (!changed.isEmpty()) {
            SortedMap<Integer, Map<Integer, DoneMove>> some = changed.headMap(changed.firstKey() + PRODUCTS_AT_A_TIME);
            Map<Integer, Held> held = held(some.firstKey(), some.lastKey());
            some.forEach((product, moves) -> {
                Held before = held.getOrDefault(product, new Held(0, 0));
                if (before.parts() < LOOSE_PARTS + before.moves() / MOVES_A_BLOCK) {
                    blocks.put(product, before.parts(), moves);
                } else {
                    rewrite(product, moves, blocks);
                }
            });
            some.clear();
        }
        blocks.write();
    }

    /** @param parts the number of the next part */
    private record Held(int parts, int moves) {}

    private Map<Integer, Held> held(int from, int to) {
        Map<Integer, Held> held = new HashMap<>();
        handle.createQuery("select product_id, max(id), sum(moves) from move_block where id >= ? and id < ? group by product_id")
                .bind(0, (long) from * PARTS).bind(1, (to + 1L) * PARTS)
                .map((row, context) -> Map.entry(row.getInt(1), new Held((int) (row.getLong(2) % PARTS) + 1, row.getInt(3))))
                .forEach(each -> held.put(each.getKey(), each.getValue()));
        return held;
    }

    private void rewrite(int product, Map<Integer, DoneMove> changed, Blocks blocks) {
        Map<Integer, DoneMove> all = new HashMap<>();
        ofProducts(product, product, move -> all.put(move.id(), move));
        all.putAll(changed);
        handle.execute("delete from move_block where id >= ? and id < ?", (long) product * PARTS, (product + 1L) * PARTS);
        blocks.put(product, 0, all);
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
            blocks.put(product, 0, kept);
        }
        blocks.write();
    }

    /** Blocks on their way into the table, some at a time. */
    private final class Blocks {

        private final List<Object[]> rows = new ArrayList<>();

        void put(int product, int firstPart, Map<Integer, DoneMove> moves) {
            List<DoneMove> sorted = new ArrayList<>(moves.values());
            sorted.sort(ORDER);
            for (int part = 0; part * MOVES_A_BLOCK < sorted.size(); part++) {
                List<DoneMove> its = sorted.subList(part * MOVES_A_BLOCK, Math.min(sorted.size(), (part + 1) * MOVES_A_BLOCK));
                rows.add(new Object[] {
                    (long) product * PARTS + firstPart + part, product, its.size(), its.getFirst().at().atOffset(ZoneOffset.UTC), its.getLast().at().atOffset(ZoneOffset.UTC), MoveCodec.write(its)
                });
            }
            writeSome();
        }

        void put(int product, int part, int moves, long oldest, long newest, byte[] body) {
            rows.add(new Object[] {(long) product * PARTS + part, product, moves, Instant.ofEpochSecond(oldest).atOffset(ZoneOffset.UTC), Instant.ofEpochSecond(newest).atOffset(ZoneOffset.UTC), body});
            writeSome();
        }

        private void writeSome() {
            if (rows.size() >= BLOCKS_AT_A_TIME) {
                write();
            }
        }

        void write() {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("insert into move_block (id, product_id, moves, oldest, newest, body) values (?, ?, ?, ?, ?, ?)")) {
                for (Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        statement.setObject(i + 1, row[i]);
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
                rows.clear();
            } catch (SQLException e) {
                throw CacheDatabase.explain("this profile", e);
            }
        }
    }
}
