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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Done moves, packed by product ({@code move_block}). A done move's product never changes in Odoo: its block is where a newer reading of it belongs. All work is in
 * the handle's transaction.
 */
final class MoveBlocks {

    /** A block has at most a megabyte, and its parts this many moves. */
    private static final int MOVES_A_BLOCK = 20_000;

    private static final int PARTS = 1000;
    /** How many small parts a product may have beside its full ones. */
    private static final int LOOSE_PARTS = 12;
    private static final int BLOCKS_AT_A_TIME = 500;

    private static final Comparator<DoneMove> ORDER = Comparator.comparing(DoneMove::at).thenComparingInt(DoneMove::id);

    private final Handle handle;

    MoveBlocks(Handle handle) {
        this.handle = handle;
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

    /** Of products of which nothing is held. */
    void landNew(MoveColumns moves) {
        Blocks blocks = new Blocks();
        moves.blocks(MOVES_A_BLOCK, blocks::put);
        blocks.write();
    }

    /**
     * Adds moves as a part of its own to each product, so that a sync writes what changed and not the history; a product with many such parts is written anew.
     */
    void landChanges(MoveColumns moves) {
        Blocks blocks = new Blocks();
        List<Part> some = new ArrayList<>();
        moves.blocks(MOVES_A_BLOCK, (product, part, count, oldest, newest, body) -> {
            if (some.size() >= BLOCKS_AT_A_TIME && some.getLast().product() != product) {
                add(some, blocks);
                some.clear();
            }
            some.add(new Part(product, part, count, oldest, newest, body));
        });
        add(some, blocks);
        blocks.write();
    }

    /** Of one product's changes, as {@link MoveColumns.Block#take} gives them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(int product, int part, int moves, long oldest, long newest, byte[] body) {}

    private void add(List<Part> changed, Blocks blocks) {
        if (changed.isEmpty()) {
            return;
        }
        Map<Integer, Held> held = held(changed.getFirst().product(), changed.getLast().product());
        Map<Integer, Map<Integer, DoneMove>> anew = new LinkedHashMap<>();
        for (Part its : changed) {
            Held before = held.getOrDefault(its.product(), new Held(0, 0));
            if (before.parts() < LOOSE_PARTS + before.moves() / MOVES_A_BLOCK) {
                blocks.put(its.product(), before.parts() + its.part(), its.moves(), its.oldest(), its.newest(), its.body());
            } else {
                Map<Integer, DoneMove> moves = anew.computeIfAbsent(its.product(), each -> new HashMap<>());
                MoveCodec.read(its.body(), move -> moves.put(move.id(), move));
            }
        }
        anew.forEach((product, moves) -> rewrite(product, moves, blocks));
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
