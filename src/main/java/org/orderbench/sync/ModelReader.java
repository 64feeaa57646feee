package org.orderbench.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.OdooException;
import org.orderbench.sync.ModelRead.Changes;
import org.orderbench.sync.OdooRow.Unreadable;

/** Carries out each {@link ModelRead}: whole or what changed, from where a cut run stopped, then the comparison of ids. */
final class ModelReader {

    private static final int IDS_A_REQUEST = 1000;
    /** How many pages a stretch of a large model has at most: short enough that the lanes end at about the same time. */
    private static final int PAGES_A_STRETCH = 20;
    private static final int STRETCHES = 200;
    private static final int RANGES = 8;
    /** Of so many records the ids themselves are compared. */
    private static final int FEW = 5000;
    /** After so many looks at figures that differ the ids are compared anyway. */
    private static final int LOOKS = 100;

    private final OdooReader reader;
    private final MirrorStore store;
    private final MirrorRun run;
    private final SyncMode mode;
    private final SyncSettings settings;
    private final Tally tally;
    private final ProgressMeter meter;
    private final PageKeeper keeper;
    private final Lanes lanes;
    private final ServerClock serverClock;
    private final Map<Mirror, Begun> begun = new ConcurrentHashMap<>();

    ModelReader(
            OdooReader reader, MirrorStore store, MirrorRun run, SyncMode mode, SyncSettings settings, Tally tally, ProgressMeter meter, PageKeeper keeper, Lanes lanes,
            Clock clock) {
        this.reader = reader;
        this.store = store;
        this.run = run;
        this.mode = mode;
        this.settings = settings;
        this.tally = tally;
        this.meter = meter;
        this.keeper = keeper;
        this.lanes = lanes;
        this.serverClock = new ServerClock(clock);
    }

    /** Counts what will come, for a full read: of one that takes seconds nobody needs to know how many, and the server would look through all of its records. */
    void expect(List<ModelRead> reads) throws OdooException {
        if (mode == SyncMode.FULL) {
            long rows = 0;
            for (ModelRead read : reads) {
                rows += reader.count(read.model(), read.domain());
            }
            meter.expect(rows);
        }
    }

    /** Begins; the lanes go on with it. */
    void read(ModelRead read) throws OdooException {
        Optional<MirrorRun.Staged> cut = keeper.ask(() -> run.staged(read.mirror()));
        Optional<Instant> since = since(read);
        if (cut.isPresent()) {
            took(read, cut.get().rows());
            if (!cut.get().complete()) {
                whole(read, cut.get().left());
            }
        } else if (since.isPresent() && read.changes() instanceof Changes.ByTime times) {
            begun.put(read.mirror(), new Begun(serverClock.now(), since.get()));
            keeper.tell(() -> run.start(read.mirror(), since.get(), false, List.of()));
            new ChangesOf(read, times, since.get()).read();
        } else {
            Instant readTo = null;
            if (read.changes() instanceof Changes.ByTime) {
                readTo = reader.newestChange(read.model()).orElse(null);
                if (readTo != null) {
                    serverClock.saw(readTo);
                    begun.put(read.mirror(), new Begun(serverClock.now(), readTo));
                }
            }
            @Nullable Instant from = readTo;
            List<Stretch> stretches = stretches(read);
            keeper.tell(() -> run.start(read.mirror(), from, true, stretches));
            whole(read, stretches);
        }
    }

    private List<Stretch> stretches(ModelRead read) throws OdooException {
        if (!read.large()) {
            return List.of(Stretch.ALL);
        }
        long first = reader.endId(read.model(), read.domain(), "id");
        long last = reader.endId(read.model(), read.domain(), "id desc");
        return Stretch.between(first, last, Math.max((long) settings.pageRows() * PAGES_A_STRETCH, (last - first) / STRETCHES));
    }

    private void whole(ModelRead read, List<Stretch> stretches) throws OdooException {
        AtomicInteger left = new AtomicInteger(stretches.size());
        Lanes.Task last = () -> keeper.tell(() -> run.complete(read.mirror()));
        if (stretches.size() == 1) {
            pages(read, read.domain(), stretches.getFirst());
            last.run();
            return;
        }
        for (Stretch stretch : stretches) {
            lanes.add(() -> {
                pages(read, read.domain(), stretch);
                if (left.decrementAndGet() == 0) {
                    last.run();
                }
            });
        }
    }

    /** Reads what changed, without asking for the newest change first, which the server would have to look for in all of its records. */
    private final class ChangesOf {

        private final ModelRead read;
        private final List<?> domain;
        private final List<String> fields;
        /** Of a large model, whose counting takes the server as long as all else: asked for beside the changes, and nearly always right at their end. */
        private volatile Optional<Census> early = Optional.empty();

        ChangesOf(ModelRead read, Changes.ByTime times, Instant since) {
            this.read = read;
            this.domain = read.changedSince(times, Wire.text(since.minus(settings.overlap())));
            this.fields = new ArrayList<>(read.fields());
            fields.add("write_date");
        }

        /** Where they are more than a page, the server looks for their ids once, instead of through all of its records for each page of them. */
        void read() throws OdooException {
            long after = 0;
            if (read.large()) {
                lanes.add(() -> early = reader.census(read.model(), read.domain(), Stretch.ALL));
            } else {
                List<Map<?, ?>> first = reader.page(read.model(), domain, fields, Stretch.ALL);
                take(first);
                if (first.size() < settings.pageRows()) {
                    end();
                    return;
                }
                after = OdooReader.lastId(first);
            }
            long[] ids = reader.ids(read.model(), domain, new Stretch(after, Long.MAX_VALUE));
            AtomicInteger left = new AtomicInteger((ids.length + settings.pageRows() - 1) / settings.pageRows());
            if (left.get() == 0) {
                end();
            }
            for (int from = 0; from < ids.length; from += settings.pageRows()) {
                long[] some = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + settings.pageRows()));
                lanes.add(() -> {
                    take(reader.page(read.model(), among(read.domain(), some), fields, Stretch.ALL));
                    if (left.decrementAndGet() == 0) {
                        end();
                    }
                });
            }
        }

        private void take(List<Map<?, ?>> rows) {
            for (Map<?, ?> row : rows) {
                if (row.get("write_date") instanceof String text) {
                    Wire.instant(text).ifPresent(serverClock::saw);
                }
            }
            if (!rows.isEmpty()) {
                stage(read, Stretch.ALL, rows);
            }
        }

        private void end() throws OdooException {
            Census here = keeper.ask(() -> run.census(read.mirror(), 0, Long.MAX_VALUE));
            if (early.filter(here::isLike).isEmpty()) {
                compareIds(read, Stretch.ALL, new AtomicInteger());
            }
            keeper.tell(() -> run.complete(read.mirror()));
        }
    }

    /** How far reading came, which is known best when all was read: up to the server's time when it began, or to something before. */
    void noteTimes() {
        begun.forEach((mirror, its) -> serverClock.at(its.at()).filter(time -> time.isAfter(its.since())).ifPresent(time -> keeper.tell(() -> run.readTo(mirror, time))));
    }

    /** @param since the least that is known */
    private record Begun(ServerClock.Moment at, Instant since) {}

    /** Rows that were not read page by page. */
    void keep(Mirror mirror, List<Object[]> rows) {
        keeper.tell(() -> {
            if (run.staged(mirror).filter(MirrorRun.Staged::complete).isEmpty()) {
                run.start(mirror, null, true, List.of(Stretch.ALL));
                run.stage(mirror, Stretch.ALL, run.prepare(mirror, new Page(new long[0], rows)));
                run.complete(mirror);
            }
        });
        tally.read(mirror.table(), rows.size());
    }

    /** Vendors that the user cannot see are kept by their number: their prices and orders are still good. */
    void readVendors(ProductReads products) throws OdooException {
        long[] ids = keeper.ask(() -> {
            run.start(Mirror.VENDOR, null, true, List.of(Stretch.ALL));
            return run.vendorIds();
        });
        for (int from = 0; from < ids.length; from += IDS_A_REQUEST) {
            ModelRead some = products.vendors(LongStream.of(ids).skip(from).limit(IDS_A_REQUEST).boxed().toList());
            pages(some, some.domain(), Stretch.ALL);
        }
        keeper.tell(() -> {
            List<Object[]> hidden = new ArrayList<>();
            for (long id : run.missingVendorIds()) {
                tally.warnings().count(Oddity.HIDDEN, "res.partner", id);
                hidden.add(new Object[] {Math.toIntExact(id), "Vendor " + id, null, null, null});
            }
            run.stage(Mirror.VENDOR, Stretch.ALL, run.prepare(Mirror.VENDOR, new Page(new long[0], hidden)));
            run.complete(Mirror.VENDOR);
        });
    }

    private Optional<Instant> since(ModelRead read) {
        return switch (read.changes()) {
            case Changes.Whole whole -> Optional.empty();
            case Changes.ByTime times -> mode == SyncMode.FULL ? Optional.empty() : keeper.ask(() -> store.readTo(read.mirror()));
        };
    }

    private void pages(ModelRead read, List<?> domain, Stretch stretch) throws OdooException {
        reader.pages(read.model(), domain, read.fields(), stretch, rows -> stage(read, stretch, rows));
    }

    private void stage(ModelRead read, Stretch stretch, List<Map<?, ?>> rows) {
        List<Object[]> mapped = new ArrayList<>(rows.size());
        long[] ids = new long[rows.size()];
        for (int i = 0; i < ids.length; i++) {
            OdooRow row = new OdooRow(rows.get(i), read.model(), tally.warnings());
            ids[i] = OdooReader.id(rows.get(i));
            try {
                mapped.addAll(read.mapping().map(row));
            } catch (Unreadable e) {
                row.count(e.oddity());
            }
        }
        MirrorRun.Prepared page = run.prepare(read.mirror(), new Page(ids, mapped));
        keeper.keep(() -> {
            run.stage(read.mirror(), stretch, page);
            took(read, ids.length);
        });
    }

    private void took(ModelRead read, long rows) {
        tally.read(read.mirror().table(), rows);
        meter.did(read.what(), rows);
    }

    /**
     * What is gone in Odoo goes here; what was missed here, by a transaction longer than the overlap, is fetched. Asks for figures first, and looks closer only where
     * they differ.
     */
    private void compareIds(ModelRead read, Stretch range, AtomicInteger looks) throws OdooException {
        Census here = keeper.ask(() -> run.census(read.mirror(), range.after(), range.upTo()));
        Optional<Census> there = reader.census(read.model(), read.domain(), range);
        if (there.filter(here::isLike).isPresent()) {
            return;
        }
        if (there.isEmpty() || Math.max(here.count(), there.get().count()) <= FEW || looks.incrementAndGet() > LOOKS) {
            compareEach(read, range);
            return;
        }
        long last = range.upTo() == Long.MAX_VALUE ? reader.endId(read.model(), read.domain(), "id desc") : range.upTo();
        long width = Math.max(1, (last - range.after() + RANGES - 1) / RANGES);
        for (long after = range.after(); after < last; after += width) {
            compareIds(read, new Stretch(after, Math.min(last, after + width)), looks);
        }
        if (last < range.upTo()) {
            compareEach(read, new Stretch(last, range.upTo()));
        }
    }

    private void compareEach(ModelRead read, Stretch range) throws OdooException {
        long[] there = reader.ids(read.model(), read.domain(), range);
        long[] here = keeper.ask(() -> run.ids(read.mirror(), range.after(), range.upTo()));
        long[] gone = minus(here, there);
        keeper.tell(() -> run.gone(read.mirror(), gone));
        tally.removed(read.mirror().table(), gone.length);
        long[] missed = minus(there, here);
        for (int from = 0; from < missed.length; from += IDS_A_REQUEST) {
            pages(read, among(List.of(), Arrays.copyOfRange(missed, from, Math.min(missed.length, from + IDS_A_REQUEST))), Stretch.ALL);
        }
    }

    private static List<?> among(List<?> domain, long[] ids) {
        List<Object> narrowed = new ArrayList<>();
        narrowed.add(List.of("id", "in", LongStream.of(ids).boxed().toList()));
        narrowed.addAll(domain);
        return narrowed;
    }

    /** Both ascending. */
    private static long[] minus(long[] all, long[] without) {
        return Arrays.stream(all).filter(id -> Arrays.binarySearch(without, id) < 0).toArray();
    }
}
