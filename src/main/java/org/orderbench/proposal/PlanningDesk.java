package org.orderbench.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.replenish.Closing;
import org.orderbench.replenish.PlanningSetting;
import org.orderbench.replenish.PolicyOverride;
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.replenish.SettingName;
import org.orderbench.replenish.SkuPolicy;

/** Where buyers look at the planning settings of something and change them, and see what a change comes to. Safe for several threads. */
public final class PlanningDesk {

    private final SettingsStore store;
    private final SettingScopes scopes;
    private final Planner planner;
    private final ProposalStore proposals;
    private final Supplier<LocalDate> today;
    private final String buyer;

    /** @param buyer stands in the journal beside each change */
    public PlanningDesk(SettingsStore store, SettingScopes scopes, Planner planner, ProposalStore proposals, Supplier<LocalDate> today, String buyer) {
        this.store = store;
        this.scopes = scopes;
        this.planner = planner;
        this.proposals = proposals;
        this.today = today;
        this.buyer = buyer;
    }

    /** What can be looked at. */
    public SettingScopes scopes() {
        return scopes;
    }

    /** How many settings each scope has of its own, by scope. */
    public Map<SettingScopes.Scope, Integer> counts() {
        Map<SettingScopes.Scope, Integer> counts = new HashMap<>();
        store.list().forEach(setting -> counts.merge(new SettingScopes.Scope(setting.scope(), setting.key(), setting.label()), 1, Integer::sum));
        return counts;
    }

    /**
     * All that can be set for a scope, in the catalogue's order: what holds there, the nearest winning.
     */
    public List<HeldSetting> held(SettingScopes.Scope scope) {
        Map<String, PlanningSetting> set = new HashMap<>();
        store.list().forEach(setting -> set.put(key(setting.name(), setting.scope(), setting.key()), setting));
        Optional<Planner.Standing> standing = scope.scope() == PolicyOverride.Scope.SKU ? planner.standing(PolicyOverride.sku(scope.key()), today.get()) : Optional.empty();
        List<Place> chain = chain(scope, standing);
        return Arrays.stream(SettingName.values())
                .filter(name -> name.scopes().contains(scope.scope()))
                .map(name -> held(name, scope, chain, set, standing.map(Planner.Standing::policy).orElse(null)))
                .toList();
    }

    private static HeldSetting held(
            SettingName name, SettingScopes.Scope scope, List<Place> chain, Map<String, PlanningSetting> set, @Nullable SkuPolicy policy) {
        for (Place place : chain) {
            PlanningSetting found = set.get(key(name, place.scope(), place.key()));
            if (found != null) {
                boolean here = place.scope() == scope.scope() && place.key().equals(scope.key());
                return new HeldSetting(name, found.value(), here ? HeldSetting.Origin.HERE : HeldSetting.Origin.WIDER, found.label());
            }
        }
        Optional<SettingName> ofClass = policy == null ? Optional.empty() : name.ofClass(policy.policyClass());
        if (ofClass.isPresent()) {
            PlanningSetting table = set.get(key(ofClass.get(), PolicyOverride.Scope.COMPANY, ""));
            return new HeldSetting(
                    name, table == null ? ofClass.get().standard() : table.value(), HeldSetting.Origin.CLASS, Objects.requireNonNull(policy).policyClass());
        }
        return new HeldSetting(name, name.standard(), name.ofClass("AX").isPresent() ? HeldSetting.Origin.CLASS : HeldSetting.Origin.DEFAULT, "");
    }

    private record Place(PolicyOverride.Scope scope, String key) {}

    private static String key(SettingName name, PolicyOverride.Scope scope, String key) {
        return name + "|" + scope + "|" + key;
    }

    /** From the nearest to the farthest, as planning looks. */
    private static List<Place> chain(SettingScopes.Scope scope, Optional<Planner.Standing> standing) {
        List<Place> chain = new ArrayList<>();
        String category = scope.scope() == PolicyOverride.Scope.CATEGORY ? scope.key() : standing.map(Planner.Standing::category).orElse("");
        if (scope.scope() == PolicyOverride.Scope.SKU) {
            chain.add(new Place(scope.scope(), scope.key()));
        }
        PolicyOverride.categories(category).forEach(name -> chain.add(new Place(PolicyOverride.Scope.CATEGORY, name)));
        String vendor = scope.scope() == PolicyOverride.Scope.VENDOR ? scope.key() : standing.map(found -> Integer.toString(found.vendorId())).orElse("");
        if (!vendor.isEmpty()) {
            chain.add(new Place(PolicyOverride.Scope.VENDOR, vendor));
        }
        chain.add(new Place(PolicyOverride.Scope.COMPANY, ""));
        return chain;
    }

    /** @throws IllegalArgumentException with words for the buyer if it cannot be set there, is no value of its, or contradicts another setting */
    public void set(SettingScopes.Scope scope, SettingName name, String value) {
        store.set(scope.setting(name, value), buyer);
    }

    /** The next nearest or the default holds then. */
    public void clear(SettingScopes.Scope scope, SettingName name) {
        store.clear(name, scope.scope(), scope.key(), buyer);
    }

    /** Of a vendor, or for the company our own; none for others. */
    public List<Closing> closings(SettingScopes.Scope scope) {
        return vendor(scope)
                .map(id -> store.closings().stream().filter(closing -> closing.vendorId() == id).map(SettingsStore.VendorClosing::closing).toList())
                .orElse(List.of());
    }

    public void close(SettingScopes.Scope scope, Closing closing) {
        store.close(new SettingsStore.VendorClosing(vendor(scope).orElseThrow(), scope.name(), closing), buyer);
    }

    public void open(SettingScopes.Scope scope, LocalDate from) {
        store.open(vendor(scope).orElseThrow(), from, buyer);
    }

    private static Optional<Integer> vendor(SettingScopes.Scope scope) {
        return switch (scope.scope()) {
            case VENDOR -> Optional.of(Integer.valueOf(scope.key()));
            case COMPANY -> Optional.of(ReplenishmentSettings.OWN);
            case CATEGORY, SKU -> Optional.empty();
        };
    }

    /**
     * What planning anew with the settings of now would change.
     *
     * @param changed lines with another quantity, new ones, and those that would go
     * @param lines   lines that are open now
     */
    public record Effect(int changed, int lines) {}

    /** Plans without keeping it. */
    public Effect effect(IntConsumer progress) {
        Map<Sku, Quantity> before = quantities(proposals.current().stream().flatMap(proposal -> proposal.lines().stream()).filter(line -> line.state() == LineState.OPEN));
        Plan next = planner.tryOut(today.get(), store.current(), progress);
        Map<Sku, Quantity> after = quantities(next.proposals().stream().flatMap(proposal -> proposal.lines().stream()));
        // What was decided is not proposed again.
        proposals.current().stream().flatMap(proposal -> proposal.lines().stream()).filter(line -> line.state() != LineState.OPEN).forEach(line -> after.remove(line.basis().sku()));
        long changed = Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(sku -> !Objects.equals(before.get(sku), after.get(sku)))
                .count();
        return new Effect(Math.toIntExact(changed), before.size());
    }

    private static Map<Sku, Quantity> quantities(Stream<ProposalLine> lines) {
        Map<Sku, Quantity> quantities = new HashMap<>();
        lines.forEach(line -> quantities.put(line.basis().sku(), line.proposed()));
        return quantities;
    }
}
