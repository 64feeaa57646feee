package org.orderbench.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;
import static org.orderbench.replenish.Facts.TODAY;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Sku;
import org.orderbench.forecast.Tracking;
import org.orderbench.replenish.Facts;
import org.orderbench.replenish.Facts.Row;
import org.orderbench.replenish.Inherited;
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.replenish.SkuFacts;

class PlannerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T06:00:00Z"), ZoneOffset.UTC);

    private final Held models = new Held();
    private final HeldForecasts log = new HeldForecasts();

    private Planner planner(List<SkuFacts> skus) {
        return new Planner(new Listed(skus), models, log, DayForecasts.NONE, ReplenishmentSettings::defaults, CLOCK);
    }

    private record Listed(List<SkuFacts> skus) implements FactsSource {
        @Override
        public Iterable<SkuFacts> all(LocalDate today) {
            return skus;
        }

        @Override
        public Optional<SkuFacts> find(Sku sku, LocalDate today) {
            return skus.stream().filter(facts -> facts.sku().equals(sku)).findFirst();
        }
    }

    private static final class Held implements ModelStore {
        private CatalogueModel model;
        private int learned;

        @Override
        public void keep(CatalogueModel kept) {
            model = kept;
            learned++;
        }

        @Override
        public Optional<CatalogueModel> latest() {
            return Optional.ofNullable(model);
        }
    }

    /** A year of daily sales around a rate, from a seed. */
    private static Facts selling(int seed, double rate) {
        Random random = new Random(seed);
        Facts facts = Facts.sku().id(seed).code("SKU-" + seed);
        for (int day = 365; day >= 1; day--) {
            facts.sold(TODAY.minusDays(day), Math.max(0, Math.round(rate + random.nextGaussian() * Math.sqrt(rate))));
        }
        return facts;
    }

    private static List<SkuFacts> catalogue() {
        List<SkuFacts> skus = new ArrayList<>();
        skus.add(selling(1, 5).onHand(10).sells("2.00", 14, 0).build());
        skus.add(selling(2, 5).onHand(10_000).sells("2.00", 14, 0).build());
        skus.add(selling(3, 3).onHand(0).price(Row.of(31, 5).price("4.00").currency("EUR").build()).rate("EUR", "0.85").build());
        skus.add(selling(4, 3).onHand(0).price(Row.of(41, 6).price("4.00").build()).build());
        skus.add(selling(5, 3).onHand(0).build());
        skus.add(selling(6, 2).onHand(5).sells("1.25", 7, 24).build());
        return skus;
    }

    private Plan plan(List<SkuFacts> skus) {
        return planner(skus).plan(TODAY, done -> {});
    }

    @Test
    void oneProposalForEachVendorAndCurrency() {
        Plan plan = plan(catalogue());
        assertThat(plan.skus()).isEqualTo(6);
        assertThat(plan.proposals()).extracting(proposal -> proposal.vendorId() + " " + proposal.currency()).containsExactly("5 EUR", "5 GBP", "6 GBP");
        assertThat(plan.proposals().get(1).lines()).extracting(ProposalLine::code).containsExactly("SKU-1", "SKU-6");
    }

    @Test
    void aSkuThatCannotBeBoughtIsAnException() {
        assertThat(plan(catalogue()).exceptions()).extracting(PlanException::code, PlanException::reason)
                .contains(tuple("SKU-5", "no-supplier-price"));
    }

    @Test
    void totalsEqualTheSumOfTheirLines() {
        for (Proposal proposal : plan(catalogue()).proposals()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (ProposalLine line : proposal.lines()) {
                sum = sum.add(line.unitPrice().multiply(line.quantity().value()));
            }
            assertThat(proposal.total()).isEqualTo(new Money(sum, proposal.currency()));
        }
    }

    @Test
    void aLineCarriesItsBasisAndItsValueInTheCompanysCurrency() {
        ProposalLine line = plan(catalogue()).proposals().getFirst().lines().getFirst();
        assertThat(line.basis()).isEqualTo(new LineBasis(new Sku(1, 1, 3), null, null, 0));
        assertThat(line.companyValue()).isEqualTo(new Money(new BigDecimal("3.40").multiply(line.quantity().value()), "GBP"));
        assertThat(line.urgent()).isTrue();
        assertThat(line.daysOfCover()).isZero();
    }

    @Test
    void oneForecastOfEachSkuAndWeekIsKept() {
        planner(catalogue()).plan(TODAY, done -> {});
        assertThat(log.kept).extracting(KeptForecast::from).containsOnly(TODAY);
        assertThat(log.kept).extracting(kept -> kept.sku().productId()).containsExactlyInAnyOrder(1, 2, 3, 4, 6);
        KeptForecast lamp = log.of(new Sku(1, 1, 1)).getFirst();
        assertThat(lamp.mean()).isBetween(30.0, 40.0);
        assertThat(lamp.upper()).isGreaterThan(lamp.mean());
        assertThat(lamp.change()).isGreaterThan(1);
        planner(catalogue()).plan(TODAY, done -> {});
        assertThat(log.kept).hasSize(5);
    }

    @Test
    void aKeptForecastIsComparedWithWhatCameOnceItsWeekIsOver() {
        Facts lamp = selling(1, 5).onHand(500).sells("2.00", 14, 0);
        SkuFacts facts = lamp.build();
        double came = facts.moves().stream()
                .filter(day -> !day.day().isBefore(TODAY.minusDays(7)))
                .mapToDouble(day -> day.issued().toDouble())
                .sum();
        log.keep(List.of(new KeptForecast(facts.sku(), TODAY.minusDays(7), 30, 50, 4, facts.product().category(), 5, 1, null)));
        Planner planner = planner(List.of(facts));
        planner.plan(TODAY, done -> {});
        assertThat(log.of(facts.sku()).getFirst().actual()).isEqualTo(came);
        Tracking.Score past = planner.view(facts.sku(), TODAY).orElseThrow().past().sku();
        assertThat(past.count()).isEqualTo(1);
        assertThat(past.bias()).isCloseTo((30 - came) / came, within(1e-9));
        log.keep(List.of(new KeptForecast(new Sku(1, 1, 99), TODAY.minusDays(7), 10, 20, 4, facts.product().category(), 5, 1, came)));
        planner.plan(TODAY, done -> {});
        Tracking.Score ofCategory = planner.view(facts.sku(), TODAY).orElseThrow().past().ofCategory();
        assertThat(ofCategory.count()).as("with the other SKU of its category").isEqualTo(2);
        assertThat(ofCategory.bias()).isCloseTo((40 - 2 * came) / (2 * came), within(1e-9));
    }

    @Test
    void whatIsInheritedOfAPredecessorIsSaid() {
        SkuFacts own = catalogue().getFirst();
        SkuFacts facts = new SkuFacts(
                own.sku(), own.today(), own.company(), own.warehouse(), own.product(), own.stock(), own.openLines(), own.newestLine(), own.committed(), own.prices(),
                own.vendors(), own.rates(), own.packs(), own.rule(), own.moves(), own.historyFrom(), own.receipts(), own.history(), own.largeOrders(),
                new Inherited("OLD-LAMP", TODAY.minusDays(20)));
        SkuView view = planner(List.of(facts)).view(facts.sku(), TODAY).orElseThrow();
        assertThat(view.explanation().steps()).anySatisfy(step -> assertThat(step.text()).contains("Its history until " + TODAY.minusDays(20) + " is that of OLD-LAMP, which it succeeds."));
    }

    @Test
    void theSameFactsGiveTheSamePlan() {
        assertThat(plan(catalogue())).isEqualTo(plan(catalogue()));
    }

    @Test
    void theModelIsLearnedOncePerDay() {
        planner(catalogue()).plan(TODAY, done -> {});
        planner(catalogue()).plan(TODAY, done -> {});
        assertThat(models.learned).isEqualTo(1);
        planner(catalogue()).plan(TODAY.plusDays(1), done -> {});
        assertThat(models.learned).isEqualTo(2);
    }

    @Test
    void aViewTellsTheSameStoryAsThePlan() {
        Planner planner = planner(catalogue());
        ProposalLine line = planner.plan(TODAY, done -> {}).proposals().get(1).lines().getFirst();
        SkuView view = planner.view(line.basis().sku(), TODAY).orElseThrow();
        assertThat(view.explanation()).isEqualTo(line.explanation());
        assertThat(view.projection().withOrder()[line.leadTimeDays()] - view.projection().expected()[line.leadTimeDays()])
                .isEqualTo(line.quantity().toDouble());
        assertThat(view.projection().expected()[0]).isEqualTo(10);
    }

    @Test
    void aWhatIfMovesTheQuantityAndLeavesTheSettingsAlone() {
        Planner planner = planner(catalogue());
        Sku sku = new Sku(1, 1, 1);
        double usual = ordered(planner.view(sku, TODAY).orElseThrow());
        assertThat(ordered(planner.view(sku, TODAY, new WhatIf(null, 40, null, null, null)).orElseThrow())).isGreaterThan(usual);
        assertThat(ordered(planner.view(sku, TODAY, new WhatIf(null, null, null, null, 2.0)).orElseThrow())).isGreaterThan(usual);
        assertThat(ordered(planner.view(sku, TODAY, new WhatIf(0.5, null, null, null, null)).orElseThrow())).isLessThan(usual);
        assertThat(ordered(planner.view(sku, TODAY).orElseThrow())).isEqualTo(usual);
    }

    private static double ordered(SkuView view) {
        int last = view.projection().expected().length - 1;
        return view.projection().withOrder()[last] - view.projection().expected()[last];
    }
}
