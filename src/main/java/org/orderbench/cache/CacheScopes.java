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
            return vendor(found);
        });
    }

    private static Scope vendor(Named found) {
        return new Scope(PolicyOverride.Scope.VENDOR, Integer.toString(found.id()), "vendor " + found.name());
    }

    private static Scope category(Named found) {
        return new Scope(PolicyOverride.Scope.CATEGORY, found.name(), "category " + found.name());
    }

    @Override
    public List<Scope> vendors() {
        return jdbi.withHandle(handle -> handle.select(
                        "select v.id, v.name from vendor v where exists (select 1 from supplier_price p where p.vendor_id = v.id) order by upper(v.name), v.id")
                .map((rs, ctx) -> vendor(new Named(rs.getInt(1), rs.getString(2))))
                .list());
    }

    @Override
    public List<Scope> categories() {
        List<String> names = jdbi.withHandle(handle -> handle.select("select distinct category from product where active").mapTo(String.class).list());
        return names.stream().flatMap(name -> PolicyOverride.categories(name).stream()).distinct().sorted().map(name -> category(new Named(0, name))).toList();
    }

    @Override
    public List<Scope> skus(String words, int atMost) {
        return jdbi.withHandle(handle -> handle.select(
                        "select w.company_id, w.id, p.id, p.code, w.code from product p cross join warehouse w"
                                + " where p.active and p.storable and (locate(upper(?), upper(p.code)) > 0 or locate(upper(?), upper(p.name)) > 0)"
                                + " order by p.code, p.id, w.id limit ?",
                        words, words, atMost)
                .map((rs, ctx) -> sku(new Sku(rs.getInt(1), rs.getInt(2), rs.getInt(3)), rs.getString(4), rs.getString(5)))
                .list());
    }

    private static Scope sku(Sku sku, String code, String warehouse) {
        return new Scope(PolicyOverride.Scope.SKU, PolicyOverride.key(sku), code + " in " + warehouse);
    }

    @Override
    public Scope sku(Sku sku) {
        return jdbi.withHandle(handle -> handle.select(
                        "select p.code, w.code from product p cross join warehouse w where p.id = ? and w.id = ?", sku.productId(), sku.warehouseId())
                .map((rs, ctx) -> sku(sku, rs.getString(1), rs.getString(2)))
                .one());
    }

    @Override
    public Scope category(String words) {
        return jdbi.withHandle(handle -> {
            List<Named> all = handle.select("select distinct category from product order by category").map((rs, ctx) -> new Named(0, rs.getString(1))).list();
            boolean known = all.stream().anyMatch(category -> category.name().equals(words) || category.name().startsWith(words + " / "));
            if (!known) {
                throw missing("category", words, near(words, all));
            }
            return category(new Named(0, words));
        });
    }

    @Override
    public Scope sku(String code, Optional<String> warehouse) {
        return sku(find(code, warehouse));
    }

    @Override
    public Sku find(String code, Optional<String> warehouse) {
        return jdbi.withHandle(handle -> {
            List<Named> products = handle.select("select id, code from product where active order by code, id").map((rs, ctx) -> new Named(rs.getInt(1), rs.getString(2))).list();
            Named product = one("product", code, products.stream().filter(each -> each.is(code)).toList(), near(code, products));
            return inWarehouse(handle, product.id(), warehouse);
        });
    }

    @Override
    public int product(String code) {
        return jdbi.withHandle(handle -> {
            List<Named> products = handle.select("select id, code from product order by code, id").map((rs, ctx) -> new Named(rs.getInt(1), rs.getString(2))).list();
            return one("product", code, products.stream().filter(each -> each.is(code)).toList(), near(code, products)).id();
        });
    }

    @Override
    public String code(int productId) {
        return jdbi.withHandle(handle -> handle.select("select code from product where id = ? and code <> ''", productId).mapTo(String.class).findOne())
                .orElse(Integer.toString(productId));
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
