package org.orderbench.cache;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.orderbench.catalog.PaidPrice;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;

/** What was paid for a SKU, from the confirmed orders in the mirror. Safe for several threads. */
public final class CachePaidPrices {

    private static final int NEWEST = 24;

    private final Jdbi jdbi;

    public CachePaidPrices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Newest first; lines whose unit does not convert into the product's own are left out. */
    public List<PaidPrice> of(Sku sku) {
        return jdbi.withHandle(handle -> {
            ZoneId zone = ZoneId.of(handle.select("select time_zone from connection").mapTo(String.class).findOne().orElse("UTC"));
            return handle.select("""
                            select coalesce(o.approved_at, o.ordered_at, l.created_at), o.name, coalesce(v.name, ''), l.ordered, l.price, o.currency,
                                bought.reference, own.reference
                            from purchase_line l join purchase_order o on o.id = l.order_id left join vendor v on v.id = o.vendor_id
                                join product p on p.id = l.product_id join unit bought on bought.id = l.unit_id
                                join unit own on own.id = p.unit_id and own.family = bought.family
                            where l.product_id = ? and o.company_id = ? and coalesce(o.warehouse_id, ?) = ? and o.state in ('purchase', 'done')
                                and bought.reference > 0 and own.reference > 0
                            order by 1 desc limit\s""" + NEWEST, sku.productId(), sku.companyId(), sku.warehouseId(), sku.warehouseId())
                    .map((rs, ctx) -> new PaidPrice(
                            rs.getObject(1, OffsetDateTime.class).atZoneSameInstant(zone).toLocalDate(), rs.getString(2), rs.getString(3),
                            new Quantity(rs.getBigDecimal(4)), own(rs.getBigDecimal(5), rs.getBigDecimal(7), rs.getBigDecimal(8)), rs.getString(6)))
                    .list();
        });
    }

    /** A price per the bought unit, per the product's own. */
    private static BigDecimal own(BigDecimal price, BigDecimal bought, BigDecimal own) {
        return price.multiply(own).divide(bought, MathContext.DECIMAL64);
    }
}
