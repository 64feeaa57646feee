package org.orderbench.cache;

import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Outbox rows for tests of what lies beside them. */
final class OutboxRows {

    private OutboxRows() {}

    /** A line that was written to Odoo. */
    static void sent(Jdbi jdbi, long proposalLine) {
        Instant now = Instant.parse("2026-03-02T07:00:00Z");
        jdbi.useHandle(handle -> {
            handle.execute(
                    "insert into outbox_order (order_key, company_id, warehouse_id, vendor_id, currency, confirm, state, body, created_at, moved_at)"
                            + " values ('k', 1, 1, 5, 'GBP', false, 'NOTED', '{}', ?, ?)",
                    now, now);
            handle.execute(
                    "insert into outbox_line (outbox_order_id, proposal_line_id, line_key, fingerprint, product_id, quantity, state)"
                            + " select id, ?, 'k', 'f', 7, 48, 'NOTED' from outbox_order",
                    proposalLine);
        });
    }
}
