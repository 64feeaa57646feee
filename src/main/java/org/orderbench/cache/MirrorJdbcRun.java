package org.orderbench.cache;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.orderbench.sync.Mirror;
import org.orderbench.sync.MirrorRun;
import org.orderbench.sync.SyncReport;

/**
 * One sync in the staging tables. Every page is a transaction of its own; landing is one for all. That of a full run is begun as soon as a mirror is whole, and
 * goes on while the others still come: nobody sees any of it before it is committed, and where the run does not land it is undone.
 */
final class MirrorJdbcRun implements MirrorRun {

    /** Rows of landed and staged products as they would be together. */
    private static final String PRODUCTS_AFTER = """
            (select id, code, active from stage_product
             union all
             select id, code, active from product p where not :full
               and not exists (select 1 from stage_product s where s.id = p.id)
               and not exists (select 1 from stage_gone g where g.mirror = 'PRODUCT' and g.id = p.id))""";

    private static final int PURCHASE_LINE = Mirror.DONE_MOVE.columns().indexOf("purchase_line_id");
    /** How much longer than wanted moves are kept, so that not every sync writes the whole history anew. */
    private static final Duration TRIM_LATE = Duration.ofDays(30);

    private final CacheDatabase database;
    private final Jdbi jdbi;
    private final long id;
    private final boolean full;
    private final Instant historyFrom;
    private final Set<Mirror> landed = EnumSet.noneOf(Mirror.class);
    private @Nullable Handle landing;

    MirrorJdbcRun(CacheDatabase database, long id, boolean full, Instant historyFrom) {
        this.database = database;
        this.jdbi = database.jdbi();
        this.id = id;
        this.full = full;
        this.historyFrom = historyFrom;
    }

    @Override
    public Optional<Staged> staged(Mirror mirror) {
        return jdbi.withHandle(h -> h.createQuery("select last_id, rows_read, complete from stage_progress where mirror = ?")
                .bind(0, mirror.name())
                .map((rs, context) -> new Staged(rs.getLong(1), rs.getLong(2), rs.getBoolean(3)))
                .findOne());
    }

    @Override
    public void start(Mirror mirror, @Nullable Instant readTo) {
        jdbi.useTransaction(h -> {
            h.execute("delete from " + new MirrorTable(mirror).stage());
            if (mirror == Mirror.DONE_MOVE) {
                new MoveBlocks(h).forgetStaged();
            }
            h.createUpdate("merge into stage_progress (mirror, read_to, last_id, rows_read, complete, replaces) key (mirror) values (?, ?, 0, 0, false, false)")
                    .bind(0, mirror.name()).bind(1, readTo).execute();
        });
    }

    @Override
    public void readTo(Mirror mirror, Instant readTo) {
        jdbi.useTransaction(h -> h.execute("update stage_progress set read_to = ? where mirror = ?", readTo, mirror.name()));
    }

    @Override
    public void stage(Mirror mirror, List<Object[]> rows, long lastId) {
        jdbi.useTransaction(h -> {
            put(h, new MirrorTable(mirror).putStaged(full), mirror == Mirror.DONE_MOVE ? unpacked(h, rows) : rows);
            h.execute("update stage_progress set last_id = ?, rows_read = rows_read + ? where mirror = ?", lastId, rows.size(), mirror.name());
        });
    }

    /** Packs the moves that belong to no purchase line; the others are rows. */
    private static List<Object[]> unpacked(Handle handle, List<Object[]> moves) {
        new MoveBlocks(handle).stage(moves.stream().filter(move -> move[PURCHASE_LINE] == null).map(DoneMove::of).toList());
        return moves.stream().filter(move -> move[PURCHASE_LINE] != null).toList();
    }

    private static void put(Handle handle, String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw CacheDatabase.explain("this profile", e);
        }
    }

    @Override
    public void complete(Mirror mirror, boolean replaces) {
        jdbi.useTransaction(h -> h.execute("update stage_progress set complete = true, replaces = ? where mirror = ?", replaces, mirror.name()));
        // Done moves come last: they win over open ones.
        if (full && replaces && mirror != Mirror.DONE_MOVE) {
            landEarly(mirror);
        }
    }

    private synchronized void landEarly(Mirror mirror) {
        if (landing == null) {
            landing = database.begin();
        }
        land(landing, mirror);
        landed.add(mirror);
    }

    @Override
    public void gone(Mirror mirror, long[] ids) {
        jdbi.useTransaction(h -> put(h, "merge into stage_gone (mirror, id) key (mirror, id) values (?, ?)",
                LongStream.of(ids).mapToObj(each -> new Object[] {mirror.name(), each}).toList()));
    }

    @Override
    public long[] ids(Mirror mirror) {
        if (replaces(mirror)) {
            return stagedIds(mirror);
        }
        String window = mirror == Mirror.DONE_MOVE ? " and moved_at >= ?" : "";
        long[] held = ids(new MirrorTable(mirror).held() + window, query -> window.isEmpty() ? query : query.bind(0, historyFrom));
        long[] packed = mirror == Mirror.DONE_MOVE ? jdbi.withHandle(h -> new MoveBlocks(h).ids(historyFrom)) : new long[0];
        return Stream.of(held, packed, stagedIds(mirror)).flatMapToLong(LongStream::of).sorted().distinct().toArray();
    }

    private boolean replaces(Mirror mirror) {
        return jdbi.withHandle(h -> h.createQuery("select count(*) from stage_progress where mirror = ? and replaces").bind(0, mirror.name()).mapTo(Long.class).one() > 0);
    }

    @Override
    public long[] stagedIds(Mirror mirror) {
        long[] rows = ids(new MirrorTable(mirror).staged(), query -> query);
        return mirror == Mirror.DONE_MOVE
                ? LongStream.concat(LongStream.of(rows), LongStream.of(jdbi.withHandle(h -> new MoveBlocks(h).stagedIds()))).sorted().toArray()
                : rows;
    }

    @Override
    public long[] vendorIds() {
        return ids("""
                select vendor_id from stage_supplier_price union select vendor_id from stage_purchase_order
                union select vendor_id from supplier_price where not :full union select vendor_id from purchase_order where not :full""",
                query -> query.bind("full", full));
    }

    @Override
    public long[] sharedCodes() {
        return ids("select id from " + PRODUCTS_AFTER + " where active and code <> '' and code in (select code from " + PRODUCTS_AFTER
                + " where active and code <> '' group by code having count(*) > 1)", query -> query.bind("full", full));
    }

    private interface Binding {
        Query bind(Query query);
    }

    private long[] ids(String sql, Binding binding) {
        return jdbi.withHandle(h -> {
            long[] ids = binding.bind(h.createQuery(sql)).setFetchSize(10_000).mapTo(Long.class).stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(ids);
            return ids;
        });
    }

    /** On disk when it returns: a sync that says it is done is there after a full disk or a killed process, or it says that it is not. */
    @Override
    public synchronized void land(SyncReport report) {
        Handle h = landing == null ? database.begin() : landing;
        landing = h;
        DayForecastRows.dropChanged(h);
        for (Mirror mirror : Mirror.values()) {
            if (!landed.contains(mirror) && h.createQuery("select count(*) from stage_progress where mirror = ? and complete").bind(0, mirror.name()).mapTo(Long.class).one() > 0) {
                land(h, mirror);
            }
        }
        trim(h);
        finish(h, report);
        h.execute("delete from stage_run");
        landing = null;
        database.commit(h);
        jdbi.useHandle(MirrorJdbcStore::clearStage);
    }

    private void land(Handle h, Mirror mirror) {
        MirrorTable table = new MirrorTable(mirror);
        if (replaces(mirror)) {
            h.execute(table.clear());
        } else {
            h.execute(table.removeGone());
        }
        if (mirror == Mirror.DONE_MOVE) {
            h.execute(replaces(mirror) ? table.removeStagedOfOthers() : table.removeStaged());
            landBlocks(h);
        }
        boolean plain = mirror == Mirror.DONE_MOVE || h.createQuery(table.isEmpty()).mapTo(Boolean.class).one();
        h.execute(plain ? table.landInEmpty() : table.land());
        h.execute("merge into sync_state (mirror, read_to, rows_held, synced_at) key (mirror) select ?, read_to, (" + table.count() + ") + ?, current_timestamp from stage_progress where mirror = ?", mirror.name(), mirror == Mirror.DONE_MOVE ? new MoveBlocks(h).count() : 0L, mirror.name());
    }

    private void landBlocks(Handle h) {
        MoveBlocks blocks = new MoveBlocks(h);
        if (replaces(Mirror.DONE_MOVE)) {
            blocks.landAll();
        } else {
            Set<Integer> gone = h.createQuery("select id from stage_gone where mirror = ?").bind(0, Mirror.DONE_MOVE.name()).mapTo(Integer.class).collect(Collectors.toSet());
            if (!gone.isEmpty()) {
                blocks.remove(move -> gone.contains(move.id()));
            }
            blocks.landChanges();
        }
        // What was read as open, and then, a moment later, as done.
        Set<Integer> rows = h.createQuery("select id from stock_move where purchase_line_id is null").mapTo(Integer.class).collect(Collectors.toSet());
        List<Object[]> both = new ArrayList<>();
        if (!rows.isEmpty()) {
            for (long staged : blocks.stagedIds()) {
                if (rows.contains((int) staged)) {
                    both.add(new Object[] {staged});
                }
            }
        }
        put(h, "delete from stock_move where id = ?", both);
    }

    private void trim(Handle h) {
        MoveBlocks blocks = new MoveBlocks(h);
        if (blocks.oldest().filter(oldest -> oldest.isBefore(historyFrom.minus(TRIM_LATE))).isPresent()) {
            blocks.remove(move -> move.at().isBefore(historyFrom));
            h.execute("delete from stock_move where state = 'done' and moved_at < ?", historyFrom);
        }
    }

    private void finish(Handle h, SyncReport report) {
        h.execute("update sync_run set finished_at = ?, outcome = ?, report = ? where id = ?", report.finished(), report.outcome().name(), SyncReportJson.write(report), id);
    }

    @Override
    public synchronized void abandon(SyncReport report) {
        if (landing != null) {
            landing.rollback();
            landing.close();
            landing = null;
        }
        jdbi.useTransaction(h -> finish(h, report));
        if (!full) {
            jdbi.useHandle(MirrorJdbcStore::clearStage);
        }
    }
}
