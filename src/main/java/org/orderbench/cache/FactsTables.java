package org.orderbench.cache;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.orderbench.catalog.Company;
import org.orderbench.catalog.Unit;
import org.orderbench.catalog.Vendor;
import org.orderbench.catalog.Warehouse;

/** The small tables of the mirror, read whole before SKUs are. */
record FactsTables(
        LocalDate today,
        ZoneId zone,
        Map<Integer, Company> companies,
        List<Warehouse> warehouses,
        Map<Integer, Place> places,
        Map<Integer, Unit> units,
        Map<Integer, Vendor> vendors,
        Map<Integer, Map<String, BigDecimal>> rates) {

    /** @param warehouseId 0 for a location outside of every warehouse */
    record Place(String usage, int warehouseId) {
        static final Place UNKNOWN = new Place("", 0);

        /** Whether what goes there was asked for by a customer or by production. */
        boolean consumes() {
            return usage.equals("customer") || usage.equals("production");
        }

        boolean internal() {
            return usage.equals("internal") && warehouseId != 0;
        }
    }

    static FactsTables read(Handle handle, LocalDate today) {
        String zone = handle.select("select time_zone from connection").mapTo(String.class).findOne().orElse("UTC");
        Map<Integer, Company> companies = byId(
                handle.select("select id, name, currency, lead_days from company")
                        .map((rs, ctx) -> new Company(rs.getInt(1), rs.getString(2), rs.getString(3), rs.getInt(4)))
                        .list(),
                Company::id);
        List<Warehouse> warehouses = handle.select(
                        "select id, code, name, company_id, stock_location_id, receipt_type_id from warehouse order by company_id, id")
                .map((rs, ctx) -> new Warehouse(rs.getInt(1), rs.getString(2), rs.getString(3), rs.getInt(4), rs.getInt(5), rs.getInt(6)))
                .filter(warehouse -> companies.containsKey(warehouse.companyId()))
                .list();
        Map<Integer, Unit> units = byId(
                handle.select("select id, name, family, reference, rounding from unit")
                        .map((rs, ctx) -> new Unit(rs.getInt(1), rs.getString(2), rs.getInt(3), rs.getBigDecimal(4).stripTrailingZeros(), rs.getBigDecimal(5).stripTrailingZeros()))
                        .list(),
                Unit::id);
        Map<Integer, Vendor> vendors = byId(
                handle.select("select id, name, parent_id, currency, buyer_id from vendor")
                        .map((rs, ctx) -> new Vendor(rs.getInt(1), rs.getString(2), rs.getObject(3, Integer.class), rs.getString(4), rs.getObject(5, Integer.class)))
                        .list(),
                Vendor::id);
        return new FactsTables(today, ZoneId.of(zone), companies, warehouses, places(handle), units, vendors, rates(handle, today));
    }

    static Map<Integer, Place> places(Handle handle) {
        Map<Integer, Place> places = new HashMap<>();
        handle.select("select id, usage, coalesce(warehouse_id, 0) from location")
                .map((rs, ctx) -> Map.entry(rs.getInt(1), new Place(rs.getString(2), rs.getInt(3))))
                .forEach(entry -> places.put(entry.getKey(), entry.getValue()));
        return places;
    }

    /** For each company, the newest rate of each currency that is not after {@code today}. */
    private static Map<Integer, Map<String, BigDecimal>> rates(Handle handle, LocalDate today) {
        Map<Integer, Map<String, BigDecimal>> rates = new HashMap<>();
        handle.select("select company_id, currency, rate from currency_rate where rate_day <= ? order by rate_day", today)
                .map((rs, ctx) -> new Rate(rs.getInt(1), rs.getString(2), rs.getBigDecimal(3)))
                .forEach(rate -> rates.computeIfAbsent(rate.companyId(), company -> new HashMap<>()).put(rate.currency(), rate.rate()));
        return rates;
    }

    private record Rate(int companyId, String currency, BigDecimal rate) {}

    private static <T> Map<Integer, T> byId(Collection<T> rows, Function<T, Integer> id) {
        return rows.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    /** The warehouses' own day. */
    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The warehouses' own day. */
    LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(zone).toLocalDate();
    }

    Place place(int location) {
        return places.getOrDefault(location, Place.UNKNOWN);
    }
}
