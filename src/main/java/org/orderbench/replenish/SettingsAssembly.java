package org.orderbench.replenish;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orderbench.replenish.PolicyOverride.Scope;

/** Puts what buyers set over the defaults. */
final class SettingsAssembly {

    private final List<PolicyOverride> overrides = new ArrayList<>();
    private final Map<SettingName, PlanningSetting> company = new EnumMap<>(SettingName.class);
    private final Map<Integer, Map<SettingName, PlanningSetting>> vendors = new HashMap<>();

    private SettingsAssembly(List<PlanningSetting> settings) {
        for (PlanningSetting setting : settings) {
            if (setting.name().parameter().isPresent()) {
                overrides.add(new PolicyOverride(
                        setting.scope(), setting.key(), setting.label(), setting.name().parameter().get(), new BigDecimal(setting.value())));
            } else if (setting.scope() == Scope.VENDOR) {
                vendors.computeIfAbsent(Integer.valueOf(setting.key()), vendor -> new EnumMap<>(SettingName.class)).put(setting.name(), setting);
            } else {
                company.put(setting.name(), setting);
            }
        }
    }

    /** @param closings by vendor id; those of our own company under 0 */
    static ReplenishmentSettings over(ReplenishmentSettings defaults, List<PlanningSetting> settings, Map<Integer, List<Closing>> closings) {
        SettingsAssembly set = new SettingsAssembly(settings);
        Map<Integer, VendorTerms> terms = new HashMap<>();
        Set<Integer> ids = new TreeSet<>(set.vendors.keySet());
        ids.addAll(closings.keySet());
        ids.remove(ReplenishmentSettings.OWN);
        for (int id : ids) {
            terms.put(id, terms(set.vendors.getOrDefault(id, Map.of()), closings.getOrDefault(id, List.of())));
        }
        PlanningSetting drafts = set.company.get(SettingName.COUNT_DRAFTS);
        PlanningSetting rules = set.company.get(SettingName.REORDERING_RULES);
        return new ReplenishmentSettings(
                set.serviceLevels(defaults),
                set.classLimits(defaults.classLimits()),
                defaults.reviewDays(),
                set.cycleDays(defaults),
                drafts == null ? defaults.countDrafts() : drafts.name().yes(drafts.value()),
                rules == null ? defaults.ruleMode() : rules.name().ruleMode(rules.value()),
                set.number(SettingName.HOLDING_RATE, defaults.holdingRate()),
                (int) set.number(SettingName.LONGEST_COVER_DAYS, defaults.longestCoverDays()),
                set.overrides,
                terms,
                new Receiving(days(set.company.get(SettingName.RECEIVING_DAYS)), closings.getOrDefault(ReplenishmentSettings.OWN, List.of())),
                amount(set.company.get(SettingName.BUDGET)));
    }

    private Map<ValueClass, List<Double>> serviceLevels(ReplenishmentSettings defaults) {
        Map<ValueClass, List<Double>> levels = new EnumMap<>(ValueClass.class);
        for (ValueClass value : ValueClass.values()) {
            List<Double> usual = defaults.serviceLevels().getOrDefault(value, List.of());
            List<Double> ofValue = new ArrayList<>(usual);
            for (Forecastability each : Forecastability.values()) {
                if (!usual.isEmpty()) {
                    ofValue.set(each.ordinal(), number(SettingName.serviceLevelOf(value.name() + each.name()), usual.get(each.ordinal())));
                }
            }
            levels.put(value, List.copyOf(ofValue));
        }
        return levels;
    }

    private Map<ValueClass, Integer> cycleDays(ReplenishmentSettings defaults) {
        Map<ValueClass, Integer> days = new EnumMap<>(ValueClass.class);
        for (ValueClass value : ValueClass.values()) {
            days.put(value, (int) number(SettingName.cycleDaysOf(value), defaults.cycleDays().getOrDefault(value, 0)));
        }
        return days;
    }

    private ClassLimits classLimits(ClassLimits usual) {
        return new ClassLimits(
                number(SettingName.CLASS_A_SHARE, usual.aUpTo()),
                number(SettingName.CLASS_B_SHARE, usual.bUpTo()),
                number(SettingName.CLASS_X_SPREAD, usual.xBelow()),
                number(SettingName.CLASS_Y_SPREAD, usual.yBelow()));
    }

    private double number(SettingName name, double usual) {
        PlanningSetting setting = company.get(name);
        return setting == null ? usual : Double.parseDouble(setting.value());
    }

    private static VendorTerms terms(Map<SettingName, PlanningSetting> set, List<Closing> closings) {
        return new VendorTerms(
                amount(set.get(SettingName.MINIMUM_ORDER)),
                amount(set.get(SettingName.FREE_FREIGHT)),
                amount(set.get(SettingName.FREIGHT)),
                days(set.get(SettingName.ORDER_DAYS)),
                days(set.get(SettingName.WORKING_DAYS)),
                closings);
    }

    private static @Nullable BigDecimal amount(@Nullable PlanningSetting setting) {
        return setting == null ? null : setting.amount();
    }

    private static Set<DayOfWeek> days(@Nullable PlanningSetting setting) {
        return setting == null ? Set.of() : setting.name().weekdays(setting.value());
    }
}
