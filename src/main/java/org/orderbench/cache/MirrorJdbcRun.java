package org.orderbench.cache;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.orderbench.sync.Census;
import org.orderbench.sync.Mirror;
import org.orderbench.sync.MirrorRun;
import org.orderbench.sync.Page;
import org.orderbench.sync.Stretch;
import org.orderbench.sync.SyncReport;

/**
 * One sync, written into the mirror's tables as it comes, in one transaction: nobody sees any of it before it is committed, and where the run does not land it is
 * undone. A full run also keeps each page aside, in a transaction of its own, so that the next one begins with what was read already.
 */
final class MirrorJdbcRun implements MirrorRun {

    private static final int PURCHASE_LINE = Mirror.DONE_MOVE.columns().indexOf("purchase_line_id");
    private static final byte[] NOTHING = {};
    /** A commit costs as much as a page. */
    private static final int PAGES_A_COMMIT = 8;

    private final CacheDatabase database;
    private final Jdbi jdbi;
    private final long id;
    private final boolean full;
    private final Handle landing;
    /** For what a full run keeps aside. */
    private final Handle staging;
    private final HeldIds held;
    private final MoveArrivals moves;
    private final Instant movesFrom;
    private final boolean trims;
    private final Map<Mirror, Reading> readings = new EnumMap<>(Mirror.class);
    /** Of which what was derived from them holds no longer. */
    private final Set<Integer> changedProducts = new HashSet<>();
    private boolean everythingChanged;
    private int uncommitted;

    /** What was begun in this run. */
    private static final class Reading {
        private @Nullable Instant readTo;
        private boolean complete;

        Reading(@Nullable Instant readTo) {
            this.readTo = readTo;
        }
    }

    /** @param historyFrom older moves are not wanted; @param trimLate how much longer they are kept where that spares writing */
    MirrorJdbcRun(CacheDatabase database, long id, boolean full, Instant historyFrom, java.time.Duration trimLate) {
        this.database = database;
        this.jdbi = database.jdbi();
        this.id = id;
        this.full = full;
        this.landing = database.begin();
        this.staging = database.begin();
        this.held = new HeldIds(landing);
        this.moves = new MoveArrivals(landing, full);
        Optional<Instant> heldFrom = landing.createQuery("select held_from from sync_state where mirror = 'DONE_MOVE' and held_from is not null").mapTo(Instant.class).findOne();
        this.trims = !full && heldFrom.isPresent() && heldFrom.get().isBefore(historyFrom.minus(trimLate));
        this.movesFrom = full || trims ? historyFrom : heldFrom.orElse(historyFrom);
    }

    /** Takes what a cut run had read. */
    void resume() {
        landing.createQuery("select mirror, read_to, complete from stage_mirror").map((row, context) -> {
            begin(Mirror.valueOf(row.getString(1)), row.getObject(2, Instant.class), true).complete = row.getBoolean(3);
            return true;
        }).list();
        for (long seq : landing.createQuery("select seq from stage_page order by seq").mapTo(Long.class).list()) {
            landing.createQuery("select mirror, body from stage_page where seq = ?").bind(0, seq)
                    .map((row, context) -> Map.entry(Mirror.valueOf(row.getString(1)), StagedPage.of(row.getBytes(2))))
                    .forEach(page -> write(page.getKey(), page.getValue()));
        }
    }

    @Override
    public Instant movesFrom() {
        return movesFrom;
    }

    @Override
    public Optional<Staged> staged(Mirror mirror) {
        Reading reading = readings.get(mirror);
        if (reading == null) {
            return Optional.empty();
        }
        List<Stretch> left = new ArrayList<>();
        long[] rows = new long[1];
        staging.createQuery("select last_id, up_to, rows_read from stage_stretch where mirror = ? order by up_to").bind(0, mirror.name()).map((row, context) -> {
            rows[0] += row.getLong(3);
            return new Stretch(row.getLong(1), row.getLong(2));
        }).forEach(left::add);
        return Optional.of(new Staged(left, rows[0], reading.complete));
    }

    @Override
    public void start(Mirror mirror, @Nullable Instant readTo, boolean replaces, List<Stretch> stretches) {
        if (full) {
            staging.execute("delete from stage_page where mirror = ?", mirror.name());
            staging.execute("delete from stage_stretch where mirror = ?", mirror.name());
            staging.createUpdate("merge into stage_mirror (mirror, read_to, complete) key (mirror) values (?, ?, false)").bind(0, mirror.name()).bind(1, readTo).execute();
            put(staging, "insert into stage_stretch (mirror, up_to, last_id) values (?, ?, ?)",
                    stretches.stream().map(each -> new Object[] {mirror.name(), each.upTo(), each.after()}).toList());
            keepStaged();
        }
        begin(mirror, readTo, replaces);
    }

    private Reading begin(Mirror mirror, @Nullable Instant readTo, boolean replaces) {
        Reading reading = new Reading(readTo);
        readings.put(mirror, reading);
        if (replaces && mirror == Mirror.OPEN_MOVE && !full) {
            remove(mirror, held.of(mirror).ids(0, Long.MAX_VALUE)); // a few among the many rows of their table
            held.of(mirror).clear();
        } else if (replaces) {
            landing.execute(new MirrorTable(mirror).clear());
            held.of(mirror).clear();
            everythingChanged |= mirror == Mirror.PRODUCT || mirror == Mirror.DONE_MOVE;
        }
        if (mirror == Mirror.DONE_MOVE && replaces) {
            moves.replaceAll();
        } else if (mirror == Mirror.DONE_MOVE && trims) {
            trim();
        }
        return reading;
    }

    private void trim() {
        IdSet ids = held.of(Mirror.DONE_MOVE);
        MoveBlocks blocks = new MoveBlocks(landing);
        blocks.remove(move -> {
            boolean old = move.at().isBefore(movesFrom);
            if (old) {
                ids.remove(move.id());
            }
            return old;
        });
        landing.createQuery("select id from stock_move where state = 'done' and moved_at < ?").bind(0, movesFrom).mapTo(Integer.class).forEach(ids::remove);
        landing.execute("delete from stock_move where state = 'done' and moved_at < ?", movesFrom);
    }

    @Override
    public void readTo(Mirror mirror, Instant readTo) {
        reading(mirror).readTo = readTo;
    }

    private Reading reading(Mirror mirror) {
        Reading reading = readings.get(mirror);
        if (reading == null) {
            throw new IllegalStateException(mirror + " was not started");
        }
        return reading;
    }

    /** @param body as it is kept aside; nothing where it is not */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Ready(StagedPage page, byte[] body) implements Prepared {}

    @Override
    public Prepared prepare(Mirror mirror, Page page) {
        StagedPage staged = mirror == Mirror.DONE_MOVE ? packed(page) : new StagedPage(page.ids(), page.rows(), NOTHING);
        return new Ready(staged, full ? staged.toBytes() : NOTHING);
    }

    @Override
    public void stage(Mirror mirror, Stretch stretch, Prepared page) {
        Ready ready = (Ready) page;
        if (full) {
            long[] ids = ready.page().ids();
            staging.execute("insert into stage_page (mirror, body) values (?, ?)", mirror.name(), ready.body());
            staging.execute("update stage_stretch set last_id = ?, rows_read = rows_read + ? where mirror = ? and up_to = ?",
                    ids.length == 0 ? stretch.upTo() : ids[ids.length - 1], ids.length, mirror.name(), stretch.upTo());
            if (++uncommitted >= PAGES_A_COMMIT) {
                keepStaged();
            }
        }
        write(mirror, ready.page());
    }

    private void keepStaged() {
        staging.commit();
        staging.begin();
        uncommitted = 0;
    }

    /** Packs the moves that belong to no purchase line; the others are rows. */
    private static StagedPage packed(Page page) {
        return new StagedPage(
                page.ids(), page.rows().stream().filter(move -> move[PURCHASE_LINE] != null).toList(),
                MoveCodec.write(page.rows().stream().filter(move -> move[PURCHASE_LINE] == null).map(DoneMove::of).toList()));
    }

    private void write(Mirror mirror, StagedPage page) {
        List<Object[]> rows = page.rows();
        switch (mirror) {
            case OPEN_MOVE -> rows = rows.stream().filter(move -> !held.of(Mirror.DONE_MOVE).contains((Integer) move[0])).toList();
            case DONE_MOVE -> {
                moves.add(page.moves());
                rows.forEach(move -> changedProducts.add((Integer) move[1]));
                if (full) {
                    IdSet open = held.of(Mirror.OPEN_MOVE);
                    remove(mirror, rows.stream().mapToLong(move -> (Integer) move[0]).filter(open::contains).toArray());
                }
            }
            case PRODUCT -> noteChangedProducts(rows);
            default -> {}
        }
        IdSet ids = held.of(mirror);
        for (long each : page.ids()) {
            ids.add(each);
        }
        MirrorTable table = new MirrorTable(mirror);
        try {
            put(landing, table.put(full), rows);
        } catch (CacheException e) {
            if (!full || !CacheDatabase.isDuplicate(e)) {
                throw e;
            }
            put(landing, table.put(false), rows); // a server that sends the same twice
        }
    }

    /** Those whose unit or category is another: their forecasts were made of other figures. */
    private void noteChangedProducts(List<Object[]> rows) {
        if (everythingChanged) {
            return;
        }
        int unit = Mirror.PRODUCT.columns().indexOf("unit_id");
        int category = Mirror.PRODUCT.columns().indexOf("category");
        Map<Integer, String> before = new HashMap<>();
        landing.createQuery("select id, unit_id, category from product where id = any(?)").bind(0, rows.stream().map(row -> (Integer) row[0]).toArray(Integer[]::new))
                .map((row, context) -> Map.entry(row.getInt(1), row.getInt(2) + " " + row.getString(3))).forEach(each -> before.put(each.getKey(), each.getValue()));
        for (Object[] row : rows) {
            Integer product = (Integer) row[0];
            if (before.containsKey(product) && !before.get(product).equals(row[unit] + " " + row[category])) {
                changedProducts.add(product);
            }
        }
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
    public void complete(Mirror mirror) {
        reading(mirror).complete = true;
        if (full) {
            staging.execute("update stage_mirror set complete = true where mirror = ?", mirror.name());
            keepStaged();
        }
    }

    @Override
    public void gone(Mirror mirror, long[] ids) {
        if (ids.length == 0) {
            return;
        }
        remove(mirror, ids);
        LongStream.of(ids).forEach(held.of(mirror)::remove);
        if (mirror == Mirror.DONE_MOVE) {
            Set<Integer> gone = new HashSet<>();
            LongStream.of(ids).forEach(each -> gone.add((int) each));
            new MoveBlocks(landing).remove(move -> gone.contains(move.id()));
            everythingChanged = true;
        }
    }

    private void remove(Mirror mirror, long[] ids) {
        put(landing, new MirrorTable(mirror).remove(), LongStream.of(ids).mapToObj(each -> new Object[] {each}).toList());
    }

    @Override
    public Census census(Mirror mirror, long after, long upTo) {
        return held.of(mirror).census(after, upTo);
    }

    @Override
    public long[] ids(Mirror mirror, long after, long upTo) {
        return held.of(mirror).ids(after, upTo);
    }

    @Override
    public long[] vendorIds() {
        return ids("select vendor_id from supplier_price union select vendor_id from purchase_order");
    }

    @Override
    public long[] missingVendorIds() {
        return ids("select vendor_id from supplier_price union select vendor_id from purchase_order except select id from vendor");
    }

    @Override
    public long[] sharedCodes() {
        Map<String, Long> first = new HashMap<>();
        Set<Long> shared = new TreeSet<>();
        landing.createQuery("select id, code from product where active and code <> ''").setFetchSize(10_000).map((row, context) -> Map.entry(row.getString(2), row.getLong(1))).forEach(product -> {
            Long other = first.putIfAbsent(product.getKey(), product.getValue());
            if (other != null) {
                shared.addAll(List.of(other, product.getValue()));
            }
        });
        return shared.stream().mapToLong(Long::longValue).toArray();
    }

    private long[] ids(String sql) {
        return landing.createQuery(sql).setFetchSize(10_000).mapTo(Long.class).stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** On disk when it returns: a sync that says it is done is there after a full disk or a killed process, or it says that it is not. */
    @Override
    public void land(SyncReport report) {
        moves.land();
        changedProducts.addAll(moves.products());
        if (everythingChanged) {
            landing.execute("delete from day_forecast");
        } else if (!changedProducts.isEmpty()) {
            DayForecastRows.drop(landing, changedProducts);
        }
        removeOpenThatAreDone();
        held.save();
        readings.forEach((mirror, reading) -> {
            if (reading.complete) {
                landing.createUpdate("merge into sync_state (mirror, read_to, rows_held, synced_at, held_from) key (mirror) values (:mirror, :to, :rows, current_timestamp, :from)")
                        .bind("mirror", mirror.name()).bind("to", reading.readTo).bind("rows", rows(mirror)).bind("from", mirror == Mirror.DONE_MOVE ? movesFrom : null).execute();
            }
        });
        finish(landing, report);
        landing.execute("delete from stage_run");
        staging.commit();
        database.commit(landing);
        staging.close();
        if (full) {
            jdbi.useHandle(MirrorJdbcStore::clearStage);
        }
    }

    /** Of a table that a transaction has changed H2 would count every row. */
    private long rows(Mirror mirror) {
        long records = held.of(mirror).census(0, Long.MAX_VALUE).count();
        return records > 0 ? records : landing.createQuery(new MirrorTable(mirror).count()).mapTo(Long.class).one();
    }

    /** What was read as open, and then, a moment later, as done: packed, or a row in its place. */
    private void removeOpenThatAreDone() {
        IdSet done = held.of(Mirror.DONE_MOVE);
        put(landing, new MirrorTable(Mirror.OPEN_MOVE).remove() + " and state <> 'done'",
                LongStream.of(held.of(Mirror.OPEN_MOVE).ids(0, Long.MAX_VALUE)).filter(done::contains).mapToObj(each -> new Object[] {each}).toList());
    }

    private void finish(Handle h, SyncReport report) {
        h.execute("update sync_run set finished_at = ?, outcome = ?, report = ? where id = ?", report.finished(), report.outcome().name(), SyncReportJson.write(report), id);
    }

    @Override
    public void abandon(SyncReport report) {
        try (landing; staging) {
            landing.rollback();
            staging.commit();
        }
        jdbi.useTransaction(h -> finish(h, report));
    }
}
