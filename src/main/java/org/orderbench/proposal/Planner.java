package org.orderbench.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.orderbench.catalog.Sku;
import org.orderbench.forecast.Tracking;
import org.orderbench.proposal.replay.Replay;
import org.orderbench.proposal.replay.ReplayItems;
import org.orderbench.proposal.replay.ReplayReport;
import org.orderbench.proposal.replay.ReplaySpan;
import org.orderbench.replenish.Assessment;
import org.orderbench.replenish.Projector;
import org.orderbench.replenish.Replenishment;
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.replenish.SkuFacts;
import org.orderbench.replenish.SkuPolicy;
import org.orderbench.replenish.Tolerances;
import org.orderbench.replenish.ValueClass;

/**
 * Plans the whole catalogue, or looks at one SKU. Deterministic: the same facts, model and settings give the same plan. Safe for several threads.
 */
public final class Planner {

    private static final int BATCH = 512;

    private final FactsSource facts;
    private final ModelStore models;
    private final ForecastLog log;
    private final GroupErrors groups;
    private final DayForecasts forecasts;
    private final Supplier<ReplenishmentSettings> settings;
    private final Clock clock;

    public Planner(
            FactsSource facts, ModelStore models, ForecastLog log, DayForecasts forecasts, Supplier<ReplenishmentSettings> settings, Clock clock) {
        this.facts = facts;
        this.models = models;
        this.log = log;
        this.groups = new GroupErrors(log);
        this.forecasts = forecasts;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Plans every SKU, on all cores. What the catalogue teaches is learned anew when it is not of this day.
     *
     * @param today    the warehouses' own day
     * @param progress hears how many SKUs are planned so far; may throw to cancel
     */
    public Plan plan(LocalDate today, IntConsumer progress) {
        ReplenishmentSettings now = settings.get();
        CatalogueModel model = models.latest().filter(latest -> latest.holdsFor(today, now.classLimits())).orElseGet(() -> learn(today));
        ForecastRound round = new ForecastRound(log, today);
        Plan plan = plan(today, now, model, round::add, progress);
        round.end();
        groups.forget();
        return plan;
    }

    /** What {@link #plan} would come to with other settings, as far as it is cheap to tell: nothing is kept of it. */
    public Plan tryOut(LocalDate today, ReplenishmentSettings with, IntConsumer progress) {
        CatalogueModel model = models.latest()
                .filter(latest -> latest.holdsFor(today, with.classLimits()))
                .orElseGet(() -> CatalogueModel.learn(facts, today, with.classLimits()));
        return plan(today, with, model, assessment -> {}, progress);
    }

    private Plan plan(LocalDate today, ReplenishmentSettings now, CatalogueModel model, Consumer<Assessment> read, IntConsumer progress) {
        Assessing assessing = new Assessing(facts, model, new Replenishment(now), today);
        PlanBuilder plan = new PlanBuilder(clock.instant(), today, now);
        List<KnownSku> batch = new ArrayList<>(BATCH);
        int done = 0;
        for (KnownSku next : facts.toPlan(today)) {
            batch.add(next);
            if (batch.size() == BATCH) {
                take(assess(batch, assessing), model, plan, read);
                done += batch.size();
                progress.accept(done);
                batch.clear();
            }
        }
        take(assess(batch, assessing), model, plan, read);
        progress.accept(done + batch.size());
        return plan.build();
    }

    private static void take(List<Assessing.Assessed> assessed, CatalogueModel model, PlanBuilder plan, Consumer<Assessment> read) {
        for (Assessing.Assessed each : assessed) {
            plan.add(each.assessment(), model.valueClass(each.assessment().facts().sku()));
            // Where the moves were not read, the day's first plan has logged the forecast already.
            if (each.movesRead()) {
                read.accept(each.assessment());
            }
        }
    }

    /** How forecasts of past weeks did, by what was kept of them. */
    private PastErrors past(SkuFacts found, CatalogueModel model) {
        Sku sku = found.sku();
        ValueClass valueClass = model.valueClass(sku);
        return new PastErrors(
                Tracking.of(log.of(sku).stream().map(KeptForecast::outcome).filter(Objects::nonNull).toList()),
                groups.of(sku.companyId(), found.product().category(), found.today()),
                valueClass,
                groups.of(sku.companyId(), valueClass, model::valueClass, found.today()));
    }

    /** Learns the catalogue's model anew and keeps it. */
    public CatalogueModel learn(LocalDate today) {
        CatalogueModel model = CatalogueModel.learn(facts, today, settings.get().classLimits());
        models.keep(model);
        return model;
    }

    private List<Assessing.Assessed> assess(List<KnownSku> batch, Assessing assessing) {
        List<Assessing.Assessed> assessed = batch.parallelStream().map(assessing::assess).toList();
        forecasts.keep(assessed.stream().map(Assessing.Assessed::toKeep).filter(Objects::nonNull).toList());
        return assessed;
    }

    /** What this way of planning would have done in the past, against others; see {@link Replay}. */
    public ReplayReport replay(LocalDate today, ReplaySpan span, IntConsumer progress) {
        return replay(today, span, settings.get(), progress);
    }

    /** The same with other settings than those that are set. */
    public ReplayReport replay(LocalDate today, ReplaySpan span, ReplenishmentSettings with, IntConsumer progress) {
        return new Replay(with, span).run(ReplayItems.of(facts.all(today)), progress);
    }

    /**
     * What a SKU is planned with.
     *
     * @param vendorId whom it is bought from
     * @param tolerances what is worth telling of it
     */
    public record Standing(SkuPolicy policy, String category, int vendorId, Tolerances tolerances) {}

    /** What holds for a SKU, and where it comes from; empty where the SKU is not planned. */
    public Optional<Standing> standing(Sku sku, LocalDate today) {
        CatalogueModel model = models.latest().orElseGet(() -> learn(today));
        ReplenishmentSettings now = settings.get();
        return facts.find(sku, today).flatMap(found -> switch (assess(found, model, new Replenishment(now), 1)) {
            case Assessment.LeftOut leftOut -> Optional.empty();
            case Assessment.Planned planned -> Optional.of(new Standing(
                    planned.policy(), found.product().category(), planned.offer().vendor().id(), new Tolerances.Book(now).of(found, planned.offer())));
        });
    }

    private static Assessment assess(SkuFacts found, CatalogueModel model, Replenishment replenishment, double factor) {
        return replenishment.assess(found, days -> model.forecast(found, days), model.valueClass(found.sku()), factor);
    }

    /** One SKU as it stands; empty when the cache does not know it. */
    public Optional<SkuView> view(Sku sku, LocalDate today) {
        return view(sku, today, WhatIf.NONE);
    }

    /** One SKU as it would be planned with other inputs. Nothing is saved. */
    public Optional<SkuView> view(Sku sku, LocalDate today, WhatIf whatIf) {
        CatalogueModel model = models.latest().orElseGet(() -> learn(today));
        return facts.find(sku, today).map(found -> view(found, model, whatIf));
    }

    private SkuView view(SkuFacts found, CatalogueModel model, WhatIf whatIf) {
        Replenishment replenishment = new Replenishment(whatIf.applyTo(settings.get(), found.sku()));
        PastErrors past = past(found, model);
        return switch (assess(found, model, replenishment, whatIf.factor())) {
            case Assessment.LeftOut leftOut -> new SkuView(found, model.forecast(found, 28), null, null, leftOut.explanation(), past);
            case Assessment.Planned planned ->
                new SkuView(found, planned.forecast(), Projector.project(planned), PlannedOrder.of(planned), planned.explanation(), past);
        };
    }
}
