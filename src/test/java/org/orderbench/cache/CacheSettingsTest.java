package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderbench.proposal.SettingScopes;
import org.orderbench.proposal.SettingsStore.VendorClosing;
import org.orderbench.replenish.Closing;
import org.orderbench.replenish.PolicyOverride.Scope;
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.replenish.SettingName;

class CacheSettingsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T06:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    private final FreshCache cache = new FreshCache();

    private CacheSettings settings;
    private CacheScopes scopes;

    @BeforeEach
    void fill() {
        settings = new CacheSettings(cache.database(), CLOCK);
        scopes = new CacheScopes(cache.database());
        cache.jdbi().useHandle(handle -> {
            handle.execute("insert into vendor (id, name) values (5, 'Lights Ltd'), (6, 'Lights Overseas'), (7, 'Lights Overseas')");
            handle.execute("insert into warehouse (id, code, name, company_id, stock_location_id, receipt_type_id) values (1, 'WH', 'Main', 1, 8, 1), (2, 'ND', 'North Depot', 1, 9, 2)");
            handle.execute("insert into product (id, template_id, code, name, category, unit_id, purchase_unit_id, active, purchasable, storable, cost, list_price)"
                    + " values (7, 70, 'LAMP', 'Lamp', 'All / Lights', 1, 1, true, true, true, 1, 2)");
        });
    }

    @Test
    void whatWasSetHoldsUntilItIsCleared() {
        settings.set(scopes.vendor("lights ltd").setting(SettingName.MINIMUM_ORDER, "250.00"), "ann");
        settings.set(scopes.vendor("5").setting(SettingName.MINIMUM_ORDER, "300"), "ann");
        settings.set(SettingScopes.Scope.COMPANY.setting(SettingName.BUDGET, "9000"), "ann");
        assertThat(settings.list()).extracting(setting -> setting.name().word() + " of " + setting.label() + " " + setting.value())
                .containsExactly("minimum-order of vendor Lights Ltd 300", "budget of the company 9000");
        assertThat(settings.current().termsOf(5).minimumOrder()).isEqualByComparingTo("300");
        assertThat(settings.clear(SettingName.MINIMUM_ORDER, Scope.VENDOR, "5", "bob")).isTrue();
        assertThat(settings.clear(SettingName.MINIMUM_ORDER, Scope.VENDOR, "5", "bob")).isFalse();
        assertThat(settings.current().termsOf(5).minimumOrder()).isNull();
    }

    @Test
    void everyChangeIsInTheJournalWithWhoAndWhatItWas() {
        settings.set(scopes.vendor("5").setting(SettingName.MINIMUM_ORDER, "250"), "ann");
        settings.set(scopes.vendor("5").setting(SettingName.MINIMUM_ORDER, "300"), "bob");
        CacheJournal journal = new CacheJournal(cache.database(), CLOCK);
        assertThat(journal.newest(0, 10)).extracting(entry -> entry.what().actor() + " " + entry.what().subject() + " " + entry.what().before() + " " + entry.what().after())
                .containsExactly("bob minimum-order of vendor Lights Ltd \"250\" \"300\"", "ann minimum-order of vendor Lights Ltd null \"250\"");
    }

    @Test
    void closingsAreKeptByVendorAndOurOwnApart() {
        Closing summer = new Closing(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 21), "summer");
        Closing count = new Closing(LocalDate.of(2026, 12, 28), LocalDate.of(2026, 12, 31), "stocktaking");
        settings.close(new VendorClosing(5, "", summer), "ann");
        settings.close(new VendorClosing(ReplenishmentSettings.OWN, "", count), "ann");
        assertThat(settings.current().termsOf(5).closings()).containsExactly(summer);
        assertThat(settings.current().receiving().closings()).containsExactly(count);
        assertThat(settings.closings()).extracting(VendorClosing::vendorName).containsExactly("", "Lights Ltd");
        assertThat(settings.open(5, LocalDate.of(2026, 8, 1), "ann")).isTrue();
        assertThat(settings.open(5, LocalDate.of(2026, 8, 1), "ann")).isFalse();
        assertThat(settings.current().termsOf(5).closings()).isEmpty();
    }

    @Test
    void aScopeIsFoundByTheNameThatBuyersUse() {
        assertThat(scopes.sku("lamp", Optional.of("North Depot")).key()).isEqualTo("1/2/7");
        assertThat(scopes.category("All").label()).isEqualTo("category All");
        assertThatThrownBy(() -> scopes.sku("LAMP", Optional.empty())).hasMessage("Say which warehouse (--warehouse). There are: WH (Main), ND (North Depot).");
        assertThatThrownBy(() -> scopes.vendor("Light")).hasMessageStartingWith("There is no vendor \"Light\" in the cache. Did you mean: Lights Ltd;");
        assertThatThrownBy(() -> scopes.vendor("Lights Overseas")).hasMessage("There are 2 of the vendor \"Lights Overseas\". Give its id in Odoo: 6 or 7.");
        assertThatThrownBy(() -> scopes.category("Light")).hasMessageContaining("Did you mean: All / Lights?");
    }
}
