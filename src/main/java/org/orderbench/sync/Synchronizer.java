package org.orderbench.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads Odoo into the mirror. One run at a time per store; the session may be used by others meanwhile. */
public final class Synchronizer {

    private static final Logger LOG = LoggerFactory.getLogger(Synchronizer.class);

    private final OdooSession session;
    private final Capabilities capabilities;
    private final MirrorStore store;
    private final SyncSettings settings;
    private final Clock clock;
    private final Pause pause;

    public Synchronizer(OdooSession session, Capabilities capabilities, MirrorStore store, SyncSettings settings, Clock clock, Pause pause) {
        this.session = session;
        this.capabilities = capabilities;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
    }

    /** With the usual settings. */
    public Synchronizer(OdooSession session, Capabilities capabilities, MirrorStore store, Clock clock) {
        this(session, capabilities, store, SyncSettings.USUAL, clock, Thread::sleep);
    }

    /**
     * Reads, and lands all of it or nothing.
     *
     * @param progress called from several threads, one at a time
     * @param cancelled asked between pages; once it says true the run ends soon, with a report that says so
     * @throws OdooException if Odoo cannot be read; the last good mirror stays
     */
    public SyncReport run(SyncMode mode, Consumer<SyncProgress> progress, BooleanSupplier cancelled) throws OdooException {
        Instant started = clock.instant();
        Instant historyFrom = started.minus(Duration.ofDays(settings.historyDays())).truncatedTo(ChronoUnit.DAYS);
        AtomicBoolean stop = new AtomicBoolean();
        Tally tally = new Tally();
        MirrorRun run = store.begin(mode, started, started.minus(settings.resumeWithin()), historyFrom);
        try (PageKeeper keeper = new PageKeeper()) {
            List<Long> companies = companies();
            OdooReader reader = new OdooReader(session, settings.pageRows(), pause, () -> stop.get() || cancelled.getAsBoolean(), companies);
            ModelReader models = new ModelReader(reader, store, run, mode, settings, tally, new ProgressMeter(progress, clock), keeper, clock);
            readAll(models, reader, run, companies, historyFrom, stop, tally);
            for (long id : run.sharedCodes()) {
                tally.warnings().count(Oddity.DUPLICATE_CODE, "product.product", id);
            }
            reader.stopIfCancelled();
            SyncReport report = tally.report(mode, SyncReport.Outcome.DONE, started, clock.instant());
            run.land(report);
            return report;
        } catch (SyncCancelled e) {
            SyncReport report = tally.report(mode, SyncReport.Outcome.CANCELLED, started, clock.instant());
            run.abandon(report);
            return report;
        } catch (OdooException | RuntimeException e) {
            abandonAfter(e, run, tally.report(mode, SyncReport.Outcome.FAILED, started, clock.instant()));
            throw e;
        }
    }

    private static void abandonAfter(Exception cause, MirrorRun run, SyncReport report) {
        try {
            run.abandon(report);
        } catch (RuntimeException e) {
            LOG.debug("A failed run could not be noted", e);
            cause.addSuppressed(e);
        }
    }

    /** The companies that the user works in: record rules hide the others anyway, but only those named are shown at all. */
    private List<Long> companies() throws OdooException {
        Object user = session.call("res.users", "read", List.of(List.of(session.uid()), List.of("company_ids")), Map.of());
        List<Long> ids = new ArrayList<>();
        if (user instanceof List<?> rows && !rows.isEmpty() && rows.getFirst() instanceof Map<?, ?> row && row.get("company_ids") instanceof List<?> list) {
            list.forEach(each -> {
                if (each instanceof Number id) {
                    ids.add(id.longValue());
                }
            });
        }
        return List.copyOf(ids);
    }

    private void readAll(
            ModelReader models, OdooReader reader, MirrorRun run, List<Long> companies, Instant historyFrom, AtomicBoolean stop, Tally tally) throws OdooException {
        Lookups lookups = Lookups.read(reader, capabilities, tally.warnings());
        BasicReads basics = new BasicReads(lookups, capabilities);
        models.keep(Mirror.UNIT, lookups.units().values().stream().map(u -> new Object[] {u.id(), u.name(), u.family(), u.reference(), u.rounding()}).toList());
        models.keep(Mirror.CURRENCY_RATE, Rates.rows(reader, capabilities, lookups, companies, tally.warnings()));
        models.read(basics.companies(companies));
        models.read(basics.warehouses());
        ProductReads products = new ProductReads(lookups, capabilities);
        StockReads stock = new StockReads(capabilities);
        PurchaseReads purchases = new PurchaseReads(lookups, capabilities);
        List<ModelRead> reads = new ArrayList<>(List.of(
                stock.doneMoves(historyFrom, run.ids(Mirror.WAREHOUSE)), products.products(), products.supplierPrices(), stock.quants(), purchases.lines(),
                purchases.orders(), stock.openMoves(), basics.reorderingRules(), basics.locations()));
        products.packs().ifPresent(reads::add);
        products.tags().ifPresent(reads::add);
        inParallel(models, reads, stop);
        models.readVendors(products, run.vendorIds());
    }

    /** A few models at a time; the first failure stops the others at their next page. */
    private void inParallel(ModelReader models, List<ModelRead> reads, AtomicBoolean stop) throws OdooException {
        try (ExecutorService pool = Executors.newFixedThreadPool(settings.requestsAtOnce(), Thread.ofPlatform().name("sync-", 1).daemon().factory())) {
            ExecutorCompletionService<@Nullable Void> finished = new ExecutorCompletionService<>(pool);
            List<Callable<@Nullable Void>> tasks = new ArrayList<>();
            reads.forEach(read -> tasks.add(() -> {
                models.read(read);
                return null;
            }));
            tasks.add(1, () -> { // beside the longest of them, which goes first
                models.expect(reads);
                return null;
            });
            tasks.forEach(finished::submit);
            try {
                for (int i = 0; i < tasks.size(); i++) {
                    finished.take().get();
                }
            } catch (ExecutionException e) {
                stop.set(true);
                pool.shutdownNow();
                rethrow(e);
            } catch (InterruptedException e) {
                stop.set(true);
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                throw new SyncCancelled();
            }
        }
    }

    private static void rethrow(ExecutionException e) throws OdooException {
        switch (e.getCause()) {
            case OdooException failure -> throw failure;
            case RuntimeException failure -> throw failure;
            case null, default -> throw new IllegalStateException(e);
        }
    }
}
