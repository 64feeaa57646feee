package org.orderbench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderbench.demo.wire.WireClient;

/** The quirks of real Odoo servers that a client written from the documentation alone gets wrong. */
class OdooFactsTest {

    private static final Map<String, Object> ONCE = Map.of("context", Map.of("mode", "update", "noupdate", true, "tz", "UTC"));
    private static final List<String> HEADER = List.of("id", "partner_id/.id", "origin");
    private static final List<String> LINES = List.of("id", "order_id/.id", "product_id/.id", "product_qty");

    @RegisterExtension
    final DemoOdoo odoo = new DemoOdoo();

    private WireClient client;
    private String vendor;
    private String product;

    @BeforeEach
    void signIn() {
        client = new WireClient(odoo.server());
        Map<String, Object> price = client.rows("product.supplierinfo", List.of(List.of("min_qty", ">", 1), List.of("product_tmpl_id.active", "=", true)), "partner_id", "product_tmpl_id")
                .getFirst();
        vendor = String.valueOf(((List<?>) price.get("partner_id")).getFirst());
        Object template = ((List<?>) price.get("product_tmpl_id")).getFirst();
        product = String.valueOf(((List<?>) client.call("product.product", "search", List.of(List.of("product_tmpl_id", "=", template)))).getFirst());
    }

    private Map<?, ?> header(String key) {
        return (Map<?, ?>) client.call("purchase.order", "load", List.of(HEADER, List.of(List.of(key, vendor, "OB"))), ONCE);
    }

    private Map<?, ?> line(String key, Object order, String quantity) {
        return (Map<?, ?>) client.call("purchase.order.line", "load", List.of(LINES, List.of(List.of(key, order.toString(), product, quantity))), ONCE);
    }

    private static Object id(Map<?, ?> answer) {
        assertThat(answer.get("messages")).isEqualTo(List.of());
        return ((List<?>) answer.get("ids")).getFirst();
    }

    @Test
    void createOnceLeavesAnEditedLineAlone() {
        Object order = id(header("ob.po1"));
        Object line = id(line("ob.l1", order, "12"));
        odoo.server().admin().write("purchase.order.line", List.of((Integer) line), Map.of("product_qty", 99.0));
        assertThat(id(line("ob.l1", order, "12"))).isEqualTo(line);
        assertThat(client.rows("purchase.order.line", List.of(List.of("id", "=", line)), "product_qty").getFirst()).containsEntry("product_qty", 99.0);
    }

    @Test
    void aLineWhoseKeyExistsStaysInItsOrder() {
        Object first = id(header("ob.po1"));
        Object line = id(line("ob.l1", first, "12"));
        Object second = id(header("ob.po2"));
        assertThat(id(line("ob.l1", second, "12"))).isEqualTo(line);
        Object order = client.rows("purchase.order.line", List.of(List.of("id", "=", line)), "order_id").getFirst().get("order_id");
        assertThat(((List<?>) order).getFirst()).isEqualTo(first);
    }

    @Test
    void withoutCreateOnceASecondOrderTakesTheLineAway() {
        List<String> fields = List.of("id", "partner_id/.id", "order_line/id", "order_line/product_id/.id", "order_line/product_qty");
        for (String key : List.of("ob.po1", "ob.po2")) {
            client.call("purchase.order", "load", List.of(fields, List.of(List.of(key, vendor, "ob.l1", product, "12"))), Map.of());
        }
        assertThat(odoo.server().admin().searchRead("purchase.order", List.of(List.of("id", "=", odoo.server().admin().ref("ob.po1"))), "order_line").getFirst())
                .containsEntry("order_line", List.of());
    }

    @Test
    void withoutCreateOnceAConfirmedOrderIsWrittenOver() {
        List<String> fields = List.of("id", "partner_id/.id", "order_line/id", "order_line/product_id/.id", "order_line/product_qty");
        Map<?, ?> answer = (Map<?, ?>) client.call("purchase.order", "load", List.of(fields, List.of(List.of("ob.po1", vendor, "ob.l1", product, "12"))), Map.of());
        client.call("purchase.order", "button_confirm", answer.get("ids"));
        client.call("purchase.order", "load", List.of(fields, List.of(List.of("ob.po1", vendor, "ob.l1", product, "7"))), Map.of());
        assertThat(client.rows("purchase.order.line", List.of(List.of("order_id", "in", answer.get("ids"))), "product_qty", "state").getFirst())
                .containsEntry("product_qty", 7.0).containsEntry("state", "purchase");
    }

    @Test
    void sixClientsWithOneLineKeyMakeOneLine() throws Exception {
        List<WireClient> clients = new ArrayList<>();
        List<Object> orders = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            clients.add(new WireClient(odoo.server()));
            orders.add(id(header("ob.po" + i)));
        }
        Set<Object> lines = new HashSet<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            List<Future<Object>> answers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                WireClient mine = clients.get(i);
                List<?> row = List.of("ob.shared", orders.get(i).toString(), product, "12");
                answers.add(pool.submit(() -> {
                    for (int attempt = 0; attempt < 5; attempt++) {
                        Map<?, ?> answer = (Map<?, ?>) mine.call("purchase.order.line", "load", List.of(LINES, List.of(row)), ONCE);
                        if (answer.get("ids") instanceof List<?> ids) {
                            return ids.getFirst();
                        }
                        assertThat(answer.get("messages").toString()).contains("could not serialize access due to concurrent update");
                    }
                    throw new AssertionError("a loser must find the winner's line when it looks again");
                }));
            }
            for (Future<Object> answer : answers) {
                lines.add(answer.get());
            }
        }
        assertThat(lines).hasSize(1);
        assertThat(odoo.server().admin().count("purchase.order.line", List.of(List.of("order_id", "in", orders)))).isEqualTo(1);
    }

    @Test
    void dateTimeCellsAreReadInTheUsersTimeZone() {
        odoo.server().admin().write("res.users", List.of(client.uid()), Map.of("tz", "Europe/Brussels"));
        List<String> fields = List.of("id", "partner_id/.id", "date_order");
        client.call("purchase.order", "load", List.of(fields, List.of(List.of("ob.a", vendor, "2026-12-24 12:00:00"))), Map.of());
        client.call("purchase.order", "load", List.of(fields, List.of(List.of("ob.b", vendor, "2026-12-24 12:00:00"))), ONCE);
        assertThat(odoo.server().admin().searchRead("purchase.order", List.of(List.of("id", ">=", odoo.server().admin().ref("ob.a"))), "date_order"))
                .extracting(row -> row.get("date_order")).containsExactly("2026-12-24 11:00:00", "2026-12-24 12:00:00");
    }

    @Test
    void anEmptyCellIsAValue() {
        Object order = id(header("ob.po1"));
        List<String> fields = List.of("id", "order_id/.id", "product_id/.id", "product_qty", "price_unit");
        client.call("purchase.order.line", "load", List.of(fields, List.of(List.of("ob.l1", order.toString(), product, "12", ""))), ONCE);
        id(line("ob.l2", order, "12"));
        List<Map<String, Object>> lines = client.rows("purchase.order.line", List.of(List.of("order_id", "=", order)), "price_unit");
        assertThat(lines.get(0)).containsEntry("price_unit", 0.0);
        assertThat((Double) lines.get(1).get("price_unit")).isPositive();
    }

    @Test
    void anythingWrongCreatesNothing() {
        Map<?, ?> answer = (Map<?, ?>) client.call("purchase.order", "load", List.of(HEADER, List.of(List.of("ob.ok", vendor, ""), List.of("ob.bad", "99999", ""))), ONCE);
        assertThat(answer.get("ids")).isEqualTo(false);
        assertThat(answer.get("messages").toString()).contains("No matching record found for database id '99999' in field 'Vendor'");
        assertThat(odoo.server().admin().ref("ob.ok")).isZero();
    }

    @Test
    void deletingTheOrderFreesItsKeys() {
        Object order = id(header("ob.po1"));
        id(line("ob.l1", order, "12"));
        assertThatThrownBy(() -> client.call("purchase.order", "unlink", List.of(order))).hasMessage("In order to delete a purchase order, you must cancel it first.");
        assertThatThrownBy(() -> client.call("purchase.order", "button_cancel", List.of(order))).hasMessageContaining("cannot marshal None unless allow_none is enabled");
        client.call("purchase.order", "unlink", List.of(order));
        assertThatThrownBy(() -> client.call("ir.model.data", "check_object_reference", "ob", "po1"))
                .isInstanceOfSatisfying(WireClient.Failed.class, failed -> assertThat(failed.lastLine()).isEqualTo("ValueError: External ID not found in the system: ob.po1"));
        // The line went with its order inside PostgreSQL: its key stays, and names nothing.
        assertThat(client.call("ir.model.data", "check_object_reference", "ob", "l1")).isEqualTo(List.of("purchase.order.line", false));
        assertThat(id(header("ob.po1"))).isNotEqualTo(order);
    }

    @Test
    void anOrderWithoutLinesIsFoundAsSuchAndOneWithLinesIsNot() {
        Object empty = id(header("ob.empty"));
        Object full = id(header("ob.full"));
        id(line("ob.full_line", full, "12"));
        assertThat(client.call("purchase.order", "search", List.of(List.of("id", "in", List.of(empty, full)), List.of("order_line", "=", false)))).isEqualTo(List.of(empty));
        assertThat(client.call("purchase.order", "search", List.of(List.of("id", "in", List.of(empty, full)), List.of("order_line", "!=", false)))).isEqualTo(List.of(full));
    }

    @Test
    void aConfirmThatStopsAtApprovalAnswersTrue() {
        odoo.server().admin().write("res.company", List.of(1), Map.of("po_double_validation", "two_step", "po_double_validation_amount", 1.0));
        Object order = id(header("ob.po1"));
        id(line("ob.l1", order, "1200"));
        assertThat(client.call("purchase.order", "button_confirm", List.of(order))).isEqualTo(true);
        assertThat(client.call("purchase.order", "button_approve", List.of(order))).isEqualTo(Map.of());
        assertThat(client.rows("purchase.order", List.of(List.of("id", "=", order)), "state").getFirst()).containsEntry("state", "to approve");
    }

    @Test
    void aConfirmedOrderIsIncoming() {
        Object order = id(header("ob.po1"));
        id(line("ob.l1", order, "5"));
        Object before = client.rows("product.product", List.of(List.of("id", "=", Integer.valueOf(product))), "incoming_qty").getFirst().get("incoming_qty");
        client.call("purchase.order", "button_confirm", List.of(order));
        Object after = client.rows("product.product", List.of(List.of("id", "=", Integer.valueOf(product))), "incoming_qty").getFirst().get("incoming_qty");
        assertThat((Double) after).isGreaterThan((Double) before);
    }

    @Test
    void aNoteWithoutTheHtmlFlagIsEscaped() {
        Object order = id(header("ob.po1"));
        client.call("purchase.order", "message_post", List.of(List.of(order)), Map.of("body", "<b>x</b>", "subtype_xmlid", "mail.mt_note", "message_type", "comment"));
        client.call("purchase.order", "message_post", List.of(List.of(order)), Map.of("body", "<b>x</b>", "body_is_html", true, "subtype_xmlid", "mail.mt_note", "message_type", "comment"));
        assertThat(client.rows("mail.message", List.of(List.of("model", "=", "purchase.order"), List.of("res_id", "=", order), List.of("message_type", "=", "comment")), "body"))
                .extracting(row -> row.get("body")).containsExactly("<p>&lt;b&gt;x&lt;/b&gt;</p>", "<b>x</b>");
    }

    @Test
    void aNoteNeedsItsAuthorsEMailAddressUpTo18() {
        Object order = id(header("ob.po1"));
        odoo.server().admin().write("res.users", List.of(client.uid()), Map.of("email", ""));
        assertThatThrownBy(() -> client.call("purchase.order", "message_post", List.of(List.of(order)), Map.of("body", "x", "subtype_xmlid", "mail.mt_note", "message_type", "comment")))
                .hasMessage("Unable to send message, please configure the sender's email address.");
        List<?> row = List.of("ob.note", "purchase.order", order.toString(), "<p>x</p>", "comment", "mail.mt_note");
        assertThat(id((Map<?, ?>) client.call("mail.message", "load", List.of(List.of("id", "model", "res_id", "body", "message_type", "subtype_id/id"), List.of(row)), ONCE)))
                .as("a note that is loaded needs none").isNotNull();
    }

    @Test
    void anActivityIsScheduledAndThenCannotBeMarshalled() {
        Object order = id(header("ob.po1"));
        assertThatThrownBy(() -> client.call("purchase.order", "activity_schedule", List.of(List.of(order)), Map.of("act_type_xmlid", "mail.mail_activity_data_todo", "summary", "Look")))
                .hasMessageContaining("cannot marshal <class 'odoo.api.mail.activity'> objects");
        assertThat(client.rows("mail.activity", List.of(List.of("res_id", "=", order)), "summary")).hasSize(1);
    }

    @Test
    void theTeamsChannelIsSharedAndWritable() {
        List<?> rows = List.of(List.of("orderbench.channel", "Orderbench", "channel"));
        Object channel = id((Map<?, ?>) client.call("discuss.channel", "load", List.of(List.of("id", "name", "channel_type"), rows), ONCE));
        client.call("discuss.channel", "write", List.of(List.of(channel), Map.of("description", "brake on")), Map.of());
        assertThat(client.rows("discuss.channel", List.of(List.of("id", "=", channel)), "description").getFirst()).containsEntry("description", "brake on");
    }

    @Test
    void aPlainUserMayNotTouchPartnersOrKeys() {
        assertThatThrownBy(() -> client.call("res.partner", "create", Map.of("name", "x"))).hasMessageContaining("You are not allowed to create 'Contact' (res.partner) records.");
        assertThatThrownBy(() -> client.call("ir.model.data", "search_count", List.of())).isInstanceOfSatisfying(WireClient.Failed.class,
                failed -> assertThat(failed.code()).isEqualTo(4));
        assertThatThrownBy(() -> client.call("mrp.bom", "search_count", List.of())).isInstanceOfSatisfying(WireClient.Failed.class, failed -> assertThat(failed.code()).isEqualTo(2));
        assertThatThrownBy(() -> client.call("product.product", "search", List.of(List.of()), Map.of("context", Map.of("allowed_company_ids", List.of(99)))))
                .hasMessage("Access to unauthorized or invalid companies.");
    }

    @Test
    void aWriteThatFailsLeavesNothingBehind() {
        Object order = id(header("ob.po1"));
        assertThatThrownBy(() -> client.call("purchase.order", "write", List.of(List.of(order), Map.of("origin", "changed", "state", "nonsense")), Map.of())).hasMessageContaining("Wrong value for");
        assertThat(client.rows("purchase.order", List.of(List.of("id", "=", order)), "origin").getFirst()).containsEntry("origin", "OB");
    }

    @Test
    void archivedProductsAreHiddenUnlessAskedFor() {
        int visible = (Integer) client.call("product.product", "search_count", List.of());
        int all = (Integer) client.call("product.product", "search_count", List.of(List.of()), Map.of("context", Map.of("active_test", false)));
        assertThat(all - visible).isEqualTo(6);
        assertThat((Integer) client.call("product.product", "search_count", List.of(List.of("active", "=", false)))).isEqualTo(6);
    }

    @Test
    void domainsHaveOperatorsPathsAndHierarchies() {
        int internal = (Integer) client.call("stock.location", "search_count", List.of(List.of("usage", "=", "internal")));
        assertThat(client.call("stock.location", "search_count", List.of("!", List.of("usage", "!=", "internal")))).isEqualTo(internal);
        assertThat(client.call("stock.location", "search_count", List.of(List.of("usage", "=?", false), List.of("usage", "=", "internal")))).isEqualTo(internal);
        assertThat((Integer) client.call("stock.location", "search_count", List.of(List.of("location_id.name", "ilike", "wh")))).isPositive();
        assertThat((Integer) client.call("product.product", "search_count", List.of(List.of("categ_id", "child_of", "All"))))
                .isEqualTo(client.call("product.product", "search_count", List.of()));
        int split = (Integer) client.call("purchase.order", "search_count", List.of("|", List.of("state", "=", "draft"), List.of("state", "not in", List.of("draft"))));
        assertThat(split).isEqualTo(client.call("purchase.order", "search_count", List.of()));
        assertThat((Integer) client.call("purchase.order.line", "search_count", List.of(List.of("order_id.state", "in", List.of("draft", "sent"))))).isPositive();
    }
}
