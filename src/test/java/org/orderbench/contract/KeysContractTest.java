package org.orderbench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooFailure;
import org.orderbench.odoo.OdooPurchasing;
import org.orderbench.writeback.LineKey;
import org.orderbench.writeback.PurchaseGateway;

/** What {@code odoo-facts.md} says of keys and cells under "Exactly once, with no custom module". */
@ParameterizedClass
@MethodSource("org.orderbench.contract.Target#all")
class KeysContractTest {

    private static final List<String> LINE = List.of("id", "order_id/.id", "product_id/.id", "product_qty");

    @Parameter
    Target target;

    private Desk desk;

    @BeforeEach
    void open() throws OdooException {
        desk = new Desk(target);
    }

    @AfterEach
    void close() throws OdooException {
        desk.close();
    }

    private int header(String name) throws OdooException {
        return Desk.id(desk.load("purchase.order", List.of("id", "partner_id/.id", "origin"), List.of(List.of(desk.key(name), String.valueOf(desk.vendor()), "contract")), Desk.CREATE_ONCE));
    }

    private Map<?, ?> line(String name, int order, String quantity, Map<String, Object> context) throws OdooException {
        return desk.load("purchase.order.line", LINE, List.of(List.of(desk.key(name), String.valueOf(order), String.valueOf(desk.product()), quantity)), context);
    }

    private Object quantity(int line) throws OdooException {
        return desk.row("purchase.order.line", line, "product_qty").get("product_qty");
    }

    /** Or an order of which one line was refused would look as if a person had deleted all its other lines. */
    @Test
    void aKeyOfAnImportThatWasUndoneIsNotTakenForOneWhoseLineIsGone() throws Exception {
        int order = header("undone");
        LineKey key = new LineKey(UUID.randomUUID().toString().replace("-", ""));
        List<Object> good = List.of(key.externalId(), String.valueOf(order), String.valueOf(desk.product()), "3");
        List<Object> bad = List.of(desk.key("undone_bad"), "99999999", String.valueOf(desk.product()), "3");
        assertThat((Object) desk.load("purchase.order.line", LINE, List.of(good, bad), Desk.CREATE_ONCE).get("ids")).isEqualTo(false);
        OdooPurchasing orderbench = new OdooPurchasing(desk.session(), desk.session().capabilities(), Clock.systemUTC());
        for (int look = 0; look < 6; look++) {
            assertThat(orderbench.findLines(List.of(key))).as("by whichever process").isEmpty();
        }
        int line = Desk.id(desk.load("purchase.order.line", LINE, List.of(good), Desk.CREATE_ONCE));
        assertThat(orderbench.findLines(List.of(key))).containsEntry(key, new PurchaseGateway.Found.Present(line));
        desk.cancel(order);
        desk.delete(order);
        assertThat(orderbench.findLines(List.of(key))).as("one whose line went with its order still is").containsEntry(key, new PurchaseGateway.Found.Gone());
    }

    @Test
    void aLoadSaysWhereTheNextRowIs() throws Exception {
        Map<?, ?> loaded = desk.loadOrder("answer", 12, Desk.UTC);
        assertThat(loaded.keySet().stream().map(String::valueOf).toList()).containsExactlyInAnyOrder("ids", "messages", "nextrow");
        assertThat((Object) loaded.get("nextrow")).isEqualTo(0);
    }

    @Test
    void taxesUnitAndCurrencyAreComputedWhereTheirColumnIsAbsent() throws Exception {
        int order = desk.newOrder("computed", 12);
        boolean newer = target.major() >= 19;
        Map<?, ?> line = desk.rows("purchase.order.line", List.of(List.of("order_id", "=", order)), List.of(newer ? "tax_ids" : "taxes_id", newer ? "product_uom_id" : "product_uom", "currency_id"), 1).getFirst();
        assertThat((Object) line.get(newer ? "tax_ids" : "taxes_id")).isInstanceOf(List.class);
        assertThat((Object) line.get(newer ? "product_uom_id" : "product_uom")).isInstanceOf(Integer.class);
        assertThat((Object) line.get("currency_id")).isInstanceOf(Integer.class);
    }

    @Test
    void loadWritesOntoAConfirmedOrder() throws Exception {
        int order = desk.newOrder("confirmed", 12);
        desk.call("purchase.order", "button_confirm", List.of(List.of(order)), Map.of());
        assertThat(desk.newOrder("confirmed", 13)).isEqualTo(order);
        assertThat((Object) desk.lines(order).getFirst().get("product_qty")).isEqualTo(13.0);
    }

    @Test
    void modeInitOverwritesWhatCreateOnceWouldLeave() throws Exception {
        int order = header("init");
        int line = Desk.id(line("init_line", order, "12", Desk.CREATE_ONCE));
        desk.call("purchase.order.line", "write", List.of(List.of(line), Map.of("product_qty", 99.0)), Map.of());
        line("init_line", order, "12", Desk.CREATE_ONCE);
        assertThat(quantity(line)).as("mode update").isEqualTo(99.0);
        line("init_line", order, "12", Map.of("mode", "init", "noupdate", true, "tz", "UTC"));
        assertThat(quantity(line)).as("mode init").isEqualTo(12.0);
    }

    @Test
    void anEmptyHeaderCanBeCancelledAndDeleted() throws Exception {
        int order = header("lonely");
        assertThat(desk.rows("purchase.order", List.of(List.of("id", "=", order), List.of("order_line", "=", false)), List.of("id"), 1)).hasSize(1);
        desk.cancel(order);
        desk.delete(order);
        assertThat(desk.reference(desk.key("lonely"))).isEmpty();
    }

    @Test
    void aReferenceIsAModelAndAnId() throws Exception {
        int order = header("named");
        assertThat(desk.call("ir.model.data", "check_object_reference", List.of("orderbench", desk.key("named").substring("orderbench.".length())), Map.of())).isEqualTo(List.of("purchase.order", order));
    }

    @Test
    void theTableOfKeysCannotBeWritten() {
        Map<String, Object> mine = Map.of("module", "orderbench", "name", "forged", "model", "res.partner", "res_id", 1);
        assertThat(desk.failure("ir.model.data", "create", List.of(mine), Map.of())).isInstanceOf(OdooFailure.Forbidden.class);
    }

    @Test
    void exportDataNeedsARightOfItsOwn() throws Exception {
        int order = header("export");
        assertThat(desk.failure("purchase.order", "export_data", List.of(List.of(order)), Map.of("fields_to_export", List.of("id"))))
                .isEqualTo(new OdooFailure.Refused("You don't have the rights to export data. Please contact an Administrator."));
    }

    @Test
    void withoutATimeZoneADateTimeCellIsReadInTheUsersOwn() throws Exception {
        Map<?, ?> context = (Map<?, ?>) desk.call("res.users", "context_get", List.of(), Map.of());
        ZoneId own = ZoneId.of(context.get("tz") instanceof String zone ? zone : "UTC");
        int order = Desk.id(desk.load("purchase.order", List.of("id", "partner_id/.id", "date_order"), List.of(List.of(desk.key("own"), String.valueOf(desk.vendor()), "2026-12-24 12:00:00")), Map.of()));
        String utc = LocalDateTime.of(2026, 12, 24, 12, 0).atZone(own).withZoneSameInstant(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"));
        assertThat((Object) desk.row("purchase.order", order, "date_order").get("date_order")).as("%s", own).isEqualTo(utc);
    }

    @Test
    void anyPriceIsAcceptedSilently() throws Exception {
        int order = header("prices");
        List<String> withPrice = new ArrayList<>(LINE);
        withPrice.add("price_unit");
        int line = Desk.id(desk.load("purchase.order.line", withPrice, List.of(List.of(desk.key("cheap"), String.valueOf(order), String.valueOf(desk.product()), "12", "0.01")), Desk.CREATE_ONCE));
        assertThat((Object) desk.row("purchase.order.line", line, "price_unit").get("price_unit")).isEqualTo(0.01);
    }

    @Test
    void oneWrongRowAndNothingIsMade() throws Exception {
        Map<?, ?> answer = desk.load("purchase.order", List.of("id", "partner_id/.id"),
                List.of(List.of(desk.key("good"), String.valueOf(desk.vendor())), List.of(desk.key("wrong"), "99999999")), Desk.CREATE_ONCE);
        assertThat((Object) answer.get("ids")).isEqualTo(false);
        assertThat(desk.reference(desk.key("good"))).isEmpty();
    }
}
