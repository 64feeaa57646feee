package org.orderbench.sync;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.Field;

/** Purchase orders and their lines, all there ever were: the newest line of a product is part of the idempotency key, however old it is. */
final class PurchaseReads {

    private static final int DECIMALS = 6;

    private final Lookups lookups;
    private final Capabilities capabilities;

    PurchaseReads(Lookups lookups, Capabilities capabilities) {
        this.lookups = lookups;
        this.capabilities = capabilities;
    }

    ModelRead orders() {
        return new ModelRead(
                Mirror.PURCHASE_ORDER, "purchase orders", "purchase.order", List.of(),
                List.of("name", "state", "partner_id", "company_id", "picking_type_id", "currency_id", "origin", "user_id", "date_order", "date_approve",
                        "date_planned", "amount_total"),
                ModelRead.byTime("order_line.write_date"),
                row -> BasicReads.one(
                        row.id(), row.text("name"), row.text("state"), row.reference("partner_id"), row.reference("company_id"), warehouse(row),
                        lookups.currency(row, "currency_id"), row.textOrNull("origin"), row.referenceOrNull("user_id"), row.instantOrNull("date_order"),
                        row.instantOrNull("date_approve"), row.instantOrNull("date_planned"), row.number("amount_total")));
    }

    private @Nullable Integer warehouse(OdooRow row) {
        Integer type = row.referenceOrNull("picking_type_id");
        return type == null ? null : lookups.receivingWarehouses().get(type);
    }

    /** A receipt changes the received quantity of a line without touching the line's own time of change: hence the moves'. */
    ModelRead lines() {
        String unit = capabilities.name(Field.LINE_UNIT).orElse("product_uom");
        return new ModelRead(
                Mirror.PURCHASE_LINE, "purchase order lines", "purchase.order.line",
                List.of(List.of("display_type", "=", false), List.of("product_id.type", "in", List.of("consu", "product"))),
                List.of("order_id", "product_id", unit, "product_qty", "product_uom_qty", "qty_received", "price_unit", "discount", "create_date", "date_planned"),
                ModelRead.byTime("order_id.write_date", "move_ids.write_date"),
                row -> BasicReads.one(
                        row.id(), row.reference("order_id"), row.reference("product_id"), lookups.unit(row, unit).id(), row.number("product_uom_qty"), received(row),
                        net(row), row.instant("create_date"), row.instantOrNull("date_planned")));
    }

    /** Received, counted in the line's unit, in the product's own: by the ratio of the line's two ordered quantities. */
    private static BigDecimal received(OdooRow row) {
        BigDecimal received = row.number("qty_received");
        BigDecimal ordered = row.number("product_qty");
        if (received.signum() != 0 && ordered.signum() == 0) {
            row.count(Oddity.NO_RATIO);
            return received;
        }
        return received.signum() == 0 ? received : received.multiply(row.number("product_uom_qty")).divide(ordered, DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal net(OdooRow row) {
        return row.number("price_unit").multiply(BigDecimal.ONE.subtract(row.number("discount").movePointLeft(2))).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
