package org.orderbench.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.orderbench.odoo.OdooException;
import org.orderbench.sync.ModelRead.Changes;
import org.orderbench.sync.OdooRow.Unreadable;

/** Carries out one {@link ModelRead} after the other: whole or what changed, from where a cut run stopped, then the comparison of ids. */
final class ModelReader {

    private static final int IDS_A_REQUEST = 1000;

    private final OdooReader reader;
    private final MirrorStore store;
    private final MirrorRun run;
    private final SyncMode mode;
    private final SyncSettings settings;
    private final Tally tally;
    private final ProgressMeter meter;
    private final PageKeeper keeper;
    private final Clock clock;

    ModelReader(
            OdooReader reader, MirrorStore store, MirrorRun run, SyncMode mode, SyncSettings settings, Tally tally, ProgressMeter meter, PageKeeper keeper,
            Clock clock) {
        this.reader = reader;
        this.store = store;
        this.run = run;
        this.mode = mode;
        this.settings = settings;
        this.tally = tally;
        this.meter = meter;
        this.keeper = keeper;
        this.clock = clock;
    }

    /** Counts what will come, for a full read: of one that takes seconds nobody needs to know how many, and the server would look through all of its records. */
    void expect(List<ModelRead> reads) throws OdooException {
        if (mode == SyncMode.FULL) {
            long rows = 0;
            for (ModelRead read : reads) {
                rows += reader.count(read.model(), domain(read));
            }
            meter.expect(rows);
        }
    }

    void read(ModelRead read) throws OdooException {
        Optional<MirrorRun.Staged> cut = run.staged(read.mirror());
        Optional<Instant> since = since(read);
        boolean tells = since.isPresent() && read.tellsItsTime();
        if (cut.isEmpty()) {
            run.start(read.mirror(), tells ? since.get() : readTo(read));
        } else {
            took(read, cut.get().rows());
        }
        if (cut.isEmpty() || !cut.get().complete()) {
            if (tells) {
                run.readTo(read.mirror(), changes(read, since.get()));
            } else {
                pages(read, domain(read), cut.map(MirrorRun.Staged::lastId).orElse(0L));
            }
            if (since.isPresent()) {
                compareIds(read);
            }
            run.complete(read.mirror(), since.isEmpty());
        }
    }

    /**
     * Reads what changed, without asking for the newest change first, which the server would have to look for in all of its records.
     *
     * @return the server's time when reading began, or something before it: no record was changed after it was read, so it is at most as much later than
     *     that beginning as reading took
     */
    private Instant changes(ModelRead read, Instant since) throws OdooException {
        List<String> fields = new ArrayList<>(read.fields());
        fields.add("write_date");
        Instant started = clock.instant();
        long ticks = System.nanoTime(); // goes on where somebody sets the clock; the clock goes on where the computer sleeps
        long[] newest = new long[1];
        pages(read, domain(read), fields, 0, rows -> rows.forEach(row -> {
            if (row.get("write_date") instanceof String text) {
                Wire.instant(text).ifPresent(time -> newest[0] = Math.max(newest[0], time.getEpochSecond()));
            }
        }));
        Duration elapsed = Duration.ofNanos(System.nanoTime() - ticks);
        Duration byClock = Duration.between(started, clock.instant());
        Instant began = Instant.ofEpochSecond(newest[0]).minus(elapsed.compareTo(byClock) > 0 ? elapsed : byClock);
        return began.isAfter(since) ? began : since;
    }

    /** Rows that were not read page by page. */
    void keep(Mirror mirror, List<Object[]> rows) {
        if (run.staged(mirror).filter(MirrorRun.Staged::complete).isEmpty()) {
            run.start(mirror, null);
            run.stage(mirror, rows, 0);
            run.complete(mirror, true);
        }
        tally.read(mirror.table(), rows.size());
    }

    /** Vendors that the user cannot see are kept by their number: their prices and orders are still good. */
    void readVendors(ProductReads products, long[] ids) throws OdooException {
        run.start(Mirror.VENDOR, null);
        for (int from = 0; from < ids.length; from += IDS_A_REQUEST) {
            List<Long> some = LongStream.of(ids).skip(from).limit(IDS_A_REQUEST).boxed().toList();
            pages(products.vendors(some), products.vendors(some).domain(), 0);
        }
        List<Object[]> hidden = new ArrayList<>();
        for (long id : minus(ids, run.stagedIds(Mirror.VENDOR))) {
            tally.warnings().count(Oddity.HIDDEN, "res.partner", id);
            hidden.add(new Object[] {Math.toIntExact(id), "Vendor " + id, null, null, null});
        }
        run.stage(Mirror.VENDOR, hidden, Long.MAX_VALUE);
        run.complete(Mirror.VENDOR, true);
    }

    private List<?> domain(ModelRead read) {
        Optional<Instant> since = since(read);
        return since.isPresent() && read.changes() instanceof Changes.ByTime times
                ? read.changedSince(times, Wire.text(since.get().minus(settings.overlap())))
                : read.domain();
    }

    private Optional<Instant> since(ModelRead read) {
        return switch (read.changes()) {
            case Changes.Whole whole -> Optional.empty();
            case Changes.ByTime times -> mode == SyncMode.FULL ? Optional.empty() : store.readTo(read.mirror());
        };
    }

    private @org.jspecify.annotations.Nullable Instant readTo(ModelRead read) throws OdooException {
        return switch (read.changes()) {
            case Changes.Whole whole -> null;
            case Changes.ByTime times -> reader.newestChange(read.model()).orElse(null);
        };
    }

    private void pages(ModelRead read, List<?> domain, long afterId) throws OdooException {
        pages(read, domain, read.fields(), afterId, rows -> {});
    }

    private void pages(ModelRead read, List<?> domain, List<String> fields, long afterId, Consumer<List<Map<?, ?>>> also) throws OdooException {
        List<CompletableFuture<Void>> last = new ArrayList<>(1);
        reader.pages(read.model(), domain, fields, afterId, (rows, lastId) -> {
            also.accept(rows);
            CompletableFuture<Void> kept = keeper.keep(() -> stage(read, rows, lastId));
            last.clear();
            last.add(kept);
        });
        last.forEach(keeper::await);
    }

    private void stage(ModelRead read, List<Map<?, ?>> rows, long lastId) {
        List<Object[]> mapped = new ArrayList<>(rows.size());
        for (Map<?, ?> values : rows) {
            OdooRow row = new OdooRow(values, read.model(), tally.warnings());
            try {
                mapped.addAll(read.mapping().map(row));
            } catch (Unreadable e) {
                row.count(e.oddity());
            }
        }
        run.stage(read.mirror(), mapped, lastId);
        took(read, rows.size());
    }

    private void took(ModelRead read, long rows) {
        tally.read(read.mirror().table(), rows);
        meter.did(read.what(), rows);
    }

    /** What is gone in Odoo goes here; what was missed here, by a transaction longer than the overlap, is fetched. */
    private void compareIds(ModelRead read) throws OdooException {
        long[] here = run.ids(read.mirror());
        if (reader.census(read.model(), read.domain()).filter(there -> there.isOf(here)).isPresent()) {
            return;
        }
        long[] there = reader.ids(read.model(), read.domain());
        long[] gone = minus(here, there);
        run.gone(read.mirror(), gone);
        tally.removed(read.mirror().table(), gone.length);
        long[] missed = minus(there, here);
        for (int from = 0; from < missed.length; from += IDS_A_REQUEST) {
            List<Long> some = LongStream.of(missed).skip(from).limit(IDS_A_REQUEST).boxed().toList();
            pages(read, List.of(List.of("id", "in", some)), 0);
        }
    }

    /** Both ascending. */
    private static long[] minus(long[] all, long[] without) {
        return Arrays.stream(all).filter(id -> Arrays.binarySearch(without, id) < 0).toArray();
    }
}
