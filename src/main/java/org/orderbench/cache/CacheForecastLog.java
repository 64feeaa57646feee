package org.orderbench.cache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.ForecastLog;
import org.orderbench.proposal.KeptForecast;

/** Keeps forecasts in one table, a row for each SKU and week. */
public final class CacheForecastLog implements ForecastLog {

    private static final int WEEKS_KEPT = 53;
    private static final int BATCH = 2_000;

    private final Jdbi jdbi;

    public CacheForecastLog(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void keep(List<KeptForecast> forecasts) {
        if (forecasts.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            LocalDate newest = forecasts.stream().map(KeptForecast::week).max(LocalDate::compareTo).orElseThrow();
            handle.execute("delete from forecast_log where week < ?", newest.minusWeeks(WEEKS_KEPT));
            for (LocalDate week : forecasts.stream().map(KeptForecast::week).collect(Collectors.toSet())) {
                Set<Sku> there = new HashSet<>(handle.select("select * from forecast_log where week = ?", week).map((row, context) -> sku(row)).list());
                insert(handle, forecasts.stream().filter(kept -> kept.week().equals(week) && !there.contains(kept.sku())).toList());
            }
        });
    }

    private static void insert(Handle handle, List<KeptForecast> forecasts) {
        PreparedBatch batch = handle.prepareBatch(
                "insert into forecast_log (company_id, warehouse_id, product_id, week, from_day, mean, upper, change, category, vendor_id, unit_value, settled)"
                        + " values (:company, :warehouse, :product, :week, :from, :mean, :upper, :change, :category, :vendor, :value, false)");
        for (KeptForecast kept : forecasts) {
            bind(batch, kept)
                    .bind("mean", kept.mean())
                    .bind("upper", kept.upper())
                    .bind("change", kept.change())
                    .bind("category", kept.category())
                    .bind("vendor", kept.vendorId())
                    .bind("value", kept.unitValue())
                    .bind("from", kept.from())
                    .add();
            sendWhenFull(batch);
        }
        sendRest(batch);
    }

    @Override
    public Map<Sku, List<KeptForecast>> open(LocalDate today) {
        return jdbi.withHandle(handle -> handle.select(
                        "select * from forecast_log where not settled and from_day <= ? order by from_day", today.minusDays(KeptForecast.DAYS))
                .map((row, context) -> kept(row))
                .collect(Collectors.groupingBy(KeptForecast::sku)));
    }

    @Override
    public void settle(List<KeptForecast> forecasts) {
        if (forecasts.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    "update forecast_log set settled = true, actual = :actual"
                            + " where company_id = :company and warehouse_id = :warehouse and product_id = :product and week = :week");
            for (KeptForecast kept : forecasts) {
                bind(batch, kept).bind("actual", kept.actual()).add();
                sendWhenFull(batch);
            }
            sendRest(batch);
        });
    }

    @Override
    public List<KeptForecast> of(Sku sku) {
        return jdbi.withHandle(handle -> handle.select(
                        "select * from forecast_log where company_id = ? and warehouse_id = ? and product_id = ? order by week",
                        sku.companyId(), sku.warehouseId(), sku.productId())
                .map((row, context) -> kept(row))
                .list());
    }

    @Override
    public List<KeptForecast> compared(LocalDate monday) {
        return jdbi.withHandle(handle -> compared(handle, monday));
    }

    /** All of these weeks that could be compared with what came, oldest first. */
    static List<KeptForecast> compared(Handle handle, LocalDate from) {
        return handle.select("select * from forecast_log where actual is not null and week >= ? order by week, company_id, warehouse_id, product_id", from)
                .map((row, context) -> kept(row))
                .list();
    }

    private static PreparedBatch bind(PreparedBatch batch, KeptForecast kept) {
        return batch.bind("company", kept.sku().companyId())
                .bind("warehouse", kept.sku().warehouseId())
                .bind("product", kept.sku().productId())
                .bind("week", kept.week());
    }

    private static void sendWhenFull(PreparedBatch batch) {
        if (batch.size() >= BATCH) {
            batch.execute();
        }
    }

    private static void sendRest(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static Sku sku(ResultSet row) throws SQLException {
        return new Sku(row.getInt("company_id"), row.getInt("warehouse_id"), row.getInt("product_id"));
    }

    private static KeptForecast kept(ResultSet row) throws SQLException {
        return new KeptForecast(
                sku(row), row.getObject("from_day", LocalDate.class), row.getDouble("mean"), row.getDouble("upper"), row.getDouble("change"), row.getString("category"),
                row.getInt("vendor_id"), row.getDouble("unit_value"), row.getObject("actual", Double.class));
    }
}
