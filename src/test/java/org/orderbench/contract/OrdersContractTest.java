package org.orderbench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooFailure;
import org.orderbench.odoo.TransportChoice.Kind;

/** What {@code odoo-facts.md} says under "Orders" and "A place the whole team sees". */
@ParameterizedClass
@MethodSource("org.orderbench.contract.Target#all")
class OrdersContractTest {

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

    private Object state(int order) throws OdooException {
        return desk.row("purchase.order", order, "state").get("state");
    }

    @Test
    void confirmingTwiceAnswersTrueTwice() throws Exception {
        int order = desk.newOrder("confirm", 1);
        assertThat(desk.call("purchase.order", "button_confirm", List.of(List.of(order)), Map.of())).isEqualTo(true);
        Object after = state(order);
        assertThat(after).isIn("purchase", "to approve");
        assertThat(desk.call("purchase.order", "button_confirm", List.of(List.of(order)), Map.of())).isEqualTo(true);
        assertThat(state(order)).isEqualTo(after);
    }

    @Test
    void onlyCancelledOrdersCanBeDeleted() throws Exception {
        int order = desk.newOrder("keep", 1);
        assertThat(desk.failure("purchase.order", "unlink", List.of(List.of(order)), Map.of())).isInstanceOf(OdooFailure.Refused.class);
        desk.cancel(order);
        desk.delete(order);
        assertThat(desk.rows("purchase.order", List.of(List.of("id", "=", order)), List.of("id"), 1)).isEmpty();
    }

    private List<Map<?, ?>> notes(int order) throws OdooException {
        return desk.rows("mail.message", List.of(List.of("model", "=", "purchase.order"), List.of("res_id", "=", order), List.of("message_type", "=", "comment")), List.of("body", "subtype_id"), 9);
    }

    @Test
    void anInternalNoteKeepsItsMarkup() throws Exception {
        int order = desk.newOrder("note", 1);
        Object id = desk.call("purchase.order", "message_post", List.of(List.of(order)),
                Map.of("body", "<p>Why <b>12</b> & \uD83D\uDCE6</p>".replace("&", "&amp;"), "body_is_html", true, "message_type", "comment", "subtype_xmlid", "mail.mt_note"));
        if (target.major() >= 19) {
            assertThat((List<?>) id).hasSize(1);
        } else {
            assertThat(id).isInstanceOf(Integer.class);
        }
        assertThat((String) notes(order).getFirst().get("body")).contains("<b>12</b>").contains("\uD83D\uDCE6");
    }

    @Test
    void withoutBodyIsHtmlTheTagsAreEscaped() throws Exception {
        int order = desk.newOrder("escaped", 1);
        desk.call("purchase.order", "message_post", List.of(List.of(order)), Map.of("body", "<b>12</b>", "message_type", "comment", "subtype_xmlid", "mail.mt_note"));
        assertThat((String) notes(order).getFirst().get("body")).contains("&lt;b&gt;12&lt;/b&gt;");
    }

    @Test
    void anActivityIsScheduledWhateverTheAnswer() throws Exception {
        int order = desk.newOrder("todo", 1);
        Map<String, Object> todo = Map.of("act_type_xmlid", "mail.mail_activity_data_todo", "summary", "Look at this", "note", "x");
        if (target.kind() == Kind.XML_RPC && target.major() < 19) {
            assertThat(desk.failure("purchase.order", "activity_schedule", List.of(List.of(order)), todo).outcome()).isEqualTo(OdooFailure.Outcome.UNKNOWN);
        } else {
            desk.call("purchase.order", "activity_schedule", List.of(List.of(order)), todo);
        }
        assertThat(desk.rows("mail.activity", List.of(List.of("res_model", "=", "purchase.order"), List.of("res_id", "=", order)), List.of("summary"), 9))
                .singleElement().satisfies(row -> assertThat((Object) row.get("summary")).isEqualTo("Look at this"));
    }

    @Test
    void theStatesAreThoseOfTheVersion() throws Exception {
        Map<?, ?> fields = (Map<?, ?>) desk.call("purchase.order", "fields_get", List.of(), Map.of("attributes", List.of("type", "selection")));
        List<?> states = ((List<?>) ((Map<?, ?>) fields.get("state")).get("selection")).stream().map(each -> ((List<?>) each).getFirst()).toList();
        boolean newer = target.major() >= 19;
        assertThat(states).isEqualTo(newer ? List.of("draft", "sent", "to approve", "purchase", "cancel") : List.of("draft", "sent", "to approve", "purchase", "done", "cancel"));
        assertThat(fields.containsKey("locked")).isEqualTo(newer);
    }

    @Test
    void anInternalNoteReachesNobodyOutside() throws Exception {
        int order = desk.newOrder("inside", 1);
        desk.call("purchase.order", "message_post", List.of(List.of(order)), Map.of("body", "why", "message_type", "comment", "subtype_xmlid", "mail.mt_note"));
        Object subtype = notes(order).getFirst().get("subtype_id");
        assertThat((Object) desk.row("mail.message.subtype", (Integer) subtype, "internal").get("internal")).isEqualTo(true);
        Map<?, ?> message = desk.rows("mail.message", List.of(List.of("model", "=", "purchase.order"), List.of("res_id", "=", order), List.of("message_type", "=", "comment")), List.of("notified_partner_ids"), 1).getFirst();
        assertThat((List<?>) message.get("notified_partner_ids")).isEmpty();
    }

    @Test
    void aPlainUserCreatesNoTagNoPartnerAndNoParameter() {
        for (String model : List.of("res.partner.category", "res.partner")) {
            assertThat(desk.failure(model, "create", List.of(Map.of("name", "x")), Map.of())).as(model).isInstanceOf(OdooFailure.Forbidden.class);
        }
        assertThat(desk.failure("ir.config_parameter", "create", List.of(Map.of("key", "x", "value", "y")), Map.of())).isInstanceOf(OdooFailure.Forbidden.class);
    }

    @Test
    void aChannelUnderAKeyCanBeMadeFoundPostedToAndDescribed() throws Exception {
        String key = desk.key("channel");
        int channel = Desk.id(desk.load("discuss.channel", List.of("id", "name", "channel_type"), List.of(List.of(key, "Orderbench contract", "channel")), Desk.UTC));
        assertThat(desk.reference(key)).contains(channel);
        desk.call("discuss.channel", "write", List.of(List.of(channel), Map.of("description", "brake: off")), Map.of());
        desk.call("discuss.channel", "message_post", List.of(List.of(channel)), Map.of("body", "Summary", "message_type", "comment", "subtype_xmlid", "mail.mt_comment"));
        assertThat((Object) desk.row("discuss.channel", channel, "description").get("description")).isEqualTo("brake: off");
    }
}
