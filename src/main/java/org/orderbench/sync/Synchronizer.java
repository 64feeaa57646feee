package org.orderbench.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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
        // The first read is a full one whatever was asked for: it takes longest, and only a full one goes on where it was cut.
        SyncMode how = store.readTo(Mirror.DONE_MOVE).isEmpty() ? SyncMode.FULL : mode;
        AtomicBoolean stop = new AtomicBoolean();
        Tally tally = new Tally();
        MirrorRun run = store.begin(how, started, started.minus(settings.resumeWithin()), historyFrom);
        try {
            BooleanSupplier stopped = () -> stop.get() || cancelled.getAsBoolean();
            try (PageKeeper keeper = new PageKeeper(); Lanes lanes = new Lanes(settings.requestsAtOnce(), () -> stop.set(true))) {
                List<Long> companies = companies();
                OdooReader reader = new OdooReader(session, settings.pageRows(), pause, stopped, companies);
                ModelReader models = new ModelReader(reader, store, run, how, settings, tally, new ProgressMeter(progress, clock), keeper, lanes, clock);
                readAll(models, reader, run, companies, lanes, tally);
            }
            for (long id : run.sharedCodes()) {
                tally.warnings().count(Oddity.DUPLICATE_CODE, "product.product", id);
            }
            if (stopped.getAsBoolean()) {
                throw new SyncCancelled();
            }
            SyncReport report = tally.report(how, SyncReport.Outcome.DONE, started, clock.instant());
            run.land(report);
            return report;
        } catch (SyncCancelled e) {
            SyncReport report = tally.report(how, SyncReport.Outcome.CANCELLED, started, clock.instant());
            run.abandon(report);
            return report;
        } catch (OdooException | RuntimeException e) {
            abandonAfter(e, run, tally.report(how, SyncReport.Outcome.FAILED, started, clock.instant()));
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
                if (each instanceof Integer id) {
                    ids.add(id.longValue());
                }
            });
        }
        return List.copyOf(ids);
    }

    private void readAll(ModelReader models, OdooReader reader, MirrorRun run, List<Long> companies, Lanes lanes, Tally tally) throws OdooException {
        Rates rates = new Rates();
        lanes.add(() -> rates.read(reader, capabilities, companies, tally.warnings()));
        lanes.add(() -> models.read(BasicReads.warehouses()));
        Lookups lookups = Lookups.read(reader, capabilities, tally.warnings(), lanes);
        models.keep(Mirror.UNIT, lookups.units().values().stream().map(u -> new Object[] {u.id(), u.name(), u.family(), u.reference(), u.rounding()}).toList());
        models.keep(Mirror.CURRENCY_RATE, rates.rows(lookups.currencies()));
        BasicReads basics = new BasicReads(lookups, capabilities);
        ProductReads products = new ProductReads(lookups, capabilities);
        StockReads stock = new StockReads(capabilities);
        PurchaseReads purchases = new PurchaseReads(lookups, capabilities);
        List<ModelRead> reads = new ArrayList<>(List.of(
                stock.doneMoves(run.movesFrom(), run.ids(Mirror.WAREHOUSE, 0, Long.MAX_VALUE)), products.products(), products.supplierPrices(), stock.quants(), purchases.lines(),
                purchases.orders(), stock.openMoves(), basics.reorderingRules(), basics.locations(),
                basics.companies(companies)));
        products.packs().ifPresent(reads::add);
        products.tags().ifPresent(reads::add);
        reads.forEach(read -> lanes.add(() -> models.read(read)));
        lanes.add(() -> models.expect(reads));
        lanes.await();
        models.noteTimes();
        models.readVendors(products);
    }
}
