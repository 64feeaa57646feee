package org.orderbench.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.orderbench.catalog.Quantity;

/**
 * What a person made in Odoo of a line that the agent had drafted there: it was confirmed, as it stood or changed.
 *
 * @param ordered the quantity that was confirmed, in the product's own unit
 * @param at      when it was confirmed
 * @param batch   how many lines the order has
 * @param dwell   from the draft to the confirmation, divided by the lines
 */
record OdooOutcome(Quantity ordered, Instant at, int batch, Duration dwell) {

    /** By proposal line. Orders that the agent confirmed by itself are not among them: nobody looked. */
    static Map<Long, OdooOutcome> ofAgentsDrafts(Handle handle, Instant from) {
        Map<Long, OdooOutcome> outcomes = new HashMap<>();
        handle.createQuery(
                        """
                        select l.proposal_line_id, p.ordered, p.created_at, o.approved_at, (select count(*) from purchase_line n where n.order_id = o.id) lines
                        from outbox_line l join purchase_line p on p.id = l.odoo_line_id join purchase_order o on o.id = p.order_id
                        where not l.confirm and l.created_at >= :from and o.state in ('purchase', 'done') and o.approved_at is not null
                        """)
                .bind("from", from)
                .map((row, context) -> {
                    Instant at = row.getObject("approved_at", OffsetDateTime.class).toInstant();
                    int lines = row.getInt("lines");
                    Duration dwell = Duration.between(row.getObject("created_at", OffsetDateTime.class).toInstant(), at).dividedBy(lines);
                    return Map.entry(row.getLong(1), new OdooOutcome(new Quantity(row.getBigDecimal("ordered")), at, lines, dwell));
                })
                .forEach(entry -> outcomes.put(entry.getKey(), entry.getValue()));
        return outcomes;
    }
}
