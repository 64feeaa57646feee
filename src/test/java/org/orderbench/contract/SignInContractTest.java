package org.orderbench.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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

/** What {@code odoo-facts.md} says under "Sign-in and transport". */
@ParameterizedClass
@MethodSource("org.orderbench.contract.Target#all")
class SignInContractTest {

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

    @Test
    void theServerSaysItsVersion() {
        assertThat(desk.session().server().major()).isEqualTo(target.major()).isBetween(17, 30);
        assertThat(desk.session().server().version()).startsWith(target.major() + ".");
    }

    @Test
    void aWrongSecretIsToldFromAWrongDatabase() {
        OdooFailure secret = catchThrowableOfType(OdooException.class, () -> target.connect(target.database(), "f".repeat(40))).failure();
        OdooFailure database = catchThrowableOfType(OdooException.class, () -> target.connect("no_such_database", target.secret())).failure();
        assertThat(secret).isEqualTo(new OdooFailure.WrongSecret(target.login()));
        assertThat(database).isEqualTo(new OdooFailure.WrongDatabase("no_such_database"));
    }

    @Test
    void contextGetTellsLanguageTimeZoneAndUid() throws Exception {
        Map<?, ?> context = (Map<?, ?>) desk.call("res.users", "context_get", List.of(), Map.of());
        assertThat(context.containsKey("lang")).isTrue();
        assertThat(context.containsKey("tz")).isTrue();
        assertThat((Object) context.get("uid")).isEqualTo(desk.session().uid());
    }

    @Test
    void anUnknownFieldFailsTheWholeCall() {
        assertThat(desk.failure("purchase.order", "search_read", List.of(), Map.of("domain", List.of(), "fields", List.of("name", "nope"), "limit", 1)))
                .isInstanceOfSatisfying(OdooFailure.ServerFault.class, fault -> assertThat(fault.lastLine()).startsWith("ValueError: Invalid field 'nope' on "));
    }

    @Test
    void anUnknownModelIsAMissingApp() {
        assertThat(desk.failure("no.such.model", "search_count", List.of(), Map.of("domain", List.of()))).isInstanceOf(OdooFailure.MissingModel.class);
    }

    @Test
    void anUnknownMethodIsNoMissingModel() {
        OdooFailure failure = desk.failure("purchase.order", "no_such_method", List.of(List.of(1)), Map.of());
        assertThat(failure).isNotInstanceOf(OdooFailure.MissingModel.class);
        assertThat(failure.message()).contains("no_such_method");
    }

    @Test
    void aMissingRightNamesTheGroup() {
        assertThat(desk.failure("ir.model.data", "search_count", List.of(), Map.of("domain", List.of())))
                .isInstanceOfSatisfying(OdooFailure.Forbidden.class, forbidden -> assertThat(forbidden.group()).contains("Access Rights"));
    }

    @Test
    void wordsForTheUserComeAsWords() throws Exception {
        int order = desk.newOrder("words", 1);
        assertThat(desk.failure("purchase.order", "unlink", List.of(List.of(order)), Map.of()))
                .isEqualTo(new OdooFailure.Refused("In order to delete a purchase order, you must cancel it first."));
    }

    @Test
    void aMethodThatReturnsNoneDoesItsWorkAndFaultsOverXmlRpc() throws Exception {
        int order = desk.newOrder("none", 1);
        desk.cancel(order);
        assertThat((Object) desk.row("purchase.order", order, "state").get("state")).isEqualTo("cancel");
    }

    @Test
    void emptyValuesAreFalseAndDateTimesAreText() throws Exception {
        int order = desk.newOrder("empty", 1);
        Map<?, ?> row = desk.row("purchase.order", order, "date_approve", "partner_ref", "date_order", "dest_address_id");
        assertThat((Object) row.get("date_approve")).isEqualTo(false);
        assertThat((Object) row.get("partner_ref")).isEqualTo(false);
        assertThat((Object) row.get("dest_address_id")).isEqualTo(false);
        assertThat((String) row.get("date_order")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    }

    @Test
    void aManyToOneIsAPairUnlessLoadIsEmpty() throws Exception {
        int order = desk.newOrder("pair", 1);
        Object pairs = desk.call("purchase.order", "read", List.of(List.of(order), List.of("partner_id")), Map.of());
        assertThat((List<?>) ((Map<?, ?>) ((List<?>) pairs).getFirst()).get("partner_id")).hasSize(2).first().isEqualTo(desk.vendor());
        assertThat((Object) desk.row("purchase.order", order, "partner_id").get("partner_id")).isEqualTo(desk.vendor());
    }

    @Test
    void createOfOneRecordAnswersOneId() throws Exception {
        Object id = desk.call("purchase.order", "create", List.of(Map.of("partner_id", desk.vendor(), "origin", "contract")), Map.of());
        assertThat(id).isInstanceOf(Integer.class);
        desk.cancel((Integer) id);
        desk.delete((Integer) id);
    }

    @Test
    void theTransportIsTheOneAskedFor() {
        assertThat(desk.session().transport().kind()).isEqualTo(target.kind()).isIn((Object[]) Kind.values());
    }
}
