package org.orderbench.sync;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.Field;
import org.orderbench.odoo.OdooException;

/**
 * Exchange rates. Odoo keeps, per company or for all, how much of a currency one unit of the common base is worth, the company's own currency among them;
 * wanted is how much of the company's currency one unit of a currency costs, from each day on which either of the two changed.
 */
final class Rates {

    private static final int DECIMALS = 12;
    private static final LocalDate ALWAYS = LocalDate.of(1970, 1, 1);

    private record Key(@Nullable Integer company, int currency) {}

    private record Company(int id, int rootId, int currency) {}

    private final Map<Key, NavigableMap<LocalDate, BigDecimal>> perBase = new HashMap<>();
    private final List<Company> companies = new ArrayList<>();

    void read(OdooReader reader, Capabilities capabilities, List<Long> allowed, Warnings warnings) throws OdooException {
        String parent = capabilities.name(Field.COMPANY_PARENT).orElse("id");
        Map<Integer, Integer> parents = new HashMap<>();
        Map<Integer, Integer> currencies = new HashMap<>();
        Lookups.each(reader, "res.company", List.of("currency_id", parent), warnings, row -> {
            Integer above = row.referenceOrNull(parent);
            parents.put(row.id(), above == null ? row.id() : above);
            currencies.put(row.id(), row.reference("currency_id"));
        });
        currencies.forEach((id, currency) -> {
            if (allowed.contains(id.longValue())) {
                companies.add(new Company(id, root(id, parents), currency));
            }
        });
        Lookups.each(reader, "res.currency.rate", List.of("currency_id", "company_id", "name", "rate"), warnings, row -> {
            LocalDate day = row.dayOrNull("name");
            BigDecimal rate = row.number("rate", DECIMALS);
            if (day != null && rate.signum() > 0) {
                perBase.computeIfAbsent(new Key(row.referenceOrNull("company_id"), row.reference("currency_id")), key -> new TreeMap<>()).put(day, rate);
            }
        });
    }

    /** Branches keep no rates of their own: their root company's count. */
    private static int root(int id, Map<Integer, Integer> parents) {
        int root = id;
        for (int step = 0; step < parents.size(); step++) {
            root = parents.getOrDefault(root, root);
        }
        return root;
    }

    /** Rows of {@link Mirror#CURRENCY_RATE}. @param codes of the currencies, by id */
    List<Object[]> rows(Map<Integer, String> codes) {
        List<Object[]> rows = new ArrayList<>();
        for (Company company : companies) {
            NavigableMap<LocalDate, BigDecimal> own = ratesOf(company, company.currency());
            codes.forEach((currency, code) -> {
                NavigableMap<LocalDate, BigDecimal> foreign = ratesOf(company, currency);
                if (currency == company.currency()) {
                    rows.add(new Object[] {company.id(), code, ALWAYS, BigDecimal.ONE});
                } else if (!foreign.isEmpty()) {
                    TreeSet<LocalDate> days = new TreeSet<>(foreign.keySet());
                    days.addAll(own.tailMap(foreign.firstKey()).keySet());
                    days.forEach(day -> rows.add(new Object[] {company.id(), code, day, on(own, day).divide(on(foreign, day), MathContext.DECIMAL64)}));
                }
            });
        }
        return rows;
    }

    /** Those for all companies, overlaid by the company's own. */
    private NavigableMap<LocalDate, BigDecimal> ratesOf(Company company, int currency) {
        NavigableMap<LocalDate, BigDecimal> rates = new TreeMap<>(perBase.getOrDefault(new Key(null, currency), new TreeMap<>()));
        rates.putAll(perBase.getOrDefault(new Key(company.rootId(), currency), new TreeMap<>()));
        return rates;
    }

    /** The rate in force on a day; before the first, Odoo takes the first; without any, one. */
    private static BigDecimal on(NavigableMap<LocalDate, BigDecimal> rates, LocalDate day) {
        if (rates.isEmpty()) {
            return BigDecimal.ONE;
        }
        var known = rates.floorEntry(day);
        return known == null ? rates.firstEntry().getValue() : known.getValue();
    }
}
