package org.orderbench.cache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.SkuStatus;
import org.orderbench.replenish.ValueClass;

/** The list of all SKUs: the newest plan's only. */
final class SkuStatusRows {

    private static final String COLUMNS = "company_id, warehouse_id, product_id, code, name, barcode, category, warehouse_name, vendor_name, unit_name, on_hand,"
            + " incoming, drafts, days_of_cover, weekly, quantity, urgent, value_class, left_out";

    private SkuStatusRows() {}

    static void replace(Handle handle, List<SkuStatus> statuses) {
        handle.execute("delete from sku_status");
        PreparedBatch batch = handle.prepareBatch("insert into sku_status (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (SkuStatus s : statuses) {
            batch.add(
                    s.sku().companyId(), s.sku().warehouseId(), s.sku().productId(), s.code(), s.name(), s.barcode(), s.category(), s.warehouseName(),
                    s.vendorName(), s.unitName(), s.onHand().value(), s.incoming().value(), s.drafts().value(), s.daysOfCover(), s.weekly(),
                    s.quantity().value(), s.urgent(), s.valueClass().name(), s.leftOut());
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    static List<SkuStatus> all(Handle handle) {
        return handle.select("select " + COLUMNS + " from sku_status order by code, name, product_id, warehouse_id").map((rs, ctx) -> status(rs)).list();
    }

    private static SkuStatus status(ResultSet rs) throws SQLException {
        return new SkuStatus(
                new Sku(rs.getInt(1), rs.getInt(2), rs.getInt(3)), rs.getString(4), rs.getString(5), rs.getString(6), rs.getString(7), rs.getString(8),
                rs.getString(9), rs.getString(10), new Quantity(rs.getBigDecimal(11)), new Quantity(rs.getBigDecimal(12)), new Quantity(rs.getBigDecimal(13)),
                rs.getObject(14, Double.class), rs.getObject(15, Double.class), new Quantity(rs.getBigDecimal(16)), rs.getBoolean(17),
                ValueClass.valueOf(rs.getString(18)), rs.getString(19));
    }
}
