package org.orderbench.cache;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.LineNews;

/** What is new about the newest plan's open lines, against the last plan of an earlier day. */
final class News {

    private News() {}

    static Map<Long, LineNews> read(Handle handle) {
        Optional<Long> earlier = handle.select(
                        "select max(id) from plan_run where today < (select today from plan_run order by id desc limit 1)")
                .mapTo(Long.class)
                .findOne();
        Map<Sku, BigDecimal> before = earlier.map(plan -> proposed(handle, plan)).orElse(Map.of());
        Map<Long, LineNews> news = new HashMap<>();
        handle.select("select l.id, l.company_id, l.warehouse_id, l.product_id, l.proposed, l.lapsed,"
                        + " exists (select 1 from outbox_line o where o.proposal_line_id = l.id)"
                        + " from proposal_line l join proposal p on p.id = l.proposal_id"
                        + " where p.plan_id = (select max(id) from plan_run) and l.state = 'OPEN'")
                .map((rs, ctx) -> {
                    BigDecimal then = before.get(new Sku(rs.getInt(2), rs.getInt(3), rs.getInt(4)));
                    boolean fresh = earlier.isPresent() && then == null;
                    boolean same = then == null || then.compareTo(rs.getBigDecimal(5)) == 0;
                    // Undoing deletes from the outbox; what is open and still known there was put back after its facts changed.
                    return Map.entry(rs.getLong(1), new LineNews(fresh, same ? null : quantity(then), quantity(rs.getBigDecimal(6)), rs.getBoolean(7)));
                })
                .forEach(entry -> {
                    if (!entry.getValue().equals(LineNews.NONE)) {
                        news.put(entry.getKey(), entry.getValue());
                    }
                });
        return news;
    }

    private static @Nullable Quantity quantity(@Nullable BigDecimal value) {
        return value == null ? null : new Quantity(value);
    }

    private static Map<Sku, BigDecimal> proposed(Handle handle, long plan) {
        Map<Sku, BigDecimal> before = new HashMap<>();
        handle.select("select l.company_id, l.warehouse_id, l.product_id, l.proposed from proposal_line l join proposal p on p.id = l.proposal_id"
                        + " where p.plan_id = ?", plan)
                .map((rs, ctx) -> Map.entry(new Sku(rs.getInt(1), rs.getInt(2), rs.getInt(3)), rs.getBigDecimal(4)))
                .forEach(entry -> before.put(entry.getKey(), entry.getValue()));
        return before;
    }
}
