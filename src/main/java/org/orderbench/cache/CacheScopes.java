package org.orderbench.cache;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.SettingScopes;
import org.orderbench.replenish.PolicyOverride;

/** Finds vendors, categories and SKUs among what was read from Odoo. Safe for several threads. */
public final class CacheScopes implements SettingScopes {

    private static final int SHOWN = 5;

    private final Jdbi jdbi;

    public CacheScopes(CacheDatabase database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Scope vendor(String words) {
        return jdbi.withHandle(handle -> {
            List<Named> all = handle.select("select id, name from vendor order by name, id").map((rs, ctx) -> new Named(rs.getInt(1), rs.getString(2))).list();
            Named found = one("vendor", words, all.stream().filter(vendor -> vendor.is(words)).toList(), near(words, all));
            return new Scope(PolicyOverride.Scope.VENDOR, Integer.toString(found.id()), "vendor " + found.name());
        });
    }

    @Override
    public Scope category(String words) {
        return jdbi.withHandle(handle -> {
            List<Named> all = handle.select("select distinct category from product order by category").map((rs, ctx) -> new Named(0, rs.getString(1))).list();
            boolean known = all.stream().anyMatch(category -> category.name().equals(words) || category.name().startsWith(words + " / "));
            if (!known) {
                throw missing("category", words, near(words, all));
            }
            return new Scope(PolicyOverride.Scope.CATEGORY, words, "category " + words);
        });
    }

    @Override
    public Scope sku(String code, Optional<String> warehouse) {
        Sku sku = find(code, warehouse);
        String label = jdbi.withHandle(handle -> handle.select("select code from warehouse where id = ?", sku.warehouseId()).mapTo(String.class).one());
        return new Scope(PolicyOverride.Scope.SKU, PolicyOverride.key(sku), code + " in " + label);
    }

    @Override
    public Sku find(String code, Optional<String> warehouse) {
        return jdbi.withHandle(handle -> {
            List<Named> products = handle.select("select id, code from product where active order by code, id").map((rs, ctx) -> new Named(rs.getInt(1), rs.getString(2))).list();
            Named product = one("product", code, products.stream().filter(each -> each.is(code)).toList(), near(code, products));
            return inWarehouse(handle, product.id(), warehouse);
        });
    }

    private static Sku inWarehouse(Handle handle, int productId, Optional<String> wanted) {
        record House(int id, int companyId, String code, String name) {}
        List<House> all = handle.select("select id, company_id, code, name from warehouse order by company_id, id")
                .map((rs, ctx) -> new House(rs.getInt(1), rs.getInt(2), rs.getString(3), rs.getString(4)))
                .list();
        List<House> found = all.stream()
                .filter(house -> wanted.isEmpty() || house.code().equalsIgnoreCase(wanted.get()) || house.name().equalsIgnoreCase(wanted.get()))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("Say which warehouse (--warehouse). There are: "
                    + all.stream().map(house -> house.code() + " (" + house.name() + ")").collect(Collectors.joining(", ")) + ".");
        }
        return new Sku(found.getFirst().companyId(), found.getFirst().id(), productId);
    }

    private record Named(int id, String name) {
        boolean is(String words) {
            return name.equalsIgnoreCase(words) || (id > 0 && Integer.toString(id).equals(words));
        }
    }

    private static List<String> near(String words, List<Named> all) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return all.stream().map(Named::name).filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted)).limit(SHOWN).toList();
    }

    private static Named one(String what, String words, List<Named> found, List<String> near) {
        if (found.size() > 1) {
            throw new IllegalArgumentException("There are " + found.size() + " of the " + what + " \"" + words + "\". Give its id in Odoo: "
                    + found.stream().map(each -> Integer.toString(each.id())).collect(Collectors.joining(" or ")) + ".");
        }
        if (found.isEmpty()) {
            throw missing(what, words, near);
        }
        return found.getFirst();
    }

    private static IllegalArgumentException missing(String what, String words, List<String> near) {
        return new IllegalArgumentException("There is no " + what + " \"" + words + "\" in the cache."
                + (near.isEmpty() ? " Run 'orderbench sync' if it is new in Odoo." : " Did you mean: " + String.join("; ", near) + "?"));
    }
}
