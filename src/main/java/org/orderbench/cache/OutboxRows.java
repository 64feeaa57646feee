package org.orderbench.cache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.writeback.Fingerprint;
import org.orderbench.writeback.LineFacts;
import org.orderbench.writeback.LineIntent;
import org.orderbench.writeback.LineKey;
import org.orderbench.writeback.OrderKey;
import org.orderbench.writeback.OutboxLine;
import org.orderbench.writeback.OutboxOrder;
import org.orderbench.writeback.OutboxState;

/** The outbox's tables, read and written within the caller's transaction. */
final class OutboxRows {

    private OutboxRows() {}

    static Optional<OutboxOrder> order(Handle handle, long id) {
        return order(handle, id, new Intents());
    }

    static Optional<OutboxOrder> order(Handle handle, long id, Intents intents) {
        List<OutboxLine> lines = handle.createQuery("select * from outbox_line where outbox_order_id = :id order by id")
                .bind("id", id)
                .map((row, context) -> line(row, intents))
                .list();
        return handle.createQuery("select * from outbox_order where id = :id")
                .bind("id", id)
                .map((row, context) -> order(row, lines))
                .findOne();
    }

    /** The line of a proposal line that has not been withdrawn, if there is one. */
    static Optional<OutboxLine> living(Handle handle, long proposalLine) {
        return handle.createQuery("select * from outbox_line where proposal_line_id = :line and (apart is null or apart <> 'WITHDRAWN')")
                .bind("line", proposalLine)
                .map((row, context) -> line(row))
                .findOne();
    }

    static List<OutboxLine> unbound(Handle handle) {
        return handle.createQuery("select * from outbox_line where outbox_order_id is null and apart is null order by id")
                .map((row, context) -> line(row))
                .list();
    }

    static boolean keyIsTaken(Handle handle, LineKey key) {
        return handle.createQuery("select count(*) from outbox_line where live_key = :key").bind("key", key.hex()).mapTo(Integer.class).one() > 0;
    }

    static void insert(Handle handle, LineIntent intent, Instant at) {
        insert(handle, intent, intent.key(), intent.fingerprint(), at);
    }

    static void insert(Handle handle, LineIntent intent, LineKey key, Fingerprint fingerprint, Instant at) {
        handle.createUpdate(
                        """
                        insert into outbox_line (proposal_line_id, line_key, fingerprint, company_id, warehouse_id, vendor_id, currency, confirm, intent, created_at, moved_at)
                        values (:line, :key, :fingerprint, :company, :warehouse, :vendor, :currency, :confirm, :intent, :at, :at)
                        """)
                .bind("line", intent.proposalLineId())
                .bind("key", key.hex())
                .bind("fingerprint", fingerprint.hex())
                .bind("company", intent.basis().sku().companyId())
                .bind("warehouse", intent.basis().sku().warehouseId())
                .bind("vendor", intent.vendorId())
                .bind("currency", intent.currency())
                .bind("confirm", intent.confirm())
                .bind("intent", CacheJson.write(intent))
                .bind("at", at)
                .execute();
    }

    /**
     * Takes the living line of a proposal line out of the queue, if it has one and nothing of it was sent. The rest of an order that was bound and
     * not begun goes back to the queue.
     *
     * @return false if it is being sent or was sent: it stays
     */
    static boolean takeOut(Handle handle, long proposalLine) {
        OptionalRow row = handle.createQuery(
                        """
                        select l.id, l.outbox_order_id, o.state from outbox_line l left join outbox_order o on o.id = l.outbox_order_id
                        where l.proposal_line_id = :line and (l.apart is null or l.apart <> 'WITHDRAWN')
                        """)
                .bind("line", proposalLine)
                .map((found, context) -> new OptionalRow(found.getLong(1), found.getObject(2, Long.class), found.getString(3)))
                .findOne()
                .orElse(null);
        if (row == null) {
            return true;
        }
        if (row.order() != null) {
            int freed = handle.execute("update outbox_order set state = 'WITHDRAWN' where id = ? and state = 'QUEUED'", row.order());
            if (freed == 0) {
                return false;
            }
            handle.execute("update outbox_line set outbox_order_id = null where outbox_order_id = ?", row.order());
            handle.execute("delete from outbox_order where id = ?", row.order());
        }
        return handle.execute("delete from outbox_line where id = ? and outbox_order_id is null", row.line()) == 1;
    }

    private record OptionalRow(long line, @Nullable Long order, @Nullable String state) {}

    static OutboxLine line(ResultSet row) throws SQLException {
        return line(row, new Intents());
    }

    private static OutboxLine line(ResultSet row, Intents intents) throws SQLException {
        String apart = row.getString("apart");
        String now = row.getString("now_facts");
        return new OutboxLine(
                row.getLong("id"),
                new LineKey(row.getString("line_key")),
                new Fingerprint(row.getString("fingerprint")),
                intents.of(row.getString("intent")),
                apart == null ? null : OutboxState.valueOf(apart),
                row.getString("reason"),
                now == null ? null : CacheJson.read(now, LineFacts.class),
                row.getObject("odoo_line_id", Integer.class),
                row.getObject("odoo_order_id", Integer.class),
                row.getBoolean("seen"));
    }

    private static OutboxOrder order(ResultSet row, List<OutboxLine> lines) throws SQLException {
        return new OutboxOrder(
                row.getLong("id"),
                new OrderKey(row.getString("order_key")),
                row.getInt("company_id"),
                row.getInt("warehouse_id"),
                row.getInt("receipt_type_id"),
                row.getInt("vendor_id"),
                row.getString("vendor_name"),
                row.getString("currency"),
                row.getBoolean("confirm"),
                OutboxState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("odoo_order_id", Integer.class),
                row.getString("odoo_order_name"),
                row.getString("odoo_state"),
                row.getBoolean("anyway"),
                row.getInt("attempts"),
                row.getObject("joins", Integer.class),
                row.getBoolean("recovered"),
                lines);
    }
}
