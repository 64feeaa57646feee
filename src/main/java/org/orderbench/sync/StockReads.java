package org.orderbench.sync;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.Field;
import org.orderbench.sync.OdooRow.Unreadable;

/** Stock and its moves. */
final class StockReads {

    private static final int DECIMALS = 6;

    private final Capabilities capabilities;

    StockReads(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    ModelRead quants() {
        return new ModelRead(
                Mirror.QUANT, "stock", "stock.quant", List.of(List.of("location_id.usage", "=", "internal")),
                List.of("product_id", "location_id", "quantity", "reserved_quantity"), ModelRead.byTime(), row -> {
                    BigDecimal onHand = row.number("quantity");
                    if (onHand.signum() < 0) {
                        row.count(Oddity.NEGATIVE_STOCK);
                    }
                    return BasicReads.one(row.id(), row.reference("product_id"), row.reference("location_id"), onHand, row.number("reserved_quantity"));
                });
    }

    /** What is promised to customers or to production and has not left: it changes without a trace, and is never much. */
    ModelRead openMoves() {
        return new ModelRead(
                Mirror.OPEN_MOVE, "open deliveries", "stock.move",
                List.of(
                        List.of("state", "in", List.of("waiting", "confirmed", "partially_available", "assigned")),
                        List.of("location_id.usage", "in", List.of("internal", "transit")),
                        List.of("location_dest_id.usage", "in", List.of("customer", "production"))),
                fields(List.of("product_id", "location_id", "location_dest_id", "state", "date", "product_qty")), ModelRead.whole(),
                row -> move(row, row.text("state"), row.number("product_qty")));
    }

    /** Everything that happened since, but for moves within one warehouse. A done move is never deleted. */
    ModelRead doneMoves(Instant since, long[] warehouses) {
        List<Object> domain = new ArrayList<>(List.of(List.of("state", "=", "done"), List.of("date", ">=", Wire.text(since))));
        for (int i = 0; i < warehouses.length; i++) {
            domain.add("|");
        }
        domain.addAll(List.of("|", List.of("location_id.usage", "!=", "internal"), List.of("location_dest_id.usage", "!=", "internal")));
        for (long warehouse : warehouses) {
            domain.addAll(List.of("&", List.of("location_id.warehouse_id", "=", warehouse), List.of("location_dest_id.warehouse_id", "!=", warehouse)));
        }
        return new ModelRead(
                Mirror.DONE_MOVE, "stock moves", "stock.move", domain,
                fields(List.of("product_id", "location_id", "location_dest_id", "date", "product_qty", "product_uom_qty", "quantity", "origin_returned_move_id")),
                ModelRead.byTime(), row -> move(row, "done", doneQuantity(row)), true);
    }

    /**
     * What really moved, in the product's own unit. {@code product_qty} is the demand in it, {@code quantity} what was done in the move's unit: they
     * differ where more was delivered than asked, or less without a backorder.
     */
    private static BigDecimal doneQuantity(OdooRow row) {
        if (row.isSame("quantity", "product_uom_qty")) {
            return row.number("product_qty"); // nearly all there are
        }
        BigDecimal done = row.number("quantity");
        BigDecimal asked = row.number("product_uom_qty");
        BigDecimal askedInOwnUnit = row.number("product_qty");
        if (done.compareTo(asked) == 0) {
            return askedInOwnUnit;
        }
        return asked.signum() == 0 ? done : done.multiply(askedInOwnUnit).divide(asked, DECIMALS, RoundingMode.HALF_UP);
    }

    private List<String> fields(List<String> always) {
        List<String> fields = new ArrayList<>(always);
        capabilities.name(Field.MOVE_PURCHASE_LINE).ifPresent(fields::add);
        return fields;
    }

    private static List<Object[]> move(OdooRow row, String state, BigDecimal quantity) throws Unreadable {
        return BasicReads.one(
                row.id(), row.reference("product_id"), row.reference("location_id"), row.reference("location_dest_id"), state, row.instant("date"), quantity,
                row.referenceOrNull("purchase_line_id"), row.referenceOrNull("origin_returned_move_id"));
    }
}
