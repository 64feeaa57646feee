package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.DayForecasts;
import org.orderbench.proposal.FactsSource;
import org.orderbench.proposal.HeldSetting;
import org.orderbench.proposal.HeldSetting.Origin;
import org.orderbench.proposal.Planner;
import org.orderbench.proposal.PlanningDesk;
import org.orderbench.proposal.SettingScopes.Scope;
import org.orderbench.replenish.Facts;
import org.orderbench.replenish.PolicyOverride;
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.replenish.SettingName;
import org.orderbench.replenish.SkuFacts;

/** What holds where, from which place it came, and what a change comes to: over three lamps of vendor 5 that sell four a day and run low. */
class PlanningDeskTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T06:00:00Z"), ZoneOffset.UTC);
    private static final Scope LAMP = new Scope(PolicyOverride.Scope.SKU, PolicyOverride.key(Facts.SKU), "LAMP in WH");
    private static final Scope LIGHTS = new Scope(PolicyOverride.Scope.CATEGORY, "Lights", "category Lights");
    private static final Scope VENDOR = new Scope(PolicyOverride.Scope.VENDOR, "5", "vendor Vendor 5");

    @RegisterExtension
    private final FreshCache cache = new FreshCache();

    private CacheSettings settings;
    private Planner planner;
    private CacheProposals proposals;
    private PlanningDesk desk;

    private static final class Lamps implements FactsSource {
        @Override
        public Iterable<SkuFacts> all(LocalDate today) {
            List<SkuFacts> lamps = new ArrayList<>();
            for (int id = 7; id < 10; id++) {
                lamps.add(Facts.sku().id(id).code("LAMP" + id).onHand(60).sells("2.00", 14, 0).soldDaily(300, 4).build());
            }
            return lamps;
        }

        @Override
        public Optional<SkuFacts> find(Sku sku, LocalDate today) {
            for (SkuFacts facts : all(today)) {
                if (facts.sku().equals(sku)) {
                    return Optional.of(facts);
                }
            }
            return Optional.empty();
        }
    }

    @BeforeEach
    void open() {
        settings = new CacheSettings(cache.database(), CLOCK);
        planner = new Planner(new Lamps(), new CacheModel(cache.jdbi()), new CacheForecastLog(cache.jdbi()), DayForecasts.NONE, settings::current, CLOCK);
        proposals = new CacheProposals(cache.jdbi());
        desk = new PlanningDesk(settings, new CacheScopes(cache.database()), planner, proposals, () -> Facts.TODAY, "ann");
    }

    private HeldSetting held(Scope scope, SettingName name) {
        return desk.held(scope).stream().filter(held -> held.name() == name).findFirst().orElseThrow();
    }

    @Test
    void theNearestHoldsAndSaysWhereItWasSet() {
        assertThat(held(LAMP, SettingName.SERVICE_LEVEL).origin()).isEqualTo(Origin.CLASS);
        assertThat(held(LAMP, SettingName.SERVICE_LEVEL).from()).startsWith("A");
        desk.set(Scope.COMPANY, SettingName.SERVICE_LEVEL, "0.9");
        assertThat(held(LAMP, SettingName.SERVICE_LEVEL)).isEqualTo(new HeldSetting(SettingName.SERVICE_LEVEL, "0.9", Origin.WIDER, "the company"));
        desk.set(VENDOR, SettingName.SERVICE_LEVEL, "0.91");
        assertThat(held(LAMP, SettingName.SERVICE_LEVEL).from()).isEqualTo("vendor Vendor 5");
        assertThat(held(LIGHTS, SettingName.SERVICE_LEVEL).from()).as("a category has no one vendor").isEqualTo("the company");
        desk.set(LIGHTS, SettingName.SERVICE_LEVEL, "0.92");
        assertThat(held(LAMP, SettingName.SERVICE_LEVEL).from()).isEqualTo("category Lights");
        desk.set(LAMP, SettingName.SERVICE_LEVEL, "0.93");
        assertThat(held(LAMP, SettingName.SERVICE_LEVEL)).isEqualTo(new HeldSetting(SettingName.SERVICE_LEVEL, "0.93", Origin.HERE, "LAMP in WH"));
        desk.clear(LAMP, SettingName.SERVICE_LEVEL);
        assertThat(held(LAMP, SettingName.SERVICE_LEVEL).value()).isEqualTo("0.92");
        assertThat(planner.standing(Facts.SKU, Facts.TODAY).orElseThrow().policy().serviceLevel().value()).as("as planning looks").isEqualTo(0.92);
    }

    @Test
    void whatNobodySetIsTheCataloguesDefault() {
        assertThat(held(Scope.COMPANY, SettingName.HOLDING_RATE)).isEqualTo(new HeldSetting(SettingName.HOLDING_RATE, "0.25", Origin.DEFAULT, ""));
        assertThat(held(Scope.COMPANY, SettingName.SERVICE_LEVEL).origin()).isEqualTo(Origin.CLASS);
        assertThat(held(Scope.COMPANY, SettingName.BUDGET).value()).isEmpty();
        assertThat(desk.held(VENDOR)).noneMatch(held -> held.name() == SettingName.BUDGET);
        ReplenishmentSettings usual = ReplenishmentSettings.defaults();
        for (SettingName name : SettingName.values()) {
            // What can be set for a SKU is kept as an override, whatever its value.
            if (!name.standard().isEmpty() && !name.scopes().contains(PolicyOverride.Scope.SKU)) {
                ReplenishmentSettings same = usual.with(List.of(Scope.COMPANY.setting(name, name.standard())), java.util.Map.of());
                assertThat(same).as("%s as the catalogue has it", name).isEqualTo(usual);
            }
        }
    }

    @Test
    void anEffectIsWhatPlanningAnewWouldChangeAndNothingIsKept() {
        proposals.save(planner.plan(Facts.TODAY, done -> {}));
        assertThat(desk.effect(done -> {})).isEqualTo(new PlanningDesk.Effect(0, 3));
        desk.set(LAMP, SettingName.LEAD_TIME_DAYS, "40");
        assertThat(desk.effect(done -> {})).isEqualTo(new PlanningDesk.Effect(1, 3));
        desk.set(Scope.COMPANY, SettingName.REVIEW_DAYS, "30");
        assertThat(desk.effect(done -> {}).changed()).isEqualTo(3);
        assertThat(proposals.current().stream().mapToInt(proposal -> proposal.lines().size()).sum()).isEqualTo(3);
        proposals.save(planner.plan(Facts.TODAY, done -> {}));
        assertThat(desk.effect(done -> {}).changed()).isZero();
    }

    @Test
    void classesThatEndInTheWrongOrderAreRefusedAndNothingIsChanged() {
        desk.set(Scope.COMPANY, SettingName.CLASS_B_SHARE, "0.97");
        desk.set(Scope.COMPANY, SettingName.CLASS_A_SHARE, "0.96");
        assertThatThrownBy(() -> desk.clear(Scope.COMPANY, SettingName.CLASS_B_SHARE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("A must end before B");
        assertThat(held(Scope.COMPANY, SettingName.CLASS_B_SHARE).value()).isEqualTo("0.97");
        assertThat(settings.current().classLimits().aUpTo()).isEqualTo(0.96);
    }
}
