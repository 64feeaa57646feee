package org.orderbench.cache;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.catalog.Unit;
import org.orderbench.proposal.Decision;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.replenish.Explanation;
import org.orderbench.writeback.LineFacts;
import org.orderbench.writeback.LineIntent;

/** Makes what is to be written of an approved line, with the facts that the cache holds at that moment. */
final class IntentBuilder {

    private final Handle handle;
    private final LocalDate today;

    IntentBuilder(Handle handle, LocalDate today) {
        this.handle = handle;
        this.today = today;
    }

    /** @return empty when the cache no longer knows the product, its units, the price or the warehouse: a sync or a new plan is due */
    Optional<LineIntent> build(DecisionRow row, Decision.Approve decision) {
        ProposalLine line = row.line();
        Optional<Product> product = product(line.basis().sku().productId());
        Optional<Price> price = price(line.priceId());
        Optional<Integer> receipts = handle.createQuery("select receipt_type_id from warehouse where id = :id")
                .bind("id", line.basis().sku().warehouseId())
                .mapTo(Integer.class)
                .findOne();
        if (product.isEmpty() || receipts.isEmpty()) {
            return Optional.empty();
        }
        Unit own = product.get().unit();
        Unit priceUnit = price.map(Price::unit).filter(own::convertsTo).orElse(own);
        Unit lineUnit = orderUnit(decision.quantity(), own, List.of(priceUnit, product.get().purchaseUnit()));
        LineFacts decided = facts(line, product.get(), price, priceUnit);
        return Optional.of(new LineIntent(
                row.id(), line.basis(), row.row().vendorId(), row.row().vendorName(), buyer(row.row().vendorId()), row.row().warehouseName(), receipts.get(), row.row().currency(),
                decision.confirm(), line.code(), line.name(), line.unitName(), decision.quantity(), own.convert(decision.quantity().value(), lineUnit).stripTrailingZeros(),
                lineUnit.id(), lineUnit.name(), lineUnit.convert(BigDecimal.ONE, own), line.priceId(), priceUnit.convert(BigDecimal.ONE, own),
                line.unitPrice(), line.weekly(), line.proposed(),
                new LineFacts(
                        line.onHand(), line.incoming(), line.drafts(), line.unitPrice(), line.minimum(), line.basis().newestLineId(),
                        line.basis().newestLineCreated(), true),
                decided, explanation(row), decision.by(), decision.at(), false));
    }

    /** The steps that shaped the quantity, and behind them the thresholds that the line was judged by. */
    private Explanation explanation(DecisionRow row) {
        List<Explanation.Step> steps = new ArrayList<>(row.line().explanation().steps());
        CachePolicyRecords.verdict(handle, row.id()).ifPresent(verdict -> steps.addAll(verdict.trace().steps()));
        return new Explanation(steps);
    }

    /** The first unit in which the quantity is exact at that unit's rounding; the product's own in the end. */
    private static Unit orderUnit(Quantity quantity, Unit own, List<Unit> wanted) {
        for (Unit unit : wanted) {
            if (own.convertsTo(unit)) {
                BigDecimal amount = own.convert(quantity.value(), unit);
                BigDecimal kept = unit.rounding().signum() > 0
                        ? amount.divide(unit.rounding(), 0, RoundingMode.HALF_EVEN).multiply(unit.rounding())
                        : amount;
                if (new Quantity(unit.convert(kept, own)).equals(quantity) && kept.compareTo(amount) == 0) {
                    return unit;
                }
            }
        }
        return own;
    }

    private LineFacts facts(ProposalLine line, Product product, Optional<Price> price, Unit priceUnit) {
        Sku sku = line.basis().sku();
        BigDecimal onHand = handle.createQuery(
                        """
                        select coalesce(sum(q.on_hand), 0) from quant q join location l on l.id = q.location_id
                        where q.product_id = :product and l.warehouse_id = :warehouse and l.usage = 'internal'
                        """)
                .bind("product", sku.productId())
                .bind("warehouse", sku.warehouseId())
                .mapTo(BigDecimal.class)
                .one();
        BigDecimal perOwn = priceUnit.convert(BigDecimal.ONE, product.unit());
        Newest newest = newest(sku);
        return new LineFacts(
                new Quantity(onHand),
                outstanding(sku, List.of("purchase", "done")),
                outstanding(sku, List.of("draft", "sent", "to approve")),
                price.filter(p -> p.validOn(today)).map(p -> p.discounted().divide(perOwn, MathContext.DECIMAL64)).orElse(null),
                price.map(p -> new Quantity(p.minimum().multiply(perOwn))).orElse(line.minimum()),
                newest == null ? null : newest.id(),
                newest == null ? null : newest.created().toInstant(),
                product.active() && product.purchasable());
    }

    private Quantity outstanding(Sku sku, List<String> states) {
        return handle.createQuery(
                        """
                        select coalesce(sum(greatest(l.ordered - l.received, 0)), 0) from purchase_line l join purchase_order o on o.id = l.order_id
                        where l.product_id = :product and o.warehouse_id = :warehouse and o.state in (<states>)
                        """)
                .bindList("states", states)
                .bind("product", sku.productId())
                .bind("warehouse", sku.warehouseId())
                .mapTo(BigDecimal.class)
                .map(Quantity::new)
                .one();
    }

    private @Nullable Newest newest(Sku sku) {
        return handle.createQuery(
                        """
                        select l.id, l.created_at from purchase_line l join purchase_order o on o.id = l.order_id
                        where l.product_id = :product and o.warehouse_id = :warehouse order by l.id desc limit 1
                        """)
                .bind("product", sku.productId())
                .bind("warehouse", sku.warehouseId())
                .map((found, context) -> new Newest(found.getInt(1), found.getObject(2, OffsetDateTime.class)))
                .findOne()
                .orElse(null);
    }

    private @Nullable Integer buyer(int vendor) {
        return handle.createQuery("select buyer_id from vendor where id = :id and buyer_id is not null")
                .bind("id", vendor)
                .mapTo(Integer.class)
                .findOne()
                .orElse(null);
    }

    private Optional<Product> product(int id) {
        return handle.createQuery("select unit_id, purchase_unit_id, active, purchasable from product where id = :id")
                .bind("id", id)
                .map((row, context) -> new int[] {row.getInt(1), row.getInt(2), row.getBoolean(3) ? 1 : 0, row.getBoolean(4) ? 1 : 0})
                .findOne()
                .flatMap(p -> unit(p[0]).flatMap(own -> unit(p[1]).map(bought -> new Product(own, bought, p[2] == 1, p[3] == 1))));
    }

    private Optional<Price> price(int id) {
        return handle.createQuery("select unit_id, minimum, price, discount, valid_from, valid_to from supplier_price where id = :id")
                .bind("id", id)
                .map((row, context) -> new PriceRow(
                        row.getInt(1), row.getBigDecimal(2), row.getBigDecimal(3), row.getBigDecimal(4), row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class)))
                .findOne()
                .flatMap(p -> unit(p.unitId()).map(unit -> new Price(unit, p)));
    }

    private Optional<Unit> unit(int id) {
        return handle.createQuery("select id, name, family, reference, rounding from unit where id = :id")
                .bind("id", id)
                .map((row, context) -> new Unit(row.getInt(1), row.getString(2), row.getInt(3), row.getBigDecimal(4), row.getBigDecimal(5)))
                .findOne();
    }

    private record Product(Unit unit, Unit purchaseUnit, boolean active, boolean purchasable) {}

    private record Newest(int id, OffsetDateTime created) {}

    private record PriceRow(int unitId, BigDecimal minimum, BigDecimal price, BigDecimal discount, @Nullable LocalDate from, @Nullable LocalDate to) {}

    private record Price(Unit unit, PriceRow row) {
        boolean validOn(LocalDate day) {
            return (row.from() == null || !day.isBefore(row.from())) && (row.to() == null || !day.isAfter(row.to()));
        }

        BigDecimal discounted() {
            return row.price().multiply(BigDecimal.ONE.subtract(row.discount().movePointLeft(2)));
        }

        BigDecimal minimum() {
            return row.minimum();
        }
    }
}
