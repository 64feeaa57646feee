package org.orderbench.cache;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.policy.DemandClass;
import org.orderbench.policy.SkuProfile;
import org.orderbench.proposal.CatalogueModel;
import org.orderbench.replenish.Forecastability;

/** Reads the profiles of every SKU that was ever proposed, in three passes over the mirror. */
final class PolicyProfiles {

    /** How many of the latest orders make the usual one. */
    private static final int LATEST_ORDERS = 8;

    private static final int WEEKS = 52;

    private PolicyProfiles() {}

    /**
     * @param model empty if nothing was learned of the catalogue yet: then no class is known
     * @param classes whether the classes are asked for; they cost a pass over a year of stock moves
     */
    static Map<Sku, SkuProfile> read(Handle handle, Instant now, Optional<CatalogueModel> model, boolean classes) {
        Map<Sku, Ordered> ordered = ordered(handle);
        Map<Integer, Set<String>> tags = tags(handle);
        Map<Sku, Forecastability> steadiness = classes && model.isPresent() ? steadiness(handle, now) : Map.of();
        Map<Sku, SkuProfile> profiles = new HashMap<>();
        handle.createQuery(
                        """
                        select s.company_id, s.warehouse_id, s.product_id,
                               exists (select 1 from reordering_rule r where r.product_id = s.product_id and r.warehouse_id = s.warehouse_id and r.automatic)
                        from (select distinct company_id, warehouse_id, product_id from proposal_line) s
                        """)
                .map((row, context) -> {
                    Sku sku = new Sku(row.getInt(1), row.getInt(2), row.getInt(3));
                    Ordered before = ordered.getOrDefault(sku, Ordered.NEVER);
                    DemandClass demandClass = classes && model.isPresent()
                            ? new DemandClass(model.get().valueClass(sku), steadiness.getOrDefault(sku, Forecastability.Z))
                            : null;
                    return profiles.put(sku, new SkuProfile(demandClass, before.usual, before.price, before.currency, row.getBoolean(4), tags.getOrDefault(sku.productId(), Set.of())));
                })
                .forEach(previous -> {});
        return profiles;
    }

    private static Map<Integer, Set<String>> tags(Handle handle) {
        Map<Integer, Set<String>> tags = new HashMap<>();
        handle.select("select product_id, name from product_tag")
                .map((row, context) -> Map.entry(row.getInt(1), row.getString(2)))
                .forEach(tag -> tags.computeIfAbsent(tag.getKey(), product -> new HashSet<>()).add(tag.getValue()));
        return tags;
    }

    private record Ordered(@Nullable Quantity usual, @Nullable BigDecimal price, @Nullable String currency) {
        private static final Ordered NEVER = new Ordered(null, null, null);
    }

    /** The median of the latest confirmed orders, and the latest price, both per the product's own unit. */
    private static Map<Sku, Ordered> ordered(Handle handle) {
        Map<Sku, Ordered> ordered = new HashMap<>();
        handle.createQuery(
                        """
                        with ranked as (
                            select o.company_id, o.warehouse_id, l.product_id, l.ordered, o.currency,
                                   case when u.family = own.family and u.reference > 0 then l.price * own.reference / u.reference end unit_price,
                                   row_number() over (partition by o.company_id, o.warehouse_id, l.product_id order by l.id desc) nth
                            from purchase_line l join purchase_order o on o.id = l.order_id
                            join product p on p.id = l.product_id join unit own on own.id = p.unit_id join unit u on u.id = l.unit_id
                            where o.state in ('purchase', 'done') and o.warehouse_id is not null)
                        select company_id, warehouse_id, product_id, median(ordered) usual,
                               max(case when nth = 1 then unit_price end) price, max(case when nth = 1 then currency end) currency
                        from ranked where nth <= :latest group by company_id, warehouse_id, product_id
                        """)
                .bind("latest", LATEST_ORDERS)
                .map((row, context) -> {
                    BigDecimal usual = row.getBigDecimal("usual");
                    return Map.entry(
                            new Sku(row.getInt(1), row.getInt(2), row.getInt(3)),
                            new Ordered(usual == null ? null : new Quantity(usual), row.getBigDecimal("price"), row.getString("currency")));
                })
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    private static Map<Sku, Forecastability> steadiness(Handle handle, Instant now) {
        Map<Sku, Map<Integer, BigDecimal>> issued = new HashMap<>();
        handle.createQuery(
                        """
                        select w.company_id, f.warehouse_id, m.product_id, m.moved_at, m.quantity
                        from stock_move m join location f on f.id = m.from_location join location t on t.id = m.to_location
                        join warehouse w on w.id = f.warehouse_id
                        where m.state = 'done' and f.usage = 'internal' and t.usage in ('customer', 'production')
                          and m.moved_at > :from and m.moved_at <= :now
                        """)
                .bind("now", now)
                .bind("from", now.minus(Duration.ofDays(7L * WEEKS)))
                .map((row, context) -> issued.computeIfAbsent(new Sku(row.getInt(1), row.getInt(2), row.getInt(3)), sku -> new HashMap<>())
                        .merge(weeksAgo(row.getObject(4, OffsetDateTime.class).toInstant(), now), row.getBigDecimal(5), BigDecimal::add))
                .forEach(sum -> {});
        addPacked(handle, now, issued);
        Map<Sku, Forecastability> steadiness = new HashMap<>();
        issued.forEach((sku, weeks) -> {
            int length = weeks.keySet().stream().max(Integer::compare).orElse(0) + 1;
            double sum = weeks.values().stream().mapToDouble(BigDecimal::doubleValue).sum();
            double squares = weeks.values().stream().mapToDouble(week -> week.doubleValue() * week.doubleValue()).sum();
            steadiness.put(sku, DemandClass.steadiness(length, sum, squares));
        });
        return steadiness;
    }

    private static void addPacked(Handle handle, Instant now, Map<Sku, Map<Integer, BigDecimal>> issued) {
        Map<Integer, FactsTables.Place> places = FactsTables.places(handle);
        Map<Integer, Integer> companies = new HashMap<>();
        handle.select("select id, company_id from warehouse").map((row, context) -> companies.put(row.getInt(1), row.getInt(2))).forEach(before -> {});
        new MoveBlocks(handle).since(now.minus(Duration.ofDays(7L * WEEKS)), move -> {
            FactsTables.Place from = places.getOrDefault(move.from(), FactsTables.Place.UNKNOWN);
            Integer company = companies.get(from.warehouseId());
            if (from.internal() && company != null && places.getOrDefault(move.to(), FactsTables.Place.UNKNOWN).consumes() && !move.at().isAfter(now)) {
                issued.computeIfAbsent(new Sku(company, from.warehouseId(), move.productId()), sku -> new HashMap<>()).merge(weeksAgo(move.at(), now), move.quantity(), BigDecimal::add);
            }
        });
    }

    private static int weeksAgo(Instant then, Instant now) {
        return (int) Math.floorDiv(ChronoUnit.DAYS.between(LocalDate.ofInstant(then, ZoneOffset.UTC), LocalDate.ofInstant(now, ZoneOffset.UTC)), 7L);
    }
}
