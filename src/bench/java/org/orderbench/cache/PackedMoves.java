package org.orderbench.cache;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Fills a cache with done moves the way a full sync leaves them: packed by product. */
public final class PackedMoves {

    private static final int PAGE = 5000;

    private final MoveBlocks blocks;
    private final List<DoneMove> page = new ArrayList<>(PAGE);

    public PackedMoves(Handle handle) {
        this.blocks = new MoveBlocks(handle);
    }

    public void add(int id, int product, int from, int to, Instant at, int quantity) {
        page.add(new DoneMove(id, product, from, to, at, BigDecimal.valueOf(quantity), 0));
        if (page.size() == PAGE) {
            stage();
        }
    }

    private void stage() {
        blocks.stage(page);
        page.clear();
    }

    /** Once, after the last. */
    public void land() {
        stage();
        blocks.landAll();
        blocks.forgetStaged();
    }
}
