package org.orderbench.cache;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.journal.JournalEntry;
import org.orderbench.proposal.LineBasis;
import org.orderbench.replenish.Explanation;
import org.orderbench.writeback.Fingerprint;
import org.orderbench.writeback.LineFacts;
import org.orderbench.writeback.LineIntent;
import org.orderbench.writeback.LineKey;
import org.orderbench.writeback.OrderKey;
import org.orderbench.writeback.OutboxState;
import org.orderbench.writeback.PurchaseGateway.LineView;
import org.orderbench.writeback.PurchaseGateway.OrderView;
import org.orderbench.writeback.RecoveryStore;

/**
 * Orders of Orderbench's in the mirror that the outbox does not know, and their way into it. What was decided about them is lost: they hold what
 * stands in Odoo. Their lines have no proposal line, and the negative of their id in Odoo in its place. Safe for several threads.
 */
public final class CacheRecovery implements RecoveryStore {

    /** As long as written orders are looked after. */
    private static final Duration LATELY = Duration.ofDays(120);

    /** An order without lines that was begun this lately may be under way from another machine of the same user's. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(15);

    /** So many purchase lines before a line are tried as what it was decided on: the nearest, unless lines were deleted or moved. */
    private static final int BASES = 3;

    private final CacheDatabase database;
    private final CacheJournal journal;
    private final Clock clock;
    private final String buyer;

    /** @param buyer whose orders are found: the login of the connection */
    public CacheRecovery(CacheDatabase database, Clock clock, String buyer) {
        this.database = database;
        this.journal = new CacheJournal(database, clock);
        this.clock = clock;
        this.buyer = buyer;
    }

    @Override
    public List<Trace> unknown() {
        Instant now = clock.instant();
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        """
                        select id, vendor_id, company_id, warehouse_id, currency, origin from purchase_order o
                        where regexp_like(origin, '^OB-[0-9A-F]{8}$') and warehouse_id is not null
                            and coalesce(ordered_at, planned_at, :until) > :since
                            and (coalesce(ordered_at, :since) <= :until or exists (select 1 from purchase_line l where l.order_id = o.id))
                            and not exists (select 1 from outbox_order b where b.odoo_order_id = o.id or 'OB-' || upper(left(b.order_key, 8)) = o.origin)
                            and not exists (select 1 from outbox_foreign f where f.odoo_order_id = o.id)
                        order by id
                        """)
                .bind("since", now.minus(LATELY))
                .bind("until", now.minus(UNDER_WAY))
                .map((row, context) -> {
                    int order = row.getInt("id");
                    int company = row.getInt("company_id");
                    int warehouse = row.getInt("warehouse_id");
                    return new Trace(
                            order, row.getInt("vendor_id"), company, warehouse, row.getString("currency"), row.getString("origin"),
                            bases(handle, order, company, warehouse));
                })
                .list());
    }

    private static Map<Integer, List<LineBasis>> bases(Handle handle, int order, int company, int warehouse) {
        Map<Integer, List<LineBasis>> bases = new HashMap<>();
        handle.createQuery("select id, product_id from purchase_line where order_id = :order")
                .bind("order", order)
                .map((row, context) -> new int[] {row.getInt(1), row.getInt(2)})
                .forEach(line -> bases.put(line[0], bases(handle, line[0], new Sku(company, warehouse, line[1]))));
        return bases;
    }

    private static List<LineBasis> bases(Handle handle, int line, Sku sku) {
        List<LineBasis> before = handle.createQuery(
                        """
                        select l.id, l.created_at from purchase_line l join purchase_order o on o.id = l.order_id
                        where l.product_id = :product and o.warehouse_id = :warehouse and l.id < :line order by l.id desc limit :most
                        """)
                .bind("product", sku.productId())
                .bind("warehouse", sku.warehouseId())
                .bind("line", line)
                .bind("most", BASES)
                .map((row, context) -> new LineBasis(sku, row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant(), 0))
                .collect(Collectors.toList());
        before.add(new LineBasis(sku, null, null, 0));
        return before;
    }

    @Override
    public void notOurs(int odooOrderId) {
        database.jdbi().useHandle(handle -> handle.execute("merge into outbox_foreign (odoo_order_id) key (odoo_order_id) values (?)", odooOrderId));
    }

    @Override
    public boolean keep(Trace trace, OrderView order, List<Known> lines, @Nullable OrderKey key) {
        return database.inTransaction(handle -> {
            int known = handle.createQuery("select count(*) from outbox_order where odoo_order_id = :id or order_key = :key")
                    .bind("id", order.id())
                    .bind("key", key == null ? "" : key.hex())
                    .mapTo(Integer.class)
                    .one();
            if (known > 0) {
                return false;
            }
            OutboxState state = order.isCancelled() ? OutboxState.WITHDRAWN : lines.isEmpty() ? OutboxState.PARKED : OutboxState.NOTED;
            String reason = switch (state) {
                case WITHDRAWN -> order.name() + " was cancelled in Odoo. Found there after this cache was made anew.";
                case PARKED -> order.name() + " was begun and holds no lines. Try it again to take it away, or look at it in Odoo.";
                default -> "Found in Odoo after this cache was made anew.";
            };
            Row row = new Row(handle, trace, order);
            long id = row.insert(key == null ? OrderKey.ofUnknown(order.id()) : key, state, reason, made(handle, trace));
            for (Known line : lines) {
                row.insert(id, line, state);
            }
            journal.append(handle, new JournalEntry.What(
                    CacheOutbox.ACTOR, "found", "outbox order " + id, reason, null,
                    CacheJson.write(Map.of("id", order.id(), "name", order.name(), "state", order.state(), "lines", lines.size()))));
            return true;
        });
    }

    private Instant made(Handle handle, Trace trace) {
        return handle.createQuery("select coalesce(max(created_at), :now) from purchase_line where order_id = :id")
                .bind("now", clock.instant())
                .bind("id", trace.odooOrderId())
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant();
    }

    /** One order's rows. */
    private final class Row {
        private final Handle handle;
        private final Trace trace;
        private final OrderView order;

        Row(Handle handle, Trace trace, OrderView order) {
            this.handle = handle;
            this.trace = trace;
            this.order = order;
        }

        long insert(OrderKey key, OutboxState state, String reason, Instant made) {
            return handle.createUpdate(
                            """
                            insert into outbox_order (order_key, company_id, warehouse_id, receipt_type_id, vendor_id, vendor_name, currency, confirm, state, reason,
                                odoo_order_id, odoo_order_name, odoo_state, created_at, moved_at, recovered)
                            values (:key, :company, :warehouse, :receipts, :vendor, :name, :currency, :confirm, :state, :reason, :id, :order, :odoo, :at, :at, true)
                            """)
                    .bind("key", key.hex())
                    .bind("company", trace.companyId())
                    .bind("warehouse", trace.warehouseId())
                    .bind("receipts", order.receiptTypeId())
                    .bind("vendor", trace.vendorId())
                    .bind("name", name("vendor", trace.vendorId()))
                    .bind("currency", trace.currency())
                    .bind("confirm", order.isConfirmed() || order.waitsForApproval())
                    .bind("state", state.name())
                    .bind("reason", reason)
                    .bind("id", order.id())
                    .bind("order", order.name())
                    .bind("odoo", order.state())
                    .bind("at", made)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
        }

        void insert(long id, Known known, OutboxState state) {
            LineView line = known.line();
            LineIntent intent = intent(known);
            Fingerprint stands = Fingerprint.of(
                    trace.vendorId(), trace.companyId(), order.receiptTypeId(), trace.currency(), line.productId(), line.quantity(), line.unitId());
            LineKey key = known.basis() == null ? LineKey.ofUnknown(line.id()) : LineKey.of(known.basis());
            boolean taken = OutboxRows.keyIsTaken(handle, key);
            OutboxRows.insert(handle, intent, key, stands, intent.decidedAt());
            handle.createUpdate("update outbox_line set outbox_order_id = :order, seen = true, odoo_line_id = :line, odoo_order_id = :odoo, apart = :apart where proposal_line_id = :mark and outbox_order_id is null")
                    .bind("order", id)
                    .bind("line", line.id())
                    .bind("odoo", order.id())
                    .bind("apart", taken || state == OutboxState.WITHDRAWN ? OutboxState.WITHDRAWN.name() : null)
                    .bind("mark", intent.proposalLineId())
                    .execute();
        }

        /** What stands in Odoo as if it had been decided so; what it was decided on is lost. */
        private LineIntent intent(Known known) {
            LineView line = known.line();
            Sku sku = new Sku(trace.companyId(), trace.warehouseId(), line.productId());
            LineBasis basis = known.basis() == null ? new LineBasis(sku, null, null, 0) : known.basis();
            Product product = product(line);
            BigDecimal price = line.unitPrice().divide(product.factor(), MathContext.DECIMAL64);
            Quantity quantity = new Quantity(line.quantity().multiply(product.factor()));
            LineFacts facts = new LineFacts(
                    Quantity.ZERO, Quantity.ZERO, Quantity.ZERO, price, Quantity.ZERO, basis.newestLineId(), basis.newestLineCreated(), true);
            return new LineIntent(
                    -line.id(), basis, trace.vendorId(), name("vendor", trace.vendorId()), null, name("warehouse", trace.warehouseId()), order.receiptTypeId(),
                    trace.currency(), order.isConfirmed(), product.code(), product.name(), product.unit(), quantity, line.quantity(), line.unitId(),
                    product.lineUnit(), product.factor(), 0, BigDecimal.ONE, price, null, quantity, facts, facts, new Explanation(List.of()), buyer,
                    product.made() == null ? clock.instant() : product.made(), false);
        }

        private Product product(LineView line) {
            return handle.createQuery(
                            """
                            select p.code, p.name, own.name unit, bought.name line_unit, own.reference own_reference, bought.reference line_reference, l.created_at
                            from product p join unit own on own.id = p.unit_id left join unit bought on bought.id = :unit left join purchase_line l on l.id = :line
                            where p.id = :product
                            """)
                    .bind("unit", line.unitId())
                    .bind("line", line.id())
                    .bind("product", line.productId())
                    .map((row, context) -> {
                        BigDecimal bought = row.getBigDecimal("line_reference");
                        OffsetDateTime made = row.getObject("created_at", OffsetDateTime.class);
                        return new Product(
                                row.getString("code"), row.getString("name"), row.getString("unit"), bought == null ? row.getString("unit") : row.getString("line_unit"),
                                bought == null ? BigDecimal.ONE : bought.divide(row.getBigDecimal("own_reference"), MathContext.DECIMAL64), made == null ? null : made.toInstant());
                    })
                    .findOne()
                    .orElse(new Product("", "Product " + line.productId(), "", "", BigDecimal.ONE, null));
        }

        private String name(String table, int id) {
            return handle.createQuery("select name from " + table + " where id = :id").bind("id", id).mapTo(String.class).findOne().orElse("");
        }
    }

    /** @param factor how many of the product's own unit one line unit holds */
    private record Product(String code, String name, String unit, String lineUnit, BigDecimal factor, @Nullable Instant made) {}
}
