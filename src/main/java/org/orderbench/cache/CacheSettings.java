package org.orderbench.cache;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.orderbench.journal.JournalEntry;
import org.orderbench.proposal.SettingsStore;
import org.orderbench.replenish.Closing;
import org.orderbench.replenish.PlanningSetting;
import org.orderbench.replenish.PolicyOverride;
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.replenish.SettingName;

/** Planning settings and closings in the cache, each change in one transaction with its journal entry. Safe for several threads. */
public final class CacheSettings implements SettingsStore {

    private final Jdbi jdbi;
    private final CacheJournal journal;
    private final Clock clock;

    public CacheSettings(CacheDatabase database, Clock clock) {
        this.jdbi = database.jdbi();
        this.journal = new CacheJournal(database, clock);
        this.clock = clock;
    }

    @Override
    public ReplenishmentSettings current() {
        Map<Integer, List<Closing>> closings = new HashMap<>();
        closings().forEach(closing -> closings.computeIfAbsent(closing.vendorId(), vendor -> new ArrayList<>()).add(closing.closing()));
        return ReplenishmentSettings.defaults().with(list(), closings);
    }

    @Override
    public List<PlanningSetting> list() {
        List<PlanningSetting> settings = new ArrayList<>(jdbi.withHandle(CacheSettings::rows));
        settings.sort(Comparator.comparing(PlanningSetting::name).thenComparing(PlanningSetting::scope).thenComparing(PlanningSetting::label)
                .thenComparing(PlanningSetting::key));
        return settings;
    }

    private static List<PlanningSetting> rows(Handle handle) {
        return handle.select("select scope, scope_key, label, name, setting_value from planning_setting")
                .map((rs, ctx) -> new PlanningSetting(
                        PolicyOverride.Scope.valueOf(rs.getString(1)), rs.getString(2), rs.getString(3), SettingName.valueOf(rs.getString(4)), rs.getString(5)))
                .list();
    }

    /** Settings that contradict each other are refused, and nothing is changed. */
    private static void check(Handle handle) {
        ReplenishmentSettings.defaults().with(rows(handle), Map.of());
    }

    @Override
    public void set(PlanningSetting setting, String by) {
        jdbi.useTransaction(handle -> {
            handle.execute("select seq from journal_head for update");
            Optional<String> before = value(handle, setting.name(), setting.scope(), setting.key());
            handle.execute(
                    "merge into planning_setting (scope, scope_key, name, label, setting_value, set_by, set_at) key (scope, scope_key, name) values (?, ?, ?, ?, ?, ?, ?)",
                    setting.scope().name(), setting.key(), setting.name().name(), setting.label(), setting.value(), by, clock.instant());
            check(handle);
            journal(handle, by, "setting-change", setting.name(), setting.label(), before.orElse(null), setting.value());
        });
    }

    @Override
    public boolean clear(SettingName name, PolicyOverride.Scope scope, String key, String by) {
        return jdbi.inTransaction(handle -> {
            handle.execute("select seq from journal_head for update");
            Optional<String> before = value(handle, name, scope, key);
            if (before.isEmpty()) {
                return false;
            }
            String label = handle.select("select label from planning_setting where scope = ? and scope_key = ? and name = ?", scope.name(), key, name.name())
                    .mapTo(String.class)
                    .one();
            handle.execute("delete from planning_setting where scope = ? and scope_key = ? and name = ?", scope.name(), key, name.name());
            check(handle);
            journal(handle, by, "setting-clear", name, label, before.get(), null);
            return true;
        });
    }

    private static Optional<String> value(Handle handle, SettingName name, PolicyOverride.Scope scope, String key) {
        return handle.select("select setting_value from planning_setting where scope = ? and scope_key = ? and name = ?", scope.name(), key, name.name())
                .mapTo(String.class)
                .findOne();
    }

    private void journal(
            Handle handle, String by, String action, SettingName name, String label, @Nullable String before,
            @Nullable String after) {
        journal.append(handle, new JournalEntry.What(
                by, action, name.word() + " of " + label, "", before == null ? null : CacheJson.write(before), after == null ? null : CacheJson.write(after)));
    }

    @Override
    public List<VendorClosing> closings() {
        return jdbi.withHandle(handle -> handle.select(
                        "select c.vendor_id, coalesce(v.name, ''), c.from_day, c.to_day, c.reason from vendor_closing c left join vendor v on v.id = c.vendor_id"
                                + " order by 2, 1, 3")
                .map((rs, ctx) -> new VendorClosing(
                        rs.getInt(1), rs.getString(2), new Closing(rs.getObject(3, LocalDate.class), rs.getObject(4, LocalDate.class), rs.getString(5))))
                .list());
    }

    @Override
    public void close(VendorClosing closing, String by) {
        Closing days = closing.closing();
        jdbi.useTransaction(handle -> {
            handle.execute("select seq from journal_head for update");
            handle.execute(
                    "merge into vendor_closing (vendor_id, from_day, to_day, reason) key (vendor_id, from_day) values (?, ?, ?, ?)",
                    closing.vendorId(), days.from(), days.to(), days.reason());
            journal.append(handle, new JournalEntry.What(
                    by, "closing-add", subject(closing.vendorId()), days.reason(), null, CacheJson.write(days.from() + " to " + days.to())));
        });
    }

    @Override
    public boolean open(int vendorId, LocalDate from, String by) {
        return jdbi.inTransaction(handle -> {
            handle.execute("select seq from journal_head for update");
            Optional<LocalDate> to = handle.select("select to_day from vendor_closing where vendor_id = ? and from_day = ?", vendorId, from)
                    .mapTo(LocalDate.class)
                    .findOne();
            if (to.isEmpty()) {
                return false;
            }
            handle.execute("delete from vendor_closing where vendor_id = ? and from_day = ?", vendorId, from);
            journal.append(handle, new JournalEntry.What(by, "closing-remove", subject(vendorId), "", CacheJson.write(from + " to " + to.get()), null));
            return true;
        });
    }

    private static String subject(int vendorId) {
        return vendorId == ReplenishmentSettings.OWN ? "our own closing days" : "closing days of vendor " + vendorId;
    }
}
