package org.orderbench.cache;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Packed moves of a sync on their way into {@link MoveBlocks}: held in columns, so many at most. Where more come, those of a full read are looked up again in its
 * staged pages, a range of products at a time, and those of an incremental one are landed in several parts: memory does not grow with the history. All in the
 * handle's transaction; not for several threads.
 */
final class MoveArrivals {

    /** How many moves are held at a time, about 40 MB. */
    private static final int MOVES_AT_A_TIME = 1_000_000;

    private final Handle handle;
    private final MoveBlocks blocks;
    private final boolean staged;
    private final int atATime;
    private final SortedMap<Integer, Integer> byProduct = new TreeMap<>();
    private MoveColumns columns = new MoveColumns();
    private boolean tooMany;
    private boolean replaces;

    /** @param staged whether the moves are in staged pages too */
    MoveArrivals(Handle handle, boolean staged) {
        this(handle, staged, MOVES_AT_A_TIME);
    }

    MoveArrivals(Handle handle, boolean staged, int atATime) {
        this.handle = handle;
        this.blocks = new MoveBlocks(handle);
        this.staged = staged;
        this.atATime = atATime;
    }

    /** What comes from now on is all there is. */
    void replaceAll() {
        handle.execute("delete from move_block");
        columns = new MoveColumns();
        byProduct.clear();
        tooMany = false;
        replaces = true;
    }

    /** @param moves as {@link MoveCodec} writes them */
    void add(byte[] moves) {
        MoveCodec.parts(moves, (id, product, from, to, at, figure, scale, large, returnedOf) -> {
            if (tooMany) {
                byProduct.merge(product, 1, Integer::sum);
            } else {
                columns.add(id, product, from, to, at, figure, scale, large, returnedOf);
            }
        });
        if (columns.size() > atATime) {
            count();
            if (!staged) {
                land(columns);
            }
            tooMany = staged;
            columns = new MoveColumns();
        }
    }

    private void count() {
        columns.countByProduct((product, moves) -> byProduct.merge(product, moves, Integer::sum));
    }

    /** Products that moves came of; after landing. */
    Collection<Integer> products() {
        return byProduct.keySet();
    }

    void land() {
        if (!tooMany) {
            count();
            land(columns);
            columns = new MoveColumns();
            return;
        }
        SortedMap<Integer, Integer> left = new TreeMap<>(byProduct);
        while (!left.isEmpty()) {
            int first = left.firstKey();
            int last = lastOf(left);
            MoveColumns some = new MoveColumns();
            stagedBodies(body -> MoveCodec.parts(body, (id, product, from, to, at, figure, scale, large, returnedOf) -> {
                if (product >= first && product <= last) {
                    some.add(id, product, from, to, at, figure, scale, large, returnedOf);
                }
            }));
            land(some);
            left.keySet().removeIf(product -> product <= last);
        }
    }

    private void land(MoveColumns some) {
        if (replaces && staged) {
            blocks.landNew(some);
        } else {
            blocks.landChanges(some);
        }
    }

    /** The last product of a run of them that is held at a time. */
    private int lastOf(SortedMap<Integer, Integer> products) {
        int held = 0;
        int last = products.firstKey();
        for (var product : products.entrySet()) {
            held += product.getValue();
            if (held > atATime && product.getKey() > products.firstKey()) {
                break;
            }
            last = product.getKey();
        }
        return last;
    }

    private void stagedBodies(Consumer<byte[]> taker) {
        for (long seq : handle.createQuery("select seq from stage_page where mirror = 'DONE_MOVE' order by seq").mapTo(Long.class).list()) {
            taker.accept(StagedPage.movesOf(handle.createQuery("select body from stage_page where seq = ?").bind(0, seq).mapTo(byte[].class).one()));
        }
    }
}
