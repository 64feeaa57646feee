package org.orderbench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderbench.contract.BareWire.Failed;
import org.orderbench.odoo.TransportChoice.Kind;

/** What {@code odoo-facts.md} says under "Sign-in and transport" of the bytes themselves: shapes, codes, statuses. */
@ParameterizedClass
@MethodSource("org.orderbench.contract.Target#all")
class WireContractTest {

    @Parameter
    Target target;

    private BareWire wire;

    @BeforeEach
    void open() {
        wire = new BareWire(target);
    }

    private boolean hasJson2() {
        return target.major() >= 19;
    }

    /** The plain JSON of an answer, whichever of the two protocols of that shape carried it. */
    private Object common(String method, List<?> params) {
        if (wire.isOver(Kind.JSON_RPC)) {
            JsonNode result = wire.jsonRpc("common", method, params).path("result");
            return result.isBoolean() ? (Object) result.booleanValue() : result.isInt() ? (Object) result.intValue() : result;
        }
        return wire.xml().send("common", method, params);
    }

    @Test
    void theVersionHasFourParts() {
        JsonNode version = BareWire.json(BareWire.text(common("version", List.of())));
        assertThat(version.fieldNames()).toIterable().containsExactlyInAnyOrder("server_version", "server_version_info", "server_serie", "protocol_version");
        assertThat(version.path("server_version_info")).hasSize(6);
        assertThat(version.path("server_version_info").path(0).asInt()).isEqualTo(target.major());
        assertThat(version.path("server_version_info").path(3).asText()).isEqualTo("final");
        assertThat(version.path("server_serie").asText()).isEqualTo(target.major() + ".0");
        assertThat(version.path("protocol_version").asInt()).isEqualTo(1);
    }

    @Test
    void aPlainGetTellsTheVersionFrom19() {
        for (String path : List.of("/web/version", "/json/version")) {
            HttpResponse<String> answer = wire.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(hasJson2() ? 200 : 404);
            if (hasJson2()) {
                JsonNode said = BareWire.json(answer.body());
                assertThat(said.path("version_info").path(0).asInt()).isEqualTo(19);
                assertThat(said.path("version").asText()).startsWith("19.0");
            }
        }
    }

    @Test
    void authenticateAnswersTheUidOrFalse() {
        assertThat(common("authenticate", List.of(target.database(), target.login(), target.secret(), Map.of()))).isEqualTo(wire.xml().uid());
        assertThat(common("authenticate", List.of(target.database(), target.login(), "no such secret", Map.of()))).isEqualTo(false);
    }

    @Test
    void json2KnowsTheUserByTheKeyAlone() {
        HttpResponse<String> answer = wire.json2("res.users/context_get", Map.of());
        if (!hasJson2()) {
            assertThat(answer.statusCode()).as("JSON-2 exists from 19 on").isEqualTo(404);
        } else if (wire.isOver(Kind.JSON_2)) {
            JsonNode context = BareWire.json(answer.body());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(context.fieldNames()).toIterable().contains("lang", "tz", "uid");
            assertThat(context.path("uid").asInt()).isEqualTo(wire.xml().uid());
        } else {
            assertThat(answer.statusCode()).as("200 if the secret is a key, 401 if it is a password").isIn(200, 401);
        }
    }

    @Test
    void json2SaysWhoIsNotSignedIn() {
        HttpResponse<String> keyless = wire.json2("res.users/context_get", "{}", "X-Odoo-Database", target.database());
        assertThat(keyless.statusCode()).isEqualTo(hasJson2() ? 401 : 404);
        if (hasJson2()) {
            assertThat(BareWire.json(keyless.body()).fieldNames()).toIterable().containsExactly("name", "message", "arguments", "context", "debug");
        }
    }

    @Test
    void aWrongSecretHasItsCode() {
        Failed failed = wire.failure(target.database(), "f".repeat(40), "res.partner", "search_count", Map.of("domain", List.of()));
        switch (target.kind()) {
            case XML_RPC -> assertThat(failed).extracting(Failed::code, Failed::message).containsExactly(3, "Access Denied");
            case JSON_RPC -> assertThat(failed).extracting(Failed::code, Failed::name, Failed::message).containsExactly(jsonRpcCode(), "odoo.exceptions.AccessDenied", "Access Denied");
            case JSON_2 -> assertThat(failed).extracting(Failed::code, Failed::message).containsExactly(401, "Invalid apikey");
        }
    }

    /** The error's code over JSON-RPC: one for all, and another from 19 on. */
    private int jsonRpcCode() {
        return target.major() >= 19 ? 0 : 200;
    }

    @Test
    void aWrongDatabaseHasItsCode() {
        Failed failed = wire.failure("no_such_database", target.secret(), "res.partner", "search_count", Map.of("domain", List.of()));
        switch (target.kind()) {
            case XML_RPC -> {
                assertThat(failed.code()).isEqualTo(1);
                assertThat(failed.message()).contains("psycopg2.OperationalError").contains("database \"no_such_database\" does not exist");
            }
            case JSON_RPC -> {
                assertThat(failed).extracting(Failed::code, Failed::name).containsExactly(jsonRpcCode(), "psycopg2.OperationalError");
                assertThat(failed.message()).contains("database \"no_such_database\" does not exist");
            }
            case JSON_2 -> {
                assertThat(failed.code()).isEqualTo(404);
                assertThat(failed.message()).as("a page, not an error").contains("<title>404 Not Found</title>");
            }
        }
    }

    private void hasCodes(Failed failed, int fault, String exception, int status) {
        switch (target.kind()) {
            case XML_RPC -> assertThat(failed.code()).as("%s", failed).isEqualTo(fault);
            case JSON_RPC -> assertThat(failed).extracting(Failed::code, Failed::name).containsExactly(jsonRpcCode(), exception);
            case JSON_2 -> {
                assertThat(failed.code()).as("%s", failed).isEqualTo(status);
                assertThat(failed.debug()).as("the server's traceback comes along").contains("Traceback");
            }
        }
    }

    @Test
    void aMissingRightHasItsCode() {
        Failed failed = wire.failure("ir.model.data", "search_count", Map.of("domain", List.of()));
        hasCodes(failed, 4, "odoo.exceptions.AccessError", 403);
        assertThat(failed.message()).startsWith("You are not allowed to access 'Model Data' (ir.model.data) records.").contains(hasJson2() ? "- Access Rights" : "- Administration/Access Rights");
    }

    @Test
    void anUnknownModelHasItsCode() {
        Failed failed = wire.failure("no.model", "search_count", Map.of("domain", List.of()));
        hasCodes(failed, 2, "odoo.exceptions.UserError", 404);
        assertThat(failed.message()).isEqualTo(wire.isOver(Kind.JSON_2) ? "the model 'no.model' does not exist" : "Object no.model doesn't exist");
    }

    @Test
    void aWrongArgumentHasItsCode() {
        Failed failed = wire.failure("res.partner", "search_count", Map.of("domain", List.of(), "no_such_argument", 1));
        hasCodes(failed, 1, "builtins.TypeError", 422);
        assertThat(failed.message()).contains("got an unexpected keyword argument 'no_such_argument'");
    }

    @Test
    void aMissingArgumentHasItsCode() {
        Failed failed = wire.failure("res.partner", "search_count", Map.of());
        hasCodes(failed, 1, "builtins.TypeError", 422);
        assertThat(failed.message()).contains(wire.isOver(Kind.JSON_2) ? "missing a required argument: 'domain'" : "missing 1 required positional argument: 'domain'");
    }

    @Test
    void anyOtherExceptionHasItsCode() {
        Failed failed = wire.failure("res.partner", "search_read", Map.of("domain", List.of(), "fields", List.of("nope"), "limit", 1));
        hasCodes(failed, 1, "builtins.ValueError", 500);
        assertThat(failed.message().strip()).endsWith(invalidField());
    }

    @Test
    void anAbsentKeyHasItsCode() {
        Failed failed = wire.failure("ir.model.data", "check_object_reference", Map.of("module", "orderbench", "xml_id", "never_there"));
        hasCodes(failed, 1, "builtins.ValueError", 500);
        assertThat(failed.message().strip()).endsWith("External ID not found in the system: orderbench.never_there");
    }

    @Test
    void aFaultOverXmlRpcIsATraceback() {
        Failed failed = wire.fault("object", "execute_kw", List.of(target.database(), wire.xml().uid(), target.secret(), "res.partner", "search_read", List.of(), Map.of("domain", List.of(), "fields", List.of("nope"))));
        assertThat(failed.message()).startsWith("Traceback (most recent call last):");
        assertThat(failed.message().strip().lines().reduce((first, second) -> second).orElse("")).isEqualTo("ValueError: " + invalidField());
    }

    private String invalidField() {
        return hasJson2() ? "Invalid field 'nope' on 'res.partner'" : "Invalid field 'nope' on model 'res.partner'";
    }

    @Test
    void noneIsNoAnswerOverXmlRpcAndAnEmptyOneOverJson() {
        Object draft = wire.xml().call("purchase.order", "create", Map.of("partner_id", anyVendor(), "origin", "contract"));
        List<Object> call = List.of(target.database(), wire.xml().uid(), target.secret(), "purchase.order", "button_cancel", List.of(List.of(draft)), Map.of());
        switch (target.kind()) {
            case XML_RPC -> assertThat(wire.fault("object", "execute_kw", call)).satisfies(failed -> {
                assertThat(failed.code()).isEqualTo(1);
                assertThat(failed.message()).contains("cannot marshal None unless allow_none is enabled");
            });
            case JSON_RPC -> assertThat(wire.jsonRpc("object", "execute_kw", call).fieldNames()).toIterable().as("neither result nor error").containsExactly("jsonrpc", "id");
            case JSON_2 -> assertThat(wire.json2("purchase.order/button_cancel", Map.of("ids", List.of(draft))).body()).isEqualTo("null");
        }
        assertThat(wire.xml().rows("purchase.order", List.of(List.of("id", "=", draft)), "state").getFirst()).as("and yet it is done").containsEntry("state", "cancel");
        wire.xml().call("purchase.order", "unlink", List.of(draft));
    }

    @Test
    void aDictionaryWithIntegersAsKeysCannotBeMarshalledOverXmlRpc() {
        List<Object> call = List.of(target.database(), wire.xml().uid(), target.secret(), "res.users", "get_external_id", List.of(List.of(wire.xml().uid())), Map.of());
        assertThat(wire.fault("object", "execute_kw", call).message().strip()).endsWith("dictionary key must be string");
        assertThat(wire.jsonRpc("object", "execute_kw", call).path("result").has(String.valueOf(wire.xml().uid()))).as("over JSON the keys become text").isTrue();
    }

    @Test
    void createOfOneRecordAnswersAListOverJson2Only() {
        Map<String, Object> values = Map.of("partner_id", anyVendor(), "origin", "contract");
        List<Object> call = List.of(target.database(), wire.xml().uid(), target.secret(), "purchase.order", "create", List.of(values), Map.of());
        JsonNode answer = switch (target.kind()) {
            case XML_RPC -> BareWire.json(BareWire.text(wire.xml().send("object", "execute_kw", call)));
            case JSON_RPC -> wire.jsonRpc("object", "execute_kw", call).path("result");
            case JSON_2 -> BareWire.json(wire.json2("purchase.order/create", Map.of("vals_list", values)).body());
        };
        assertThat(answer.isArray()).as("%s", answer).isEqualTo(wire.isOver(Kind.JSON_2));
        Object id = List.of(answer.isArray() ? answer.path(0).asInt() : answer.asInt());
        wire.fault("object", "execute_kw", List.of(target.database(), wire.xml().uid(), target.secret(), "purchase.order", "button_cancel", List.of(id), Map.of()));
        wire.xml().call("purchase.order", "unlink", id);
    }

    private int anyVendor() {
        Object row = wire.xml().rows("product.supplierinfo", List.of(), "partner_id").getFirst().get("partner_id");
        return (Integer) ((List<?>) row).getFirst();
    }
}
