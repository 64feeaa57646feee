package org.orderbench.desktop;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.CatalogueModel;
import org.orderbench.proposal.DayForecasts;
import org.orderbench.proposal.FactsSource;
import org.orderbench.proposal.ForecastLog;
import org.orderbench.proposal.KeptForecast;
import org.orderbench.proposal.ModelStore;
import org.orderbench.proposal.Planner;
import org.orderbench.proposal.PlanningDesk;
import org.orderbench.proposal.ProposalStore;
import org.orderbench.proposal.SettingScopes;
import org.orderbench.proposal.SettingsStore;
import org.orderbench.replenish.Closing;
import org.orderbench.replenish.Facts;
import org.orderbench.replenish.PlanningSetting;
import org.orderbench.replenish.PolicyOverride;
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.replenish.SettingName;
import org.orderbench.replenish.SkuFacts;

/** Planning settings over made-up vendors and categories: what is set is held, and counts. */
final class SamplePlanning implements SettingsStore, SettingScopes {

    final List<PlanningSetting> set = new ArrayList<>();
    private final List<VendorClosing> closings = new ArrayList<>();
    private final Clock clock;

    SamplePlanning(boolean busyDay, Clock clock) {
        this.clock = clock;
        if (busyDay) {
            set.add(vendors().getFirst().setting(SettingName.SERVICE_LEVEL, "0.98"));
            set.add(vendors().getFirst().setting(SettingName.ORDER_DAYS, "mon,thu"));
            set.add(Scope.COMPANY.setting(SettingName.HOLDING_RATE, "0.2"));
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            closings.add(new VendorClosing(1, "Vendor 1", new Closing(today.plusDays(20), today.plusDays(34), "Lunar New Year")));
        }
    }

    PlanningDesk desk(ProposalStore proposals) {
        Planner planner = new Planner(new Sold(), new NoModel(), new NoLog(), DayForecasts.NONE, this::current, clock);
        return new PlanningDesk(this, this, planner, proposals, () -> Facts.TODAY, "Mitchell Admin");
    }

    /** Every SKU sells alike. */
    private static final class Sold implements FactsSource {
        @Override
        public Iterable<SkuFacts> all(LocalDate today) {
            return List.of();
        }

        @Override
        public Optional<SkuFacts> find(Sku sku, LocalDate today) {
            return Optional.of(Facts.sku().sells("2.50", 14, 12).soldDaily(400, 4).build());
        }
    }

    private static final class NoModel implements ModelStore {
        @Override
        public void keep(CatalogueModel model) {}

        @Override
        public Optional<CatalogueModel> latest() {
            return Optional.empty();
        }
    }

    private static final class NoLog implements ForecastLog {
        @Override
        public void keep(List<KeptForecast> forecasts) {}

        @Override
        public java.util.Map<Sku, List<KeptForecast>> open(LocalDate today) {
            return java.util.Map.of();
        }

        @Override
        public void settle(List<KeptForecast> forecasts) {}

        @Override
        public List<KeptForecast> of(Sku sku) {
            return List.of();
        }

        @Override
        public List<KeptForecast> compared(LocalDate monday) {
            return List.of();
        }
    }

    @Override
    public ReplenishmentSettings current() {
        return ReplenishmentSettings.defaults().with(set, java.util.Map.of());
    }

    @Override
    public List<PlanningSetting> list() {
        return List.copyOf(set);
    }

    @Override
    public void set(PlanningSetting setting, String by) {
        List<PlanningSetting> before = List.copyOf(set);
        clear(setting.name(), setting.scope(), setting.key(), by);
        set.add(setting);
        try {
            current();
        } catch (IllegalArgumentException e) {
            set.clear();
            set.addAll(before);
            throw e;
        }
    }

    @Override
    public boolean clear(SettingName name, PolicyOverride.Scope scope, String key, String by) {
        return set.removeIf(each -> each.name() == name && each.scope() == scope && each.key().equals(key));
    }

    @Override
    public List<VendorClosing> closings() {
        return List.copyOf(closings);
    }

    @Override
    public void close(VendorClosing closing, String by) {
        closings.add(closing);
    }

    @Override
    public boolean open(int vendorId, LocalDate from, String by) {
        return closings.removeIf(each -> each.vendorId() == vendorId && each.closing().from().equals(from));
    }

    @Override
    public Scope vendor(String words) {
        return vendors().stream().filter(each -> each.name().equals(words)).findFirst().orElseThrow();
    }

    @Override
    public Scope category(String words) {
        return new Scope(PolicyOverride.Scope.CATEGORY, words, "category " + words);
    }

    @Override
    public Scope sku(String code, Optional<String> warehouse) {
        return sku(new Sku(1, 1, 1));
    }

    @Override
    public List<Scope> vendors() {
        return List.of("Ardent Lighting Ltd", "Bloom & Wild Wholesale", "Lights Ltd").stream()
                .map(name -> new Scope(PolicyOverride.Scope.VENDOR, Integer.toString(1 + List.of("Ardent Lighting Ltd", "Bloom & Wild Wholesale", "Lights Ltd").indexOf(name)), "vendor " + name))
                .toList();
    }

    @Override
    public List<Scope> categories() {
        return List.of(category("All"), category("All / Bags"), category("All / Lights and candles"));
    }

    @Override
    public List<Scope> skus(String words, int atMost) {
        return List.of(sku(new Sku(1, 1, 1)));
    }

    @Override
    public Scope sku(Sku sku) {
        return new Scope(PolicyOverride.Scope.SKU, PolicyOverride.key(sku), "20056 in WH");
    }

    @Override
    public int product(String code) {
        throw new UnsupportedOperationException("asked on the command line only");
    }

    @Override
    public String code(int productId) {
        return Integer.toString(productId);
    }

    @Override
    public Sku find(String code, Optional<String> warehouse) {
        return new Sku(1, 1, 1);
    }
}
