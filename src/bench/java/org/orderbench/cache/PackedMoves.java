package org.orderbench.cache;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Fills a cache with done moves the way a full sync leaves them: packed by product. */
public final class PackedMoves {

    private static final int PAGE = 5000;

    private final Handle handle;
    private final MoveArrivals arrivals;
    private final List<DoneMove> page = new ArrayList<>(PAGE);

    public PackedMoves(Handle handle) {
        this.handle = handle;
        this.arrivals = new MoveArrivals(handle, true);
        arrivals.replaceAll();
    }

    public void add(int id, int product, int from, int to, Instant at, int quantity) {
        page.add(new DoneMove(id, product, from, to, at, BigDecimal.valueOf(quantity), 0));
        if (page.size() == PAGE) {
            stage();
        }
    }

    private void stage() {
        byte[] moves = MoveCodec.write(page);
        handle.execute("insert into stage_page (mirror, body) values ('DONE_MOVE', ?)", (Object) new StagedPage(new long[0], List.of(), moves).toBytes());
        arrivals.add(moves);
        page.clear();
    }

    /** Once, after the last. */
    public void land() {
        stage();
        arrivals.land();
        handle.execute("delete from stage_page");
    }
}
