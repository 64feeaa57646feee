package org.orderbench.cache;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.forecast.ForecastPool;
import org.orderbench.proposal.CatalogueModel;
import org.orderbench.proposal.ModelStore;
import org.orderbench.replenish.ClassLimits;
import org.orderbench.replenish.ValueClass;

/** Keeps the catalogue's model in one row, and the one last kept or read in memory. Safe for several threads. */
public final class CacheModel implements ModelStore {

    private final Jdbi jdbi;
    private volatile @Nullable CatalogueModel latest;

    public CacheModel(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void keep(CatalogueModel model) {
        jdbi.useHandle(handle -> handle.execute(
                "merge into catalogue_model (only_row, learned_on, pool, classes, a_up_to, b_up_to) key (only_row) values (true, ?, ?, ?, ?, ?)",
                model.learnedOn(), model.pool().toJson(), classes(model.classes()), model.limits().aUpTo(), model.limits().bUpTo()));
        latest = model;
    }

    @Override
    public Optional<CatalogueModel> latest() {
        CatalogueModel held = latest;
        if (held != null) {
            return Optional.of(held);
        }
        Optional<CatalogueModel> kept = jdbi.withHandle(handle -> handle.select("select learned_on, pool, classes, a_up_to, b_up_to from catalogue_model")
                .map((rs, ctx) -> model(rs.getObject(1, LocalDate.class), rs.getString(2), rs.getString(3), rs.getDouble(4), rs.getDouble(5)))
                .findOne()
                .flatMap(model -> model));
        kept.ifPresent(model -> latest = model);
        return kept;
    }

    /** Empty for a pool that another version wrote: it is learned again. */
    private static Optional<CatalogueModel> model(LocalDate learnedOn, String pool, String classes, double aUpTo, double bUpTo) {
        try {
            ClassLimits limits = new ClassLimits(aUpTo, bUpTo, ClassLimits.USUAL.xBelow(), ClassLimits.USUAL.yBelow());
            return Optional.of(new CatalogueModel(learnedOn, ForecastPool.fromJson(pool), classes(classes), limits));
        } catch (IllegalArgumentException otherVersion) {
            return Optional.empty();
        }
    }

    /** As {@code company/warehouse/product=class}, one after the other: fifty thousand of them are read in milliseconds. */
    private static String classes(Map<Sku, ValueClass> classes) {
        return classes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().companyId() + "/" + entry.getKey().warehouseId() + "/" + entry.getKey().productId() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Map<Sku, ValueClass> classes(String text) {
        Map<Sku, ValueClass> classes = new HashMap<>();
        for (String entry : text.isBlank() ? new String[0] : text.split(" ")) {
            String[] parts = entry.split("[/=]");
            classes.put(new Sku(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])), ValueClass.valueOf(parts[3]));
        }
        return classes;
    }
}
