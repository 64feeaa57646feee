package org.orderbench.cache;

import java.math.BigDecimal;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.writeback.OutboxState;

/** Puts rows of the mirror and proposal lines into a cache, for tests of deciding and sending. */
public final class TestProposals {

    private final Jdbi jdbi;

    public TestProposals(CacheDatabase database) {
        this.jdbi = database.jdbi();
    }

    /** Makes the product known, with ten on hand, one supplier price (id 500 + product) and its newest purchase line. */
    public void mirror(Sku sku, int vendor, int receiptType, @Nullable Integer newestLine, Instant created, String price) {
        int product = sku.productId();
        jdbi.useTransaction(handle -> {
            handle.execute("merge into unit (id, name, family, reference, rounding) key (id) values (1, 'Units', 1, 1, 0.01)");
            handle.execute("merge into warehouse (id, code, name, company_id, stock_location_id, receipt_type_id) key (id) values (?, 'WH', 'Main', ?, ?, ?)", sku.warehouseId(), sku.companyId(), sku.warehouseId() * 100, receiptType);
            handle.execute("merge into location (id, name, usage, warehouse_id, active) key (id) values (?, 'Stock', 'internal', ?, true)", sku.warehouseId() * 100, sku.warehouseId());
            handle.execute("merge into vendor (id, name, parent_id, currency, buyer_id) key (id) values (?, ?, null, null, null)", vendor, "Vendor " + vendor);
            handle.execute(
                    "merge into product (id, template_id, code, name, barcode, category, unit_id, purchase_unit_id, active, purchasable, storable, cost, list_price) key (id) values (?, ?, ?, ?, null, 'Lights', 1, 1, true, true, true, 1, 2)", product, product, "SKU-" + product, "Lamp");
            handle.execute(
                    "merge into supplier_price (id, vendor_id, template_id, product_id, company_id, sequence, unit_id, minimum, price, discount, currency, delay_days, valid_from, valid_to, vendor_code) key (id) values (?, ?, ?, null, null, 1, 1, 12, ?, 0, 'GBP', 10, null, null, '')",
                    500 + product, vendor, product, new BigDecimal(price));
            handle.execute("merge into quant (id, product_id, location_id, on_hand, reserved) key (id) values (?, ?, ?, 10, 0)", product, product, sku.warehouseId() * 100);
            if (newestLine != null) {
                handle.execute(
                        "merge into purchase_order (id, name, state, vendor_id, company_id, warehouse_id, currency, amount_total) key (id) values (?, ?, 'done', ?, ?, ?, 'GBP', 0)",
                        newestLine, "P" + newestLine, vendor, sku.companyId(), sku.warehouseId());
                handle.execute(
                        "merge into purchase_line (id, order_id, product_id, unit_id, ordered, received, price, created_at) key (id) values (?, ?, ?, 1, 0, 0, 2.5, ?)",
                        newestLine, newestLine, product, created);
            }
        });
    }

    /** Keeps one open line in a proposal of its own. */
    public long line(int vendor, String vendorName, ProposalLine line) {
        return line(vendor, vendorName, "GBP", line);
    }

    /** The same in another currency. */
    public long line(int vendor, String vendorName, String currency, ProposalLine line) {
        return jdbi.inTransaction(handle -> {
            Instant at = Instant.parse("2026-11-23T07:00:00Z");
            long plan = handle.select("select max(id) from plan_run").mapTo(Long.class).findOne().orElseGet(() -> plan(handle, at));
            long proposal = handle.createUpdate(
                            """
                            insert into proposal (plan_id, company_id, warehouse_id, vendor_id, currency, warehouse_name, vendor_name, planned_at)
                            values (:plan, :company, :warehouse, :vendor, :currency, 'Main', :name, :at)
                            """)
                    .bind("plan", plan)
                    .bind("company", line.basis().sku().companyId())
                    .bind("warehouse", line.basis().sku().warehouseId())
                    .bind("vendor", vendor)
                    .bind("name", vendorName)
                    .bind("currency", currency)
                    .bind("at", at)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            return handle.createUpdate(
                            """
                            insert into proposal_line (proposal_id, company_id, warehouse_id, product_id, state, quantity, proposed, newest_line_id, body)
                            values (:proposal, :company, :warehouse, :product, 'OPEN', :quantity, :quantity, :newest, :body)
                            """)
                    .bind("proposal", proposal)
                    .bind("company", line.basis().sku().companyId())
                    .bind("warehouse", line.basis().sku().warehouseId())
                    .bind("product", line.basis().sku().productId())
                    .bind("quantity", line.quantity().value())
                    .bind("newest", line.basis().newestLineId())
                    .bind("body", ProposalJson.body(line))
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
        });
    }

    private static long plan(Handle handle, Instant at) {
        return handle.createUpdate("insert into plan_run (planned_at, today, skus, lines) values (:at, date '2026-11-23', 1, 1)")
                .bind("at", at)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    public LineState state(long line) {
        return jdbi.withHandle(handle -> handle.createQuery("select state from proposal_line where id = :id").bind("id", line).mapTo(LineState.class).one());
    }

    /** Where the line's newest entry in the outbox stands. */
    public OutboxState outbox(long line) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select coalesce(l.apart, o.state, 'QUEUED') from outbox_line l left join outbox_order o on o.id = l.outbox_order_id
                        where l.proposal_line_id = :line order by l.id desc limit 1
                        """)
                .bind("line", line)
                .mapTo(OutboxState.class)
                .one());
    }

    public Quantity quantity(long line) {
        return jdbi.withHandle(handle ->
                new Quantity(handle.createQuery("select quantity from proposal_line where id = :id").bind("id", line).mapTo(BigDecimal.class).one()));
    }
}
