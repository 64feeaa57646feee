package org.orderbench.cache;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.proposal.DraftOffer;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxOrder;
import org.orderbench.writeback.ReviewDesk;
import org.orderbench.writeback.ReviewDesk.Why;

/**
 * Colleagues' drafts that queued lines could be added to, and what buyers chose. A draft of Orderbench's own is not among them: it is one decision,
 * written and withdrawn as one.
 */
final class Joins {

    private Joins() {}

    /** A draft that could be joined; of Orderbench's own none is. Sent quotations are with the vendor already, and are left alone. */
    private static final String JOINABLE =
            "o.state = 'draft' and not regexp_like(coalesce(o.origin, ''), '^OB-[0-9A-F]{8}$')"
                    + " and not exists (select 1 from outbox_order b where b.odoo_order_id = o.id and b.joins is null)";

    private static final String LINES = "(select count(*) from purchase_line l where l.order_id = o.id) lines";

    /** As Odoo itself would merge them: the same vendor, company, warehouse and currency. */
    static List<OutboxEntry.Draft> offered(Handle handle, int vendor, int company, int warehouse, String currency) {
        return handle.createQuery("select o.id, o.name, o.amount_total, " + LINES + " from purchase_order o where " + JOINABLE
                        + " and o.vendor_id = :vendor and o.company_id = :company and o.warehouse_id = :warehouse and o.currency = :currency order by o.id")
                .bind("vendor", vendor)
                .bind("company", company)
                .bind("warehouse", warehouse)
                .bind("currency", currency)
                .map((row, context) -> new OutboxEntry.Draft(row.getInt("id"), row.getString("name"), row.getInt("lines"), row.getBigDecimal("amount_total")))
                .list();
    }

    /** For every proposal of the newest plan. */
    static List<DraftOffer> offers(Handle handle) {
        return handle.createQuery("select p.id proposal, o.id, o.name, o.amount_total, " + LINES + ", exists (select 1 from outbox_join j where j.odoo_order_id = o.id) chosen"
                        + " from proposal p join purchase_order o on o.vendor_id = p.vendor_id and o.company_id = p.company_id and o.warehouse_id = p.warehouse_id"
                        + " and o.currency = p.currency where p.plan_id = (select max(id) from plan_run) and " + JOINABLE + " order by p.id, o.id")
                .map((row, context) -> new DraftOffer(
                        row.getLong("proposal"), row.getInt("id"), row.getString("name"), row.getInt("lines"), row.getBigDecimal("amount_total"), row.getBoolean("chosen")))
                .list();
    }

    static @Nullable Integer chosen(Handle handle, int vendor, int company, int warehouse, String currency) {
        return handle.createQuery(
                        """
                        select odoo_order_id from outbox_join where vendor_id = :vendor and company_id = :company and warehouse_id = :warehouse and currency = :currency
                        """)
                .bind("vendor", vendor)
                .bind("company", company)
                .bind("warehouse", warehouse)
                .bind("currency", currency)
                .mapTo(Integer.class)
                .findOne()
                .orElse(null);
    }

    /** The choice was for the lines that are bound now, not for later ones. */
    static void done(Handle handle, int vendor, int company, int warehouse, String currency) {
        handle.execute("delete from outbox_join where vendor_id = ? and company_id = ? and warehouse_id = ? and currency = ?", vendor, company, warehouse, currency);
    }

    /** @return why not; empty when the lines that are queued for that vendor, or wait for a decision, will be added to it */
    static Optional<ReviewDesk.Refusal> choose(Handle handle, int order, String by, Instant at) {
        Group group = group(handle, order);
        if (group == null || offered(handle, group.vendor(), group.company(), group.warehouse(), group.currency()).stream().noneMatch(draft -> draft.orderId() == order)) {
            return Optional.of(new ReviewDesk.Refusal(
                    order, Why.NO_DRAFT, List.of(), "That order is no draft of a colleague's any more, as far as the last sync knows. Sync and look again."));
        }
        int waiting = waiting(handle, group);
        if (waiting > 0) {
            handle.execute(
                    """
                    merge into outbox_join (company_id, warehouse_id, vendor_id, currency, odoo_order_id, odoo_order_name, chosen_by, chosen_at)
                    key (company_id, warehouse_id, vendor_id, currency) values (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    group.company(), group.warehouse(), group.vendor(), group.currency(), order, group.name(), by, at);
        }
        int bound = 0;
        for (OutboxOrder held : bound(handle, group)) {
            bound += handle.execute("update outbox_order set joins = ? where id = ? and state = 'QUEUED'", order, held.id());
        }
        return bound + waiting == 0
                ? Optional.of(new ReviewDesk.Refusal(
                        order, Why.NOTHING_QUEUED, List.of(group.name()), "Nothing is queued or proposed that could be added to " + group.name() + "."))
                : Optional.empty();
    }

    /** Lines that are queued and not bound, or wait for a decision. */
    private static int waiting(Handle handle, Group group) {
        return handle.createQuery(
                        """
                        select (select count(*) from outbox_line where outbox_order_id is null and apart is null and vendor_id = :vendor and company_id = :company
                            and warehouse_id = :warehouse and currency = :currency)
                          + (select count(*) from proposal_line l join proposal p on p.id = l.proposal_id where l.state = 'OPEN' and p.plan_id = (select max(id) from plan_run)
                            and p.vendor_id = :vendor and p.company_id = :company and p.warehouse_id = :warehouse and p.currency = :currency)
                        """)
                .bind("vendor", group.vendor())
                .bind("company", group.company())
                .bind("warehouse", group.warehouse())
                .bind("currency", group.currency())
                .mapTo(Integer.class)
                .one();
    }

    /** What was bound into an order and not begun; what nobody asked for stays apart. */
    private static List<OutboxOrder> bound(Handle handle, Group group) {
        return handle.createQuery(
                        """
                        select id from outbox_order where state = 'QUEUED' and vendor_id = :vendor and company_id = :company and warehouse_id = :warehouse and currency = :currency
                        """)
                .bind("vendor", group.vendor())
                .bind("company", group.company())
                .bind("warehouse", group.warehouse())
                .bind("currency", group.currency())
                .mapTo(Long.class)
                .list()
                .stream()
                .map(id -> OutboxRows.order(handle, id).orElseThrow())
                .filter(order -> !order.unasked())
                .toList();
    }

    /** @return whether lines were to be added to it, and will go into a draft of our own */
    static boolean leave(Handle handle, int order) {
        return handle.execute("delete from outbox_join where odoo_order_id = ?", order)
                        + handle.execute("update outbox_order set joins = null where state = 'QUEUED' and joins = ?", order)
                > 0;
    }

    static @Nullable Group group(Handle handle, int order) {
        return handle.createQuery("select name, vendor_id, company_id, warehouse_id, currency from purchase_order where id = :id and warehouse_id is not null")
                .bind("id", order)
                .map((row, context) -> new Group(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getString(5)))
                .findOne()
                .orElse(null);
    }

    record Group(String name, int vendor, int company, int warehouse, String currency) {}
}
